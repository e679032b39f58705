-- When a month is closed, the reports of hundreds of cases are read at once, a dozen for each. Joined by the case as well, what the
-- view is asked for there stands in indexes where a case's rows lie side by side; the tables' own rows are wide and far apart.
create or replace view delivery.v_report with (security_invoker = true) as
  select r.id as report_id, r.case_id, r.person_id, r.provider_id, r.placement_ids, r.month, r.version, r.content, r.digest, r.due_on, r.payable_until, r.recorded_at,
         s.recorded_at as signed_at, s.recorded_by as signed_by, s.on_day as signed_on, s.failed,
         d.outcome, d.how, d.why, d.on_day as decided_on, d.recorded_at as decided_at, d.recorded_by as decided_by,
         case when d.outcome is not null then d.outcome when s.report_id is null then 'draft'
              when cardinality(s.failed) > 0 then 'being-handled' else 'received' end as state
    from delivery.periodic_report r
    left join delivery.report_signature s on s.report_id = r.id and s.case_id = r.case_id
    left join delivery.report_decision d on d.report_id = r.id and d.case_id = r.case_id
   where not exists (select 1 from delivery.periodic_report n where n.replaces = r.id);

create index reports_of_case on delivery.periodic_report (case_id) include (provider_id, month, id, payable_until);
drop index delivery.report_signature_case_id_idx;
create index signatures_of_case on delivery.report_signature (case_id, report_id) include (on_day);
drop index delivery.report_decision_case_id_idx;
create index decisions_of_case on delivery.report_decision (case_id, report_id) include (outcome, recorded_by);
