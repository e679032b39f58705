-- The books: what each month's statements cost, what is owed for them and what has been paid. Nothing here ever changes: a
-- mistake is put right by a new transaction. Every promise about sums is a constraint with a name, so that breaking it refuses
-- the act that published. A table never gets another column: the seals cover whole rows, so a new fact gets a new table.
create schema ledger;

-- Periods follow each other in a chain: opening a month closes the one before it. The open one is the one with no follower,
-- and since a month has one follower only, there is never more than one.
create table ledger.period (
  month text primary key check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  previous text references ledger.period,
  opened_at timestamptz not null,
  -- Who opened it and closed the one before; null when a job did.
  opened_by uuid,
  written_in xid8 not null default pg_current_xact_id(),
  constraint one_period_is_open unique nulls not distinct (previous),
  constraint months_follow check (left(month, 4)::integer * 12 + right(month, 2)::integer = left(previous, 4)::integer * 12 + right(previous, 2)::integer + 1)
);

-- One step of what is owed on a statement: it is posted, returned, paid, or a payment is undone.
create table ledger.transaction (
  id uuid primary key default uuidv7(),
  what text not null constraint known_step check (what in ('statement', 'return', 'payment', 'payment-reversed')),
  statement_id uuid not null,
  step integer not null check (step > 0),
  step_before integer generated always as (nullif(step - 1, 0)) stored,
  provider_id uuid not null,
  contract_id uuid not null,
  period text not null references ledger.period,
  -- The statement's total on all its steps; negative when more was taken back than paid.
  total_ore bigint not null,
  amount_ore bigint not null,
  -- What was owed on the statement before the step and is owed after it.
  before_ore bigint not null,
  owed_ore bigint not null,
  payment_id uuid,
  -- The transaction that this one takes back, whole.
  reverses uuid,
  reversed_what text generated always as (case what when 'return' then 'statement' when 'payment-reversed' then 'payment' end) stored,
  recorded_at timestamptz not null,
  -- Null when a job did it.
  recorded_by uuid,
  written_in xid8 not null default pg_current_xact_id(),
  constraint statement_posted_once unique (statement_id, step),
  constraint statement_comes_first check ((what = 'statement') = (step = 1) and (step > 1 or before_ore = 0 and amount_ore = total_ore)),
  constraint owed_moves check (owed_ore = before_ore + case when what in ('statement', 'payment-reversed') then amount_ore else -amount_ore end),
  constraint never_more_than_owed check (owed_ore between least(0, total_ore) and greatest(0, total_ore)),
  constraint paid_in_the_same_direction check (what in ('statement', 'return') or sign(amount_ore) = sign(total_ore) and amount_ore <> 0),
  constraint as_it_was_left unique (statement_id, step, owed_ore, total_ore, provider_id, contract_id),
  constraint goes_on_from_the_step_before foreign key (statement_id, step_before, before_ore, total_ore, provider_id, contract_id)
    references ledger.transaction (statement_id, step, owed_ore, total_ore, provider_id, contract_id),
  constraint payment_booked_once unique (payment_id),
  constraint payment_is_named check ((what = 'payment') = (payment_id is not null)),
  constraint reversed_once unique (reverses),
  constraint reversal_is_named check ((reversed_what is not null) = (reverses is not null)),
  constraint as_it_was_posted unique (id, what, statement_id, amount_ore),
  constraint reversal_is_whole foreign key (reverses, reversed_what, statement_id, amount_ore)
    references ledger.transaction (id, what, statement_id, amount_ore)
);
create index on ledger.transaction (written_in);
create index on ledger.transaction (provider_id, period);

