-- Parallel measures (programme 4.3), refusals of an extension, and what the talk says comes after the service.

-- What a provider may see: which measure, with whom, its days and extent. The reason stands apart.
create table decision.parallel_measure (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  chain_id uuid not null,
  kind text not null,
  actor text not null check (length(actor) between 2 and 200),
  first_day date not null,
  -- The day before the first one: it never began.
  last_day date not null check (last_day >= first_day - 1),
  full_time boolean not null,
  hours_per_week numeric(5, 2) not null check (hours_per_week > 0 and hours_per_week * 4 = trunc(hours_per_week * 4)),
  replaces uuid unique references decision.parallel_measure,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on decision.parallel_measure (case_id);
select platform.protect('decision.parallel_measure');

create table decision.parallel_measure_ground (
  measure_id uuid primary key references decision.parallel_measure,
  case_id uuid not null,
  person_id uuid not null,
  reason text not null check (length(reason) between 1 and 4000),
  letter_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on decision.parallel_measure_ground (case_id);
select platform.protect('decision.parallel_measure_ground', array['jobseeker', 'caseworker', 'approver', 'overseer', 'system']);

create view decision.v_parallel_measure with (security_invoker = true) as
  select m.id as measure_id, m.case_id, m.person_id, m.chain_id, m.kind, m.actor, m.first_day, m.last_day, m.full_time,
         m.hours_per_week, m.on_day, m.recorded_at, m.recorded_by
    from decision.parallel_measure m
   where m.last_day >= m.first_day and not exists (select 1 from decision.parallel_measure n where n.replaces = m.id);
grant select on decision.v_parallel_measure to krom_app;

-- The caseworker has looked at an extension and said no; the provider is not told why.
create table decision.extension_refusal (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  chain_id uuid not null unique,
  reason text not null check (length(reason) between 1 and 4000),
  letter_id uuid,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on decision.extension_refusal (case_id);
select platform.protect('decision.extension_refusal', array['jobseeker', 'caseworker', 'approver', 'overseer', 'system']);

alter table decision.planning_talk add column next_step text;

do $$
declare so_far text := rtrim(pg_get_viewdef('decision.v_step'::regclass), '; ');
begin
  execute 'create or replace view decision.v_step with (security_invoker = true) as ' || so_far || ' union all
  select m.case_id, m.person_id, m.on_day, m.recorded_at, m.recorded_by,
         case when m.replaces is null then ''decision.parallel-measure-decided'' else ''decision.parallel-measure-ended'' end,
         ''decision.parallelMeasureMaxDays'',
         jsonb_build_object(''measureId'', m.id, ''measure'', m.kind, ''actor'', m.actor, ''firstDay'', m.first_day, ''lastDay'', m.last_day,
                            ''fullTime'', m.full_time, ''hoursPerWeek'', m.hours_per_week, ''reason'', g.reason, ''letterId'', g.letter_id)
    from decision.parallel_measure m left join decision.parallel_measure_ground g on g.measure_id = m.id
  union all
  select r.case_id, r.person_id, r.on_day, r.recorded_at, r.recorded_by, ''decision.extension-refused'', ''decision.extensionPreparationDays'',
         jsonb_build_object(''reason'', r.reason, ''letterId'', r.letter_id)
    from decision.extension_refusal r';
end $$;
