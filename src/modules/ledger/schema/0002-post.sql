-- How the books are written. The application may call the last three functions and touch no table.

-- The open period, held open until the transaction ends; the first posting of all opens the first one.
create function ledger.hold_open_period(first_month text, moment timestamptz, by_user uuid) returns text language plpgsql as $$
begin
  insert into ledger.period (month, opened_at, opened_by) select first_month, moment, by_user
   where not exists (select 1 from ledger.period) on conflict do nothing;
  perform pg_advisory_xact_lock_shared(hashtext('krom-ledger-period'));
  return (select p.month from ledger.period p where not exists (select 1 from ledger.period n where n.previous = p.month));
end $$;

-- Closes every period through a month by opening the one after; a month that is closed already stays so.
create function ledger.close_through(last_month text, moment timestamptz, by_user uuid) returns void language plpgsql as $$
declare
  opened text := (select p.month from ledger.period p where not exists (select 1 from ledger.period n where n.previous = p.month));
begin
  if opened is null then
    insert into ledger.period (month, opened_at, opened_by)
    values (to_char(to_date(last_month, 'YYYY-MM') + interval '1 month', 'YYYY-MM'), moment, by_user);
    return;
  end if;
  insert into ledger.period (month, previous, opened_at, opened_by)
  select to_char(m + interval '1 month', 'YYYY-MM'), to_char(m, 'YYYY-MM'), moment, by_user
    from generate_series(to_date(opened, 'YYYY-MM'), to_date(last_month, 'YYYY-MM'), interval '1 month') m;
end $$;

-- The postings of a transaction: a statement's lines, the reverse of what it reverses, or a payment shared out over what is
-- owed per kind and appropriation. `change` is what it does to the account `owed`, `against` the account on the other side.
create function ledger.write_postings(entry uuid, appropriations jsonb) returns void language sql as $$
  with t as (select * from ledger.transaction where id = entry),
  owed as (
    select p.kind, p.appropriation, sum(case p.credit when 'owed' then p.amount_ore else -p.amount_ore end) as ore
      from t join ledger.transaction o on t.what = 'payment' and o.statement_id = t.statement_id join ledger.posting p on p.transaction_id = o.id
     group by p.kind, p.appropriation),
  -- Rounding the running sums makes the shares add up to the amount.
  shared as (
    select o.kind, o.appropriation, round(t.amount_ore * o.upto / t.before_ore) - round(t.amount_ore * (o.upto - o.ore) / t.before_ore) as ore
      from t, (select *, sum(ore) over (order by kind, appropriation) as upto from owed) o),
  draft as (
    select row_number() over (order by l.case_id, l.entitlement_key) as number, l.amount_ore as change, 'cost' as against, l.kind,
           appropriations->>l.kind as appropriation, l.id as line_id, l.case_id, l.entitlement_key,
           array(select c::uuid from jsonb_array_elements_text(l.facts->'claimIds') c order by 1) as claim_ids
      from t join compensation.v_line l on t.what = 'statement' and l.statement_id = t.statement_id
    union all
    select p.number, case p.credit when 'owed' then -p.amount_ore else p.amount_ore end, case p.credit when 'owed' then p.debit else p.credit end,
           p.kind, p.appropriation, p.line_id, p.case_id, p.entitlement_key, p.claim_ids
      from t join ledger.posting p on p.transaction_id = t.reverses
    union all
    select row_number() over (order by s.kind, s.appropriation), -s.ore, 'paid', s.kind, s.appropriation, null, null, null, null
      from shared s where s.ore <> 0),
  standing as (
    select d.*, case when d.case_id is not null then coalesce(b.turn, 0) + 1 end as turn,
           case when d.case_id is not null then coalesce(b.standing_ore, 0) end as before_ore,
           case when d.kind <> 'base_fee' and d.case_id is not null
                then case when coalesce(b.standing_ore, 0) = 0 then d.claim_ids else b.claim_ids end end as outcome
      from t cross join draft d
      left join lateral (
        select p.turn, p.standing_ore, p.claim_ids from ledger.posting p
         where p.case_id = d.case_id and p.contract_id = t.contract_id and p.entitlement_key = d.entitlement_key
         order by p.turn desc limit 1) b on true)
  insert into ledger.posting (transaction_id, number, debit, credit, amount_ore, provider_id, contract_id, period, kind, appropriation, line_id, case_id,
                              entitlement_key, turn, before_ore, standing_ore, claim_ids, outcome_turn)
  select t.id, s.number, case when s.change > 0 then s.against else 'owed' end, case when s.change > 0 then 'owed' else s.against end, abs(s.change),
         t.provider_id, t.contract_id, t.period, s.kind, s.appropriation, s.line_id, s.case_id, s.entitlement_key, s.turn, s.before_ore,
         s.before_ore + s.change, s.outcome,
         case when s.outcome is not null and (s.before_ore = 0 or s.before_ore + s.change = 0) then 1 + coalesce((
           select max(p.outcome_turn) from ledger.posting p where p.case_id = s.case_id and p.kind = s.kind and p.claim_ids = s.outcome), 0) end
    from t cross join standing s
   order by s.number
$$;

-- One step on a statement that is posted: the return of the statement, a payment, or its reversal. Null for a statement not posted.
create function ledger.write_step(step_kind text, statement uuid, amount bigint, payment uuid, reversed uuid, moment timestamptz, by_user uuid)
  returns uuid language plpgsql as $$