-- A posting takes an amount from one account and gives it to another, so that none can be out of balance: debit `cost` and
-- credit `owed` for a line of a statement, debit `owed` and credit `paid` for a payment; the other way round to take it back.
create table ledger.posting (
  transaction_id uuid not null references ledger.transaction,
  number integer not null check (number > 0),
  debit text not null,
  credit text not null,
  amount_ore bigint not null,
  provider_id uuid not null,
  contract_id uuid not null,
  period text not null,
  kind text not null check (kind in ('base_fee', 'outcome_payment', 'outcome_payment_rr1', 'outcome_payment_rr2', 'speed_premium')),
  appropriation text not null,
  -- The line of the statement; none for a payment, which is booked per kind.
  line_id uuid,
  case_id uuid,
  entitlement_key text,
  -- Postings on one entitlement (case, contract, key) are numbered, and each says what stood on it before and after.
  turn integer check (turn > 0),
  before_ore bigint,
  standing_ore bigint,
  -- An outcome is a case, a kind and the claims that it rests on. Its turns alternate: paid, taken back, paid ...
  claim_ids uuid[],
  outcome_turn integer check (outcome_turn > 0),
  primary key (transaction_id, number),
  constraint balanced check (debit <> credit and amount_ore > 0),
  constraint known_accounts check ((debit, credit) in (('cost', 'owed'), ('owed', 'cost'), ('owed', 'paid'), ('paid', 'owed'))),
  constraint line_or_payment check (num_nulls(line_id, case_id, entitlement_key, turn, before_ore, standing_ore) = case when 'paid' in (debit, credit) then 6 else 0 end),
  constraint one_posting_a_turn unique (case_id, contract_id, entitlement_key, turn),
  constraint first_turn_begins_at_zero check (turn > 1 or before_ore = 0),
  constraint standing_moves check (standing_ore = before_ore + case credit when 'owed' then amount_ore else -amount_ore end),
  constraint never_below_zero check (standing_ore >= 0),
  constraint outcome_is_named check ((claim_ids is not null) = (case_id is not null and kind <> 'base_fee')),
  constraint outcome_turns_when_it_begins_or_ends check (
    (outcome_turn is not null) = (case_id is not null and kind <> 'base_fee' and (before_ore = 0 or standing_ore = 0))),
  -- One billable line for an outcome, whoever the provider, and at most one that takes it back.
  constraint outcome_paid_once check ((outcome_turn % 2 = 1) = (credit = 'owed')),
  constraint one_line_an_outcome_turn unique (case_id, kind, claim_ids, outcome_turn)
);
create index on ledger.posting (provider_id, period);

-- What is posted never changes, not by the owner either.
create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what is posted never changes: % of ledger.%', tg_op, tg_table_name using errcode = 'restrict_violation', constraint = 'append_only';
end $$;

-- Rows carry the database transaction that wrote them, whatever they say themselves: seals go by it.
create function ledger.stamp() returns trigger language plpgsql as $$
begin
  new.written_in := pg_current_xact_id();
  return new;
end $$;
create trigger stamped before insert on ledger.period for each row execute function ledger.stamp();
create trigger stamped before insert on ledger.transaction for each row execute function ledger.stamp();

-- Whoever posts holds the period open till the end of the transaction; whoever closes it waits for all of them.
create function ledger.await_postings() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('krom-ledger-period'));
  return new;
end $$;
create trigger waits_for_postings before insert on ledger.period for each row when (new.previous is not null) execute function ledger.await_postings();

create function ledger.check_period() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('krom-ledger-period'));
  if exists (select 1 from ledger.period p where p.previous = new.period) then
    raise exception 'the period % is closed', new.period using errcode = 'check_violation', constraint = 'period_is_open';
  end if;
  return new;
end $$;
create trigger period_is_open before insert on ledger.transaction for each row execute function ledger.check_period();

-- Postings come with their transaction, never later, and go on from where the entitlement and the outcome were left: asked
-- once for all that come together.
create function ledger.check_postings() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from (select distinct f.transaction_id from fresh f) n
              where not exists (select 1 from ledger.transaction t where t.id = n.transaction_id and t.written_in = pg_current_xact_id())) then
    raise exception 'a posting comes with its transaction' using errcode = 'check_violation', constraint = 'postings_come_together';
  end if;
  if exists (select 1 from fresh f
              where f.turn > 1 and not exists (
                select 1 from ledger.posting b
                 where b.case_id = f.case_id and b.contract_id = f.contract_id and b.entitlement_key = f.entitlement_key and b.turn = f.turn - 1
                   and b.standing_ore = f.before_ore)) then
    raise exception 'a posting goes on from what stood on its entitlement' using errcode = 'check_violation', constraint = 'standing_goes_on';
  end if;
  if exists (select 1 from fresh f
              where f.outcome_turn > 1 and not exists (
                select 1 from ledger.posting b
                 where b.case_id = f.case_id and b.kind = f.kind and b.claim_ids = f.claim_ids and b.outcome_turn = f.outcome_turn - 1)) then
    raise exception 'an outcome is taken back after it was paid' using errcode = 'check_violation', constraint = 'outcome_goes_on';
  end if;
  return null;
