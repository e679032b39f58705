-- A caseworker's recorded exception from the rules of meetings for one participant (programme 4.5), and informative reports (4.6).

-- What the provider and the clocks need; why stands apart, since it can tell of health.
create table delivery.case_waiver (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  rule text not null check (rule in ('telephone-meeting', 'no-physical-meeting')),
  first_day date not null,
  -- The day before the first one: called off before it held.
  last_day date not null check (last_day >= first_day - 1),
  replaces uuid unique references delivery.case_waiver,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on delivery.case_waiver (case_id);
select platform.protect('delivery.case_waiver');

create table delivery.case_waiver_ground (
  waiver_id uuid primary key references delivery.case_waiver,
  case_id uuid not null,
  person_id uuid not null,
  why text not null check (length(why) between 1 and 2000),
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on delivery.case_waiver_ground (case_id);
select platform.protect('delivery.case_waiver_ground', array['jobseeker', 'caseworker', 'overseer']);

create view delivery.v_case_waiver with (security_invoker = true) as
  select w.id as waiver_id, w.case_id, w.person_id, w.rule, w.first_day, w.last_day, w.on_day, w.recorded_at, w.recorded_by
    from delivery.case_waiver w
   where w.last_day >= w.first_day and not exists (select 1 from delivery.case_waiver n where n.replaces = w.id);
grant select on delivery.v_case_waiver to krom_app;

create table delivery.informative_report (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  placement_id uuid not null,
  provider_id uuid not null,
  need text not null,
  words text not null check (length(words) between 1 and 2000),
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on delivery.informative_report (case_id);
select platform.protect('delivery.informative_report', array['jobseeker', 'caseworker', 'coordinator', 'adviser', 'overseer']);

create table delivery.informative_answer (
  report_id uuid primary key references delivery.informative_report,
  case_id uuid not null,
  person_id uuid not null,
  words text not null check (length(words) between 1 and 2000),
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on delivery.informative_answer (case_id);
select platform.protect('delivery.informative_answer', array['jobseeker', 'caseworker', 'coordinator', 'adviser', 'overseer']);

do $$
declare so_far text := rtrim(pg_get_viewdef('delivery.v_step'::regclass), '; ');
begin
  execute 'create or replace view delivery.v_step with (security_invoker = true) as ' || so_far || ' union all
  select w.case_id, w.person_id, w.on_day, w.recorded_at, w.recorded_by,
         case when w.replaces is null then ''delivery.case-waiver-recorded'' else ''delivery.case-waiver-ended'' end, ''delivery.waivers'',
         jsonb_build_object(''waiverId'', w.id, ''waives'', w.rule, ''firstDay'', w.first_day, ''lastDay'', w.last_day)
    from delivery.case_waiver w
  union all
  select r.case_id, r.person_id, r.on_day, r.recorded_at, r.recorded_by, ''delivery.informative-report-given'', ''delivery.informativeNeeds'',
         jsonb_build_object(''informativeId'', r.id, ''need'', r.need)
    from delivery.informative_report r
  union all
  select a.case_id, a.person_id, a.on_day, a.recorded_at, a.recorded_by, ''delivery.informative-report-answered'', ''delivery.informativeNeeds'',
         jsonb_build_object(''informativeId'', a.report_id)
    from delivery.informative_answer a';
end $$;
