-- What participants complain of (programme 7): received, and answered by the overseer. No provider reads one.
create table oversight.complaint (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  about text not null check (about in ('provider', 'employment-service', 'other')),
  -- The provider of the spell that went on, when it is about the provider.
  provider_id uuid,
  -- The person does not want the provider to learn who complains.
  anonymous boolean not null,
  words text check (length(words) between 1 and 10000),
  pointed_out text[] not null default '{}',
  received_on date not null,
  due_on date not null check (due_on >= received_on),
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index on oversight.complaint (case_id);
create index on oversight.complaint (provider_id, received_on);
create index on oversight.complaint (person_id);
select platform.protect('oversight.complaint', array['jobseeker', 'overseer']);

create table oversight.complaint_answer (
  complaint_id uuid primary key references oversight.complaint,
  case_id uuid not null,
  person_id uuid not null,
  words text check (length(words) between 1 and 10000),
  answered_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index on oversight.complaint_answer (case_id);
create index on oversight.complaint_answer (person_id);
select platform.protect('oversight.complaint_answer', array['jobseeker', 'overseer']);