declare
  latest ledger.transaction;
  entry uuid;
begin
  select * into latest from ledger.transaction t where t.statement_id = statement order by t.step desc limit 1;
  if not found then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('ledger:' || latest.contract_id, 0));
  select * into latest from ledger.transaction t where t.statement_id = statement order by t.step desc limit 1;
  insert into ledger.transaction (what, statement_id, step, provider_id, contract_id, period, total_ore, amount_ore, before_ore, owed_ore,
                                  payment_id, reverses, recorded_at, recorded_by)
  values (step_kind, statement, latest.step + 1, latest.provider_id, latest.contract_id, ledger.hold_open_period(latest.period, moment, by_user),
          latest.total_ore, amount, latest.owed_ore, latest.owed_ore + case step_kind when 'payment-reversed' then amount else -amount end,
          payment, reversed, moment, by_user)
  returning id into entry;
  perform ledger.write_postings(entry, '{}');
  return entry;
end $$;

-- Posts a statement, line by line. Gives its transaction, also when it was posted before; null when there is no such statement.
create function ledger.write_statement(statement uuid, appropriations jsonb, moment timestamptz, by_user uuid) returns uuid language plpgsql as $$
declare
  stated record;
  entry uuid;
begin
  select s.provider_id, s.contract_id, s.month, s.total_ore into stated from compensation.v_statement s where s.statement_id = statement;
  if not found then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('ledger:' || stated.contract_id, 0));
  insert into ledger.transaction (what, statement_id, step, provider_id, contract_id, period, total_ore, amount_ore, before_ore, owed_ore, recorded_at, recorded_by)
  values ('statement', statement, 1, stated.provider_id, stated.contract_id, ledger.hold_open_period(stated.month, moment, by_user),
          stated.total_ore, stated.total_ore, 0, stated.total_ore, moment, by_user)
  on conflict on constraint statement_posted_once do nothing
  returning id into entry;
  if entry is null then
    return (select t.id from ledger.transaction t where t.statement_id = statement and t.step = 1);
  end if;
  perform ledger.write_postings(entry, appropriations);
  return entry;
end $$;

-- Takes back a statement that was returned. Gives its transaction, also when it was taken back before; null when it is not posted.
create function ledger.take_back_statement(statement uuid, moment timestamptz, by_user uuid) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  posted ledger.transaction;
  known uuid := (select t.id from ledger.transaction t where t.statement_id = statement and t.what = 'return');
begin
  select * into posted from ledger.transaction t where t.statement_id = statement and t.step = 1;
  if known is not null or not found then return known; end if;
  if not exists (select 1 from compensation.v_statement s where s.statement_id = statement and s.state = 'returned') then
    raise exception 'statement % is not returned', statement using errcode = 'check_violation', constraint = 'taken_back_when_returned';
  end if;
  return ledger.write_step('return', statement, posted.amount_ore, null, posted.id, moment, by_user);
end $$;

-- Whether the act under way may book payments: an approver's or a job's.
create function ledger.must_book() returns void language plpgsql as $$
begin
  if coalesce(current_setting('krom.role', true), '') not in ('approver', 'system') then
    raise exception 'payments are booked by approvers and jobs' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- Books a payment of an approved statement. Gives its transaction, also when it was booked before; null when nothing is posted.
create function ledger.book_payment(payment uuid, statement uuid, amount bigint, moment timestamptz, by_user uuid) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  known ledger.transaction;
begin
  perform ledger.must_book();
  perform pg_advisory_xact_lock(hashtextextended('ledger-payment:' || payment, 0));
  select * into known from ledger.transaction t where t.payment_id = payment;
  if known.id is not null then
    if (known.statement_id, known.amount_ore) is distinct from (statement, amount) then
      raise exception 'payment % was booked with another amount', payment using errcode = 'unique_violation', constraint = 'payment_booked_once';
    end if;
    return known.id;
  end if;
  if not exists (select 1 from compensation.v_statement s where s.statement_id = statement and s.state = 'approved') then
    raise exception 'statement % is not approved', statement using errcode = 'check_violation', constraint = 'paid_when_approved';
  end if;
  return ledger.write_step('payment', statement, amount, payment, null, moment, by_user);
end $$;

-- Undoes a booked payment. Gives its transaction, also when it was undone before; null when it was never booked.
create function ledger.reverse_payment(payment uuid, moment timestamptz, by_user uuid) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  booked ledger.transaction;
  known uuid;
begin
  perform ledger.must_book();
  perform pg_advisory_xact_lock(hashtextextended('ledger-payment:' || payment, 0));
  select * into booked from ledger.transaction t where t.payment_id = payment;
  known := (select t.id from ledger.transaction t where t.reverses = booked.id);
  if known is not null or booked.id is null then return known; end if;
  return ledger.write_step('payment-reversed', booked.statement_id, booked.amount_ore, null, booked.id, moment, by_user);
end $$;

revoke execute on all functions in schema ledger from public;
grant execute on function ledger.sees(uuid), ledger.take_back_statement(uuid, timestamptz, uuid), ledger.book_payment(uuid, uuid, bigint, timestamptz, uuid),
  ledger.reverse_payment(uuid, timestamptz, uuid) to krom_app;
