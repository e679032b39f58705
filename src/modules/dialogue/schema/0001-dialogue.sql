-- What a person and the service tell each other (programme 4.5). Free text stands in columns of its own, so that erasure takes it
-- away and leaves the rest.
create schema dialogue;

-- Between a participant and the provider of a spell; nobody else reads them, not another provider of the same person either.
create table dialogue.message (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  placement_id uuid not null,
  provider_id uuid not null,
  from_side text not null check (from_side in ('participant', 'provider')),
  words text check (length(words) between 1 and 10000),
  -- Kinds of sensitive words that whoever wrote was told of and sent all the same.
  pointed_out text[] not null default '{}',
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index on dialogue.message (case_id, recorded_at);
create index on dialogue.message (provider_id, placement_id, recorded_at desc);
create index on dialogue.message (person_id);

-- Up to when a side has read; the latest counts.
create table dialogue.read_mark (
  id uuid primary key default uuidv7(),
  case_id uuid not null,
  person_id uuid not null,
  placement_id uuid not null,
  provider_id uuid not null,
  side text not null check (side in ('participant', 'provider')),
  read_to timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index on dialogue.read_mark (case_id, placement_id, side, read_to desc);
create index on dialogue.read_mark (person_id);

do $$
declare
  held text;
  condition text := '(current_setting(''krom.role'', true) = ''jobseeker''
    or current_setting(''krom.role'', true) in (''coordinator'', ''adviser'') and provider_id = platform.setting_uuid(''krom.organisation''))
    and (person_id::text = current_setting(''krom.seen'', true) or platform.sees(person_id))';
begin
  foreach held in array array['message', 'read_mark'] loop
    execute format('alter table dialogue.%I enable row level security', held);
    execute format('alter table dialogue.%I force row level security', held);
    execute format('create policy owner_all on dialogue.%I to current_user using (true) with check (true)', held);
    execute format('create policy app_talks on dialogue.%I to krom_app using (%s) with check (%s)', held, condition, condition);
    execute format('grant select, insert on dialogue.%I to krom_app', held);
  end loop;
end $$;

-- A question straight to the employment service.
create table dialogue.question (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  words text check (length(words) between 1 and 10000),
  pointed_out text[] not null default '{}',
  -- 'staff' = asked on the telephone or in person, written down by the employment service.
  told_by text not null check (told_by in ('participant', 'staff')),
  asked_on date not null,
  due_on date not null check (due_on >= asked_on),
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index on dialogue.question (case_id, recorded_at desc);
create index on dialogue.question (asked_on);
create index on dialogue.question (person_id);
select platform.protect('dialogue.question', array['jobseeker', 'caseworker', 'overseer']);

create table dialogue.question_answer (
  question_id uuid primary key references dialogue.question,
  case_id uuid not null,
  person_id uuid not null,
  words text check (length(words) between 1 and 10000),
  answered_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index on dialogue.question_answer (case_id);
create index on dialogue.question_answer (person_id);
select platform.protect('dialogue.question_answer', array['jobseeker', 'caseworker', 'overseer']);

-- The participant's own report of a month. `known` is what the house knew when it was sent; a correction replaces.
create table dialogue.activity_report (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  version integer not null check (version > 0),
  known jsonb not null,
  -- What the person adds, in own words; erased with the person.
  added jsonb not null,
  pointed_out text[] not null default '{}',
  told_by text not null check (told_by in ('participant', 'staff')),
  sent_on date not null,
  due_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  unique (case_id, month, version)
);
create index on dialogue.activity_report (person_id);
select platform.protect('dialogue.activity_report', array['jobseeker', 'caseworker']);

-- More time for a report; the latest counts.
create table dialogue.respite (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  until date not null,
  given_on date not null check (until >= given_on),
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index on dialogue.respite (case_id, month);
create index on dialogue.respite (person_id);
select platform.protect('dialogue.respite', array['jobseeker', 'caseworker']);

-- A report that did not come is reminded of once by the house, and once more after a respite that ran out.
create table dialogue.report_reminder (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  -- The last day that was missed.
  due_on date not null,
  on_day date not null,
  recorded_at timestamptz not null,
  unique (case_id, month, due_on)
);
create index on dialogue.report_reminder (on_day);
create index on dialogue.report_reminder (person_id);
select platform.protect('dialogue.report_reminder', array['jobseeker', 'caseworker'], 'select');

-- A person at the employment service tries to reach somebody whose report has not come: before any loss, and none by itself.
create table dialogue.report_contact (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  how text not null check (how in ('telephone', 'letter', 'visit', 'provider')),
  reached boolean not null,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index on dialogue.report_contact (case_id, month);
create index on dialogue.report_contact (person_id);
select platform.protect('dialogue.report_contact', array['jobseeker', 'caseworker']);
