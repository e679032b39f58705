-- A person's wish that a human looks at an assessment again, and the answer. One row each, never changed.
create table assessment.review_request (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  assessment_id uuid not null references assessment.assessment,
  asked_on date not null,
  by_self boolean not null,
  why text check (length(why) between 1 and 2000),
  answer_by date not null check (answer_by >= asked_on),
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on assessment.review_request (case_id, recorded_at desc);
create index on assessment.review_request (person_id);
select platform.protect('assessment.review_request', array['jobseeker', 'caseworker', 'overseer', 'system']);

create table assessment.review_answer (
  request_id uuid primary key references assessment.review_request,
  case_id uuid not null,
  person_id uuid not null,
  outcome text not null check (outcome in ('stands', 'corrected', 'judged-otherwise')),
  words text not null check (length(words) between 1 and 2000),
  on_day date not null,
  letter_id uuid,
  recorded_at timestamptz not null,
  -- A review is a human's: no job answers it.
  recorded_by uuid not null
);
create index on assessment.review_answer (case_id);
select platform.protect('assessment.review_answer', array['jobseeker', 'caseworker', 'overseer', 'system']);

create or replace view assessment.v_step with (security_invoker = true) as
  select case_id, person_id, on_day, recorded_at, recorded_by, 'assessment.person-assessed' as kind, 'assessment.window' as rule,
         jsonb_build_object('assessmentId', id, 'result', result, 'level', level, 'referable', referable, 'probability', round(probability::numeric, 4),
           'window', window_no, 'model', model, 'automatic', automatic) as facts
    from assessment.assessment
  union all
  select case_id, person_id, asked_on, recorded_at, recorded_by, 'assessment.review-asked', 'assessment.reviewAnswerWorkingDays',
         jsonb_build_object('reviewId', id, 'why', why, 'answerBy', answer_by, 'bySelf', by_self)
    from assessment.review_request
  union all
  select case_id, person_id, on_day, recorded_at, recorded_by, 'assessment.review-answered', 'assessment.reviewOutcomes',
         jsonb_build_object('reviewId', request_id, 'outcome', outcome, 'text', words, 'letterId', letter_id)
    from assessment.review_answer;
