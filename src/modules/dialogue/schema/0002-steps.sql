-- What of the dialogue stands on the case's page: questions and the person's own reports. Messages are the two sides' own, and no steps.
create view dialogue.v_step with (security_invoker = true) as
  select q.case_id, q.person_id, q.asked_on as on_day, q.recorded_at, q.recorded_by, 'dialogue.question-asked' as kind,
         'delivery.questionWorkingDays' as rule,
         jsonb_build_object('questionId', q.id, 'toldBy', q.told_by, 'dueOn', q.due_on) as facts
    from dialogue.question q
  union all
  select a.case_id, a.person_id, a.answered_on, a.recorded_at, a.recorded_by, 'dialogue.question-answered', 'delivery.questionWorkingDays',
         jsonb_build_object('questionId', a.question_id)
    from dialogue.question_answer a
  union all
  select r.case_id, r.person_id, r.sent_on, r.recorded_at, r.recorded_by, 'dialogue.activity-report-sent', 'delivery.activityReportDays',
         jsonb_build_object('reportId', r.id, 'month', r.month, 'version', r.version, 'toldBy', r.told_by)
    from dialogue.activity_report r
  union all
  select m.case_id, m.person_id, m.on_day, m.recorded_at, null, 'dialogue.activity-report-missed', 'delivery.activityReportDays',
         jsonb_build_object('month', m.month, 'dueOn', m.due_on)
    from dialogue.report_reminder m
  union all
  select t.case_id, t.person_id, t.given_on, t.recorded_at, t.recorded_by, 'dialogue.respite-given', 'dialogue.respiteDays',
         jsonb_build_object('month', t.month, 'until', t.until)
    from dialogue.respite t
  union all
  select c.case_id, c.person_id, c.on_day, c.recorded_at, c.recorded_by, 'dialogue.contact-tried', 'dialogue.contactWithinWorkingDays',
         jsonb_build_object('month', c.month, 'how', c.how, 'reached', c.reached)
    from dialogue.report_contact c;
grant select on dialogue.v_step to krom_app;
