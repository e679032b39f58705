-- Vacancies from a feed of advertisements, and what advisers and participants make of them (programme 4.5).
create schema vacancies;

-- A copy of what others publish, kept as it now stands; what somebody was shown of it is kept with the suggestion.
create table vacancies.vacancy (
  ad_id text primary key check (length(ad_id) between 1 and 100),
  headline text not null,
  employer text not null,
  workplace text,
  ssyk text not null check (ssyk ~ '^[0-9]{4}$'),
  field text not null generated always as (left(ssyk, 2)) stored,
  municipality_code text check (municipality_code ~ '^[0-9]{4}$'),
  lat double precision not null,
  lon double precision not null,
  approximate boolean not null,
  extent_min numeric not null check (extent_min > 0),
  extent_max numeric not null check (extent_max between extent_min and 100),
  licence_needed boolean not null,
  languages text[] not null,
  experience_needed boolean not null,
  positions integer not null check (positions > 0),
  published_on date not null,
  apply_by date not null check (apply_by >= published_on),
  apply_at text,
  description text not null,
  words tsvector not null generated always as
    (setweight(to_tsvector('swedish', headline), 'A') || setweight(to_tsvector('swedish', employer), 'B') || to_tsvector('swedish', description)) stored,
  fingerprint bytea not null,
  recorded_at timestamptz not null,
  removed_at timestamptz
);
create index vacancy_by_field on vacancies.vacancy (field, lat) where removed_at is null;
create index vacancy_by_day on vacancies.vacancy (published_on desc, ad_id) where removed_at is null;
create index vacancy_words on vacancies.vacancy using gin (words);
select platform.open_table('vacancies.vacancy', 'select, insert, update');

-- Each time a feed was read, with what was set aside and why.
create table vacancies.feed_run (
  id uuid primary key,
  name text not null,
  read integer not null check (read >= 0),
  added integer not null check (added >= 0),
  changed integer not null check (changed >= 0),
  unchanged integer not null check (unchanged >= 0),
  removed integer not null check (removed >= 0),
  set_aside integer not null check (set_aside >= 0),
  recorded_at timestamptz not null,
  recorded_by uuid,
  check (added + changed + unchanged + removed + set_aside = read)
);
select platform.open_table('vacancies.feed_run', 'select, insert');

create table vacancies.set_aside (
  id uuid primary key default uuidv7(),
  run_id uuid not null references vacancies.feed_run deferrable initially deferred,
  line integer not null check (line > 0),
  ad_id text,
  field text,
  reason text not null,
  details jsonb not null
);
create index on vacancies.set_aside (run_id, line);
select platform.open_table('vacancies.set_aside', 'select, insert');

-- Somebody on the provider's or the authority's staff shows a participant a job. What was shown is frozen here.
create table vacancies.suggestion (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  provider_id uuid,
  ad_id text not null,
  headline text not null,
  employer text not null,
  ssyk text not null,
  apply_by date not null,
  because jsonb not null,
  message text check (length(message) between 1 and 1000),
  recorded_at timestamptz not null,
  recorded_by uuid,
  unique (case_id, ad_id)
);
create index on vacancies.suggestion (person_id);
select platform.protect('vacancies.suggestion', array['jobseeker', 'caseworker', 'coordinator', 'adviser']);

-- The participant's answers; the latest counts.
create table vacancies.suggestion_answer (
  id uuid primary key default uuidv7(),
  suggestion_id uuid not null references vacancies.suggestion,
  case_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('interested', 'applied', 'no')),
  reason text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  check ((answer = 'no') = (reason is not null))
);
create index on vacancies.suggestion_answer (suggestion_id, recorded_at desc);
create index on vacancies.suggestion_answer (person_id);
select platform.protect('vacancies.suggestion_answer', array['jobseeker', 'caseworker', 'coordinator', 'adviser']);

-- Jobs that the participant has applied for, from the feed or found elsewhere.
create table vacancies.application (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  ad_id text,
  headline text not null check (length(headline) between 1 and 300),
  employer text not null check (length(employer) between 1 and 300),
  applied_on date not null,
  told_by text not null check (told_by in ('participant', 'provider', 'caseworker')),
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on vacancies.application (case_id, applied_on desc);
create index on vacancies.application (person_id);
create unique index applied_once on vacancies.application (case_id, ad_id) where ad_id is not null;
select platform.protect('vacancies.application', array['jobseeker', 'caseworker', 'coordinator', 'adviser']);
