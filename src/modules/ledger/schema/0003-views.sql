create view ledger.v_period with (security_invoker = true) as
  select p.month, p.opened_at, n.opened_at as closed_at, n.opened_by as closed_by
    from ledger.period p left join ledger.period n on n.previous = p.month;

create view ledger.v_transaction with (security_invoker = true) as
  select t.id as transaction_id, t.what, t.statement_id, t.step, t.provider_id, t.contract_id, t.period, t.total_ore, t.amount_ore, t.owed_ore,
         t.payment_id, t.reverses, t.recorded_at, t.recorded_by
    from ledger.transaction t;

-- Double entry as it is usually shown: two rows a posting, the debit above zero and the credit below, so that all of it sums to 0.
create view ledger.v_posting with (security_invoker = true) as
  select p.transaction_id, p.number, a.account, p.provider_id, p.contract_id, p.kind, p.appropriation, p.period, p.case_id, p.line_id,
         p.entitlement_key, p.claim_ids, a.amount_ore
    from ledger.posting p cross join lateral (values (p.debit, p.amount_ore), (p.credit, -p.amount_ore)) a (account, amount_ore);

-- Accounts per provider, kind, appropriation and period. What a period cost is owed or paid: cost = owed + paid.
create view ledger.v_balance with (security_invoker = true) as
  select p.provider_id, p.kind, p.appropriation, p.period,
         sum(case 'cost' when p.debit then p.amount_ore when p.credit then -p.amount_ore else 0 end)::bigint as cost_ore,
         sum(case 'owed' when p.credit then p.amount_ore when p.debit then -p.amount_ore else 0 end)::bigint as owed_ore,
         sum(case 'paid' when p.credit then p.amount_ore when p.debit then -p.amount_ore else 0 end)::bigint as paid_ore
    from ledger.posting p
   group by p.provider_id, p.kind, p.appropriation, p.period;

grant select on ledger.v_period, ledger.v_transaction, ledger.v_posting, ledger.v_balance to krom_app;
