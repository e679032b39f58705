-- A corrected final report replaces the old one, which stays; the caseworker reads each version (programme 4.6, 4.9).
create table delivery.final_report_reading (
  final_report_id uuid primary key references delivery.final_report,
  case_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on delivery.final_report_reading (case_id);
select platform.protect('delivery.final_report_reading');

do $$
declare so_far text := rtrim(pg_get_viewdef('delivery.v_step'::regclass), '; ');
begin
  execute 'create or replace view delivery.v_step with (security_invoker = true) as ' || so_far || ' union all
  select f.case_id, f.person_id, f.on_day, f.recorded_at, f.recorded_by, ''delivery.final-report-replaced'', ''delivery.finalReportWorkingDays'',
         jsonb_build_object(''finalReportId'', f.id, ''occupation'', f.occupation, ''nextStep'', f.next_step)
    from delivery.final_report f where exists (select 1 from delivery.final_report n where n.replaces = f.id)
  union all
  select r.case_id, r.person_id, r.on_day, r.recorded_at, r.recorded_by, ''delivery.final-report-read'', null,
         jsonb_build_object(''finalReportId'', r.final_report_id)
    from delivery.final_report_reading r';
end $$;