end $$;
create trigger postings_go_on after insert on ledger.posting referencing new table as fresh for each statement execute function ledger.check_postings();

-- At commit a transaction is the sum of its postings; a statement's are its lines one by one, a reversal's the exact reverse.
create function ledger.check_whole() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  posted record;
begin
  select sum(case p.credit when 'owed' then p.amount_ore else -p.amount_ore end) as ore, count(*) as postings, max(p.number) as last,
         bool_and(p.provider_id = new.provider_id and p.contract_id = new.contract_id and p.period = new.period
                  and ('paid' in (p.debit, p.credit)) = (new.what in ('payment', 'payment-reversed'))) as own
    into posted from ledger.posting p where p.transaction_id = new.id;
  if posted.ore is distinct from new.owed_ore - new.before_ore or posted.last <> posted.postings or not posted.own then
    raise exception 'transaction % is not the sum of its postings', new.id using errcode = 'check_violation', constraint = 'transaction_is_its_postings';
  end if;
  if new.what = 'statement' and (
    not exists (select 1 from compensation.v_statement s
                 where s.statement_id = new.statement_id and s.total_ore = new.total_ore and s.line_count = posted.postings
                   and s.provider_id = new.provider_id and s.contract_id = new.contract_id)
    or exists (select 1 from ledger.posting p left join compensation.v_line l on l.id = p.line_id and l.statement_id = new.statement_id
                where p.transaction_id = new.id
                  and (l.case_id, l.kind, l.entitlement_key, l.amount_ore) is distinct from
                      (p.case_id, p.kind, p.entitlement_key, case p.credit when 'owed' then p.amount_ore else -p.amount_ore end))) then
    raise exception 'transaction % is not its statement line by line', new.id using errcode = 'check_violation', constraint = 'statement_is_its_lines';
  end if;
  if new.reverses is not null and exists (
    select 1 from (select * from ledger.posting p where p.transaction_id = new.id) p
      full join (select * from ledger.posting p where p.transaction_id = new.reverses) r on r.number = p.number
     where (p.debit, p.credit, p.amount_ore, p.kind, p.appropriation, p.line_id, p.entitlement_key) is distinct from
           (r.credit, r.debit, r.amount_ore, r.kind, r.appropriation, r.line_id, r.entitlement_key)) then
    raise exception 'transaction % is not the exact reverse of %', new.id, new.reverses using errcode = 'check_violation', constraint = 'reversal_is_exact';
  end if;
  return null;
end $$;
create constraint trigger transaction_is_whole after insert on ledger.transaction
  deferrable initially deferred for each row execute function ledger.check_whole();

-- Staff see the books, a provider its own, a participant nothing; rows hold keys only. Nobody but the functions writes.
create function ledger.sees(provider uuid) returns boolean language sql stable as $$
  select current_setting('krom.role', true) in ('caseworker', 'approver', 'overseer', 'administrator')
    or (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider = platform.setting_uuid('krom.organisation'))
$$;

do $$
declare
  held text;
begin
  foreach held in array array['period', 'transaction', 'posting'] loop
    execute format('create trigger never_changed before update or delete on ledger.%I for each row execute function ledger.refuse_change()', held);
    execute format('create trigger never_emptied before truncate on ledger.%I for each statement execute function ledger.refuse_change()', held);
  end loop;
  foreach held in array array['transaction', 'posting'] loop
    execute format('alter table ledger.%I enable row level security', held);
    execute format('alter table ledger.%I force row level security', held);
    execute format('create policy owner_all on ledger.%I to current_user using (true) with check (true)', held);
    execute format('create policy app_sees on ledger.%I for select to krom_app using (ledger.sees(provider_id))', held);
    execute format('grant select on ledger.%I to krom_app', held);
  end loop;
end $$;
grant select on ledger.period to krom_app;
grant usage on schema ledger to krom_app;
