-- What a caseworker made of the word that work or studies have begun; one answer covers every signal of the case until then.
create table outcomes.signal_answer (
  id uuid primary key,
  signal_id uuid not null unique references outcomes.signal,
  case_id uuid not null,
  person_id uuid not null,
  outcome text not null check (outcome in ('goes-on', 'not-so')),
  reason text check (length(reason) between 1 and 2000),
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  check (outcome <> 'not-so' or reason is not null)
);
create index on outcomes.signal_answer (case_id);
create index on outcomes.signal_answer (person_id);
select platform.protect('outcomes.signal_answer', array['jobseeker', 'caseworker', 'approver', 'overseer']);
