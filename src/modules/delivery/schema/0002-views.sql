-- The log as it stands: rows not replaced, each with the participant's answer to it.

create view delivery.v_adviser with (security_invoker = true) as
  select a.placement_id, a.case_id, a.person_id, a.provider_id, a.adviser_id, a.from_day, a.id
    from delivery.spell_adviser a
   where not exists (select 1 from delivery.spell_adviser n where n.replaces = a.id);
grant select on delivery.v_adviser to krom_app;

create view delivery.v_confirmation with (security_invoker = true) as
  select c.id, c.case_id, c.person_id, c.subject_kind, c.subject_id, c.answer, c.comment, c.recorded_at, s.outcome as settled
    from delivery.confirmation c
    left join delivery.dispute_settled s on s.confirmation_id = c.id
   where not exists (select 1 from delivery.confirmation n where n.replaces = c.id);
grant select on delivery.v_confirmation to krom_app;

create view delivery.v_plan with (security_invoker = true) as
  select p.id as plan_id, p.case_id, p.person_id, p.placement_id, p.provider_id, p.decision_id, p.version, p.goals, p.activities,
         p.hours_per_week, p.language_support, p.agreed_on, p.recorded_at, p.recorded_by,
         exists (select 1 from delivery.plan n where n.replaces = p.id) as replaced,
         d.outcome, d.why, d.on_day as decided_on, d.recorded_by as decided_by
    from delivery.plan p
    left join delivery.plan_decision d on d.plan_id = p.id and d.case_id = p.case_id;
grant select on delivery.v_plan to krom_app;

-- `held` is true, false, or null while nothing is recorded; `answer` is the participant's about the attendance.
create view delivery.v_meeting with (security_invoker = true) as
  select m.id as meeting_id, m.case_id, m.person_id, m.placement_id, m.provider_id, m.starts_at, m.on_day, m.adviser_id, m.place,
         coalesce(a.minutes, m.minutes) as minutes, coalesce(a.mode, m.mode) as mode, coalesce(a.individual, m.individual) as individual,
         a.id as attendance_id, a.came, a.took_place, a.reason, a.took_place and a.came <> 'no' as held,
         coalesce(a.language_support, false) as language_support, coalesce(a.job_proposals, 0) as job_proposals, a.progress,
         c.id as confirmation_id, c.answer, c.comment, c.settled, m.recorded_at, m.recorded_by, a.recorded_at as logged_at, a.recorded_by as logged_by,
         (select w.answer from delivery.meeting_answer w where w.meeting_id = m.id order by w.recorded_at desc, w.id desc limit 1) as expected
    from delivery.meeting m
    left join delivery.attendance a on a.meeting_id = m.id and a.case_id = m.case_id and not exists (select 1 from delivery.attendance n where n.replaces = a.id)
    left join delivery.v_confirmation c on c.subject_id = a.id and c.case_id = m.case_id
   where not exists (select 1 from delivery.meeting n where n.replaces = m.id);
grant select on delivery.v_meeting to krom_app;

create view delivery.v_activity with (security_invoker = true) as
  select e.id as entry_id, e.case_id, e.person_id, e.placement_id, e.provider_id, e.on_day, e.code, e.hours, e.mode, e.with_whom, e.came,
         e.took_place, e.reason, e.took_place and e.came <> 'no' as held, e.language_support, e.job_proposals, e.note,
         c.id as confirmation_id, c.answer, c.comment, c.settled, e.recorded_at, e.recorded_by
    from delivery.activity_entry e
    left join delivery.v_confirmation c on c.subject_id = e.id and c.case_id = e.case_id
   where not e.withdrawn and not exists (select 1 from delivery.activity_entry n where n.replaces = e.id);
grant select on delivery.v_activity to krom_app;

create view delivery.v_deviation with (security_invoker = true) as
  select r.id as deviation_id, r.case_id, r.person_id, r.placement_id, r.provider_id, r.kind, r.meeting_id, r.first_day, r.last_day, r.minutes,
         r.reason, r.description, r.recorded_at, r.recorded_by, d.outcome, d.why, d.on_day as decided_on
    from delivery.deviation_report r
    left join delivery.deviation_decision d on d.deviation_id = r.id and d.case_id = r.case_id
   where not exists (select 1 from delivery.deviation_report n where n.replaces = r.id);
grant select on delivery.v_deviation to krom_app;

-- Approved absence: whole days, a known reason, accepted by the caseworker (programme 4.5).
create view delivery.v_absence with (security_invoker = true) as
  select case_id, person_id, first_day, last_day
    from delivery.v_deviation
   where kind = 'absence' and outcome = 'accepted' and reason <> 'unknown';
grant select on delivery.v_absence to krom_app;

create view delivery.v_report with (security_invoker = true) as
  select r.id as report_id, r.case_id, r.person_id, r.provider_id, r.placement_ids, r.month, r.version, r.content, r.digest, r.due_on, r.payable_until, r.recorded_at,
         s.recorded_at as signed_at, s.recorded_by as signed_by, s.on_day as signed_on, s.failed,
         d.outcome, d.how, d.why, d.on_day as decided_on, d.recorded_at as decided_at, d.recorded_by as decided_by,
         case when d.outcome is not null then d.outcome when s.report_id is null then 'draft'
              when cardinality(s.failed) > 0 then 'being-handled' else 'received' end as state
    from delivery.periodic_report r
    left join delivery.report_signature s on s.report_id = r.id
    left join delivery.report_decision d on d.report_id = r.id
   where not exists (select 1 from delivery.periodic_report n where n.replaces = r.id);
