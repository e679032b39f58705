-- That something logged was disputed, and how that was settled, are steps of the case (programme 4.5, Confirmation). Why it was
-- settled so stands at the row of the log, not here: it can tell of health, and those who only pay read steps too.
do $$
declare so_far text := rtrim(pg_get_viewdef('delivery.v_step'::regclass), '; ');
begin
  execute 'create or replace view delivery.v_step with (security_invoker = true) as ' || so_far || ' union all
  select c.case_id, c.person_id, (c.recorded_at at time zone ''Europe/Stockholm'')::date, c.recorded_at, c.recorded_by,
         ''delivery.entry-disputed'', ''delivery.disputeDays'',
         jsonb_build_object(''entryId'', c.subject_id, ''kind'', c.subject_kind, ''toldBy'', c.told_by)
    from delivery.confirmation c where c.answer = ''disputed''
  union all
  select s.case_id, s.person_id, s.on_day, s.recorded_at, s.recorded_by, ''delivery.dispute-settled'', ''delivery.disputeDays'',
         jsonb_build_object(''confirmationId'', s.confirmation_id, ''outcome'', s.outcome)
    from delivery.dispute_settled s';
end $$;
