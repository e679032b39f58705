-- Statements with where they stand: waiting, approved or returned.
create view compensation.v_statement with (security_invoker = true) as
  select s.id as statement_id, s.provider_id, s.contract_id, s.month, s.version, s.total_ore, s.line_count, s.needed_approvers, s.made_by, s.made_on,
         s.recorded_at, coalesce(a.approvals, 0) as approvals, a.approved_at, r.returned_by, r.reason as return_reason, r.recorded_at as returned_at,
         case when r.statement_id is not null then 'returned' when coalesce(a.approvals, 0) >= s.needed_approvers then 'approved' else 'waiting' end as state
    from compensation.statement s
    left join (select statement_id, count(*)::integer as approvals, max(recorded_at) as approved_at
                 from compensation.statement_approval group by statement_id) a on a.statement_id = s.id
    left join compensation.statement_return r on r.statement_id = s.id;
grant select on compensation.v_statement to krom_app;

-- A line with its statement; lines of a returned statement were never paid and count as not posted.
create view compensation.v_line with (security_invoker = true) as
  select l.*, s.month as statement_month, s.version as statement_version, s.state as statement_state
    from compensation.entitlement_line l
    join compensation.v_statement s on s.statement_id = l.statement_id;
grant select on compensation.v_line to krom_app;

-- The module's part of the case's page; nobody sees a step without seeing its lines.
create view compensation.v_step with (security_invoker = true) as
  select l.case_id, l.person_id, s.made_on as on_day, s.recorded_at, s.made_by as recorded_by, 'compensation.money-posted' as kind,
         'compensation.paidPerMonthInArrears' as rule,
         jsonb_build_object('statementId', s.id, 'month', s.month, 'providerId', s.provider_id, 'amountOre', sum(l.amount_ore), 'lines', count(*)) as facts
    from compensation.entitlement_line l join compensation.statement s on s.id = l.statement_id
   group by l.case_id, l.person_id, s.id
  union all
  select l.case_id, l.person_id, (a.recorded_at at time zone 'Europe/Stockholm')::date, a.recorded_at, a.approved_by,
         'compensation.statement-approved',
         case when s.made_by is null then 'compensation.approversOfJobStatement' else 'compensation.approversOfPersonStatement' end,
         jsonb_build_object('statementId', s.id, 'month', s.month, 'step', a.step, 'needed', s.needed_approvers, 'amountOre', sum(l.amount_ore),
                            'paid', a.step = s.needed_approvers)
    from compensation.statement_approval a
    join compensation.statement s on s.id = a.statement_id
    join compensation.entitlement_line l on l.statement_id = s.id
   group by l.case_id, l.person_id, s.id, a.statement_id, a.step
  union all
  select l.case_id, l.person_id, (r.recorded_at at time zone 'Europe/Stockholm')::date, r.recorded_at, r.returned_by, 'compensation.statement-returned', null,
         jsonb_build_object('statementId', s.id, 'month', s.month, 'reason', r.reason)
    from compensation.statement_return r
    join compensation.statement s on s.id = r.statement_id
    join compensation.entitlement_line l on l.statement_id = s.id
   group by l.case_id, l.person_id, s.id, r.statement_id;
grant select on compensation.v_step to krom_app;