grant select on delivery.v_report to krom_app;

-- What the base fee rests on. `payable` is false for one that came more than 12 months after its month (programme 4.6).
create view delivery.v_approved_report with (security_invoker = true) as
  select report_id, case_id, person_id, provider_id, month, signed_on, signed_by, decided_at, decided_by, how,
         signed_on <= payable_until as payable
    from delivery.v_report
   where outcome = 'approved';
grant select on delivery.v_approved_report to krom_app;

-- The module's part of the case's page. Facts hold keys, codes, days and hours; neither health nor reasons for absence.
create view delivery.v_step with (security_invoker = true) as
  select a.case_id, a.person_id, a.from_day as on_day, a.recorded_at, a.recorded_by, 'delivery.adviser-given' as kind, null as rule,
         jsonb_build_object('placementId', a.placement_id, 'adviserId', a.adviser_id, 'adviserName', u.display_name) as facts
    from delivery.spell_adviser a left join platform.user_account u on u.id = a.adviser_id
  union all
  select m.case_id, m.person_id, m.on_day, m.recorded_at, m.recorded_by, 'delivery.mapping-recorded', null,
         jsonb_build_object('mappingId', m.id, 'corrects', m.replaces)
    from delivery.mapping m
  union all
  select p.case_id, p.person_id, p.agreed_on, p.recorded_at, p.recorded_by, 'delivery.plan-proposed', 'delivery.planDays',
         jsonb_build_object('planId', p.id, 'version', p.version, 'hoursPerWeek', p.hours_per_week, 'activities', p.activities)
    from delivery.plan p
  union all
  select a.case_id, a.person_id, (a.recorded_at at time zone 'Europe/Stockholm')::date, a.recorded_at, a.recorded_by,
         case a.answer when 'agreed' then 'delivery.plan-agreed' else 'delivery.plan-commented' end, null,
         jsonb_build_object('planId', a.plan_id, 'comment', a.comment)
    from delivery.plan_answer a
  union all
  select d.case_id, d.person_id, d.on_day, d.recorded_at, d.recorded_by,
         case d.outcome when 'approved' then 'delivery.plan-approved' else 'delivery.plan-returned' end, 'delivery.plansPerDecision',
         jsonb_build_object('planId', d.plan_id, 'why', d.why)
    from delivery.plan_decision d
  union all
  select m.case_id, m.person_id, m.on_day, coalesce(m.logged_at, m.recorded_at), coalesce(m.logged_by, m.recorded_by),
         case when m.held is null then 'delivery.meeting-planned' when m.held then 'delivery.meeting-held' else 'delivery.meeting-not-held' end,
         'delivery.meetingIntervalDays',
         jsonb_build_object('meetingId', m.meeting_id, 'startsAt', m.starts_at, 'minutes', m.minutes, 'mode', m.mode, 'individual', m.individual,
                            'came', m.came, 'tookPlace', m.took_place, 'answer', m.answer)
    from delivery.v_meeting m
  union all
  select e.case_id, e.person_id, max(e.on_day), max(e.recorded_at), (array_agg(e.recorded_by order by e.recorded_at desc))[1],
         'delivery.activities-logged', 'delivery.activities',
         jsonb_build_object('week', date_trunc('week', e.on_day)::date, 'count', count(*), 'hours', sum(e.hours) filter (where e.held),
                            'disputed', count(*) filter (where e.answer = 'disputed'))
    from delivery.v_activity e group by e.case_id, e.person_id, date_trunc('week', e.on_day)
  union all
  select d.case_id, d.person_id, d.first_day, d.recorded_at, d.recorded_by, 'delivery.deviation-reported', 'delivery.absenceMinutes',
         jsonb_build_object('deviationId', d.deviation_id, 'kind', d.kind, 'lastDay', d.last_day, 'outcome', d.outcome)
    from delivery.v_deviation d
  union all
  select s.case_id, s.person_id, s.on_day, s.recorded_at, s.recorded_by, 'delivery.report-signed', 'delivery.reportDueDay',
         jsonb_build_object('reportId', s.report_id, 'month', r.month, 'version', r.version, 'failed', to_jsonb(s.failed))
    from delivery.report_signature s join delivery.periodic_report r on r.id = s.report_id
  union all
  select d.case_id, d.person_id, d.on_day, d.recorded_at, d.recorded_by,
         case d.outcome when 'approved' then 'delivery.report-approved' else 'delivery.report-not-approved' end, 'delivery.approvalByRule',
         jsonb_build_object('reportId', d.report_id, 'month', r.month, 'version', r.version, 'how', d.how, 'why', d.why)
    from delivery.report_decision d join delivery.periodic_report r on r.id = d.report_id
  union all
  select f.case_id, f.person_id, f.on_day, f.recorded_at, f.recorded_by, 'delivery.final-report-given', 'delivery.finalReportWorkingDays',
         jsonb_build_object('finalReportId', f.id, 'occupation', f.occupation, 'nextStep', f.next_step)
    from delivery.final_report f where not exists (select 1 from delivery.final_report n where n.replaces = f.id);
grant select on delivery.v_step to krom_app;
