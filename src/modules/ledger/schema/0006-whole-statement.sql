-- The same promises, asked of a statement's lines and its postings as two sets: the join could be planned line against line.
create or replace function ledger.check_whole() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
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
    or exists (
      select p.line_id, p.case_id, p.kind, p.entitlement_key, case p.credit when 'owed' then p.amount_ore else -p.amount_ore end
        from ledger.posting p where p.transaction_id = new.id
      except
      select l.id, l.case_id, l.kind, l.entitlement_key, l.amount_ore from compensation.v_line l where l.statement_id = new.statement_id)) then
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
