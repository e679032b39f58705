-- Where a statement stands, asked of its own approvals alone: the view is read for one statement at a time when it is booked, and
-- summing everyone's approvals first would make each month slower than the one before.
create or replace view compensation.v_statement with (security_invoker = true) as
  select s.id as statement_id, s.provider_id, s.contract_id, s.month, s.version, s.total_ore, s.line_count, s.needed_approvers, s.made_by, s.made_on,
         s.recorded_at, coalesce(a.approvals, 0) as approvals, a.approved_at, r.returned_by, r.reason as return_reason, r.recorded_at as returned_at,
         case when r.statement_id is not null then 'returned' when coalesce(a.approvals, 0) >= s.needed_approvers then 'approved' else 'waiting' end as state
    from compensation.statement s
    left join lateral (select count(*)::integer as approvals, max(p.recorded_at) as approved_at
                         from compensation.statement_approval p where p.statement_id = s.id) a on true
    left join compensation.statement_return r on r.statement_id = s.id;
