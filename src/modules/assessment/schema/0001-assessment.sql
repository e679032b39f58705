-- Assessments: one row each time the tool was asked, with everything it rested on, so that any of them can be made again.
create schema assessment;

-- Never shown to a provider: what the tool thinks of a person is between the person and the authority.
create table assessment.assessment (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  model text not null,
  window_no integer not null check (window_no between 1 and 99),
  rules_key text not null,
  on_day date not null,
  probability double precision not null check (probability > 0 and probability < 1),
  low double precision not null,
  high double precision not null,
  log_odds double precision not null,
  intercept double precision not null,
  parts jsonb not null,
  inputs jsonb not null,
  facts jsonb not null,
  result text not null check (result in ('near', 'referable', 'far')),
  level text check (level in ('A', 'B', 'C')),
  criteria jsonb not null,
  referable boolean not null,
  waived_by text[] not null,
  automatic boolean not null,
  reason text not null check (length(reason) between 1 and 1000),
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint level_when_referable check ((result = 'referable') = (level is not null)),
  constraint yes_only_when_referable check (not referable or result = 'referable'),
  constraint interval_holds_estimate check (low <= probability and probability <= high)
);
create index on assessment.assessment (case_id, recorded_at desc);
create index on assessment.assessment (person_id);
select platform.protect('assessment.assessment', array['jobseeker', 'caseworker', 'approver', 'overseer', 'system']);

-- What a decision must rest on, without what is between the person and the tool.
create view assessment.v_assessment with (security_invoker = true) as
  select id as assessment_id, case_id, person_id, model, window_no, on_day, probability, result, level, referable, waived_by, recorded_at
    from assessment.assessment;
grant select on assessment.v_assessment to krom_app;

create view assessment.v_step with (security_invoker = true) as
  select case_id, person_id, on_day, recorded_at, recorded_by, 'assessment.person-assessed' as kind, 'assessment.window' as rule,
         jsonb_build_object('assessmentId', id, 'result', result, 'level', level, 'referable', referable, 'probability', round(probability::numeric, 4),
           'window', window_no, 'model', model, 'automatic', automatic) as facts
    from assessment.assessment;
grant select on assessment.v_step to krom_app;
