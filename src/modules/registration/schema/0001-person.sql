-- Persons, their cases and the places they live in. Facts are rows that are never overwritten; the current one is the one not replaced.
create schema registration;

-- The key that everything else carries. The identity number stands here once more so that no two persons can have the same.
create table registration.person (
  person_id uuid primary key,
  identity_number text unique not null check (identity_number ~ '^[0-9]{12}$'),
  created_at timestamptz not null
);
select platform.protect('registration.person', null, 'select, insert');
grant update (identity_number) on registration.person to krom_app;

create table registration.person_version (
  id uuid primary key default uuidv7(),
  person_id uuid not null references registration.person,
  replaces uuid references registration.person_version,
  identity_number text not null check (identity_number ~ '^[0-9]{12}$'),
  given_name text not null,
  family_name text not null,
  street text,
  postcode text check (postcode ~ '^[0-9]{5}$'),
  locality text,
  municipality_code text not null check (municipality_code ~ '^[0-9]{4}$'),
  lat double precision,
  lon double precision,
  home_approximate boolean not null,
  sex text not null check (sex in ('female', 'male')),
  birth_date date not null,
  birth_region text not null check (birth_region in ('sweden', 'nordic', 'europe', 'world')),
  education text not null check (education in ('compulsory', 'upper-secondary', 'post-secondary', 'unknown')),
  education_completed boolean,
  disability boolean not null,
  disability_code text,
  programme text check (programme in ('JOB', 'UGA', 'ETP')),
  registered_from date not null,
  registered_days_10y integer not null check (registered_days_10y between 0 and 3653),
  ssyk text[] not null,
  wanted_extent_percent integer not null check (wanted_extent_percent between 1 and 100),
  available_hours integer not null check (available_hours between 0 and 40),
  language text not null,
  interpreter boolean not null,
  email text,
  phone text,
  driving_licence boolean,
  availability text not null check (availability in ('yes', 'no', 'partly')),
  protection text not null check (protection in ('none', 'secrecy-mark', 'protected-registration', 'fictitious-identity')),
  -- Of the register extract's row that this version rests on, so that the same row twice changes nothing.
  extract_fingerprint text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  check ((lat is null) = (lon is null)),
  check (protection = 'none' or lat is null)
);
create unique index person_version_replaced_once on registration.person_version (replaces) where replaces is not null;
create index on registration.person_version (person_id);
create index on registration.person_version (lower(family_name) text_pattern_ops);
create index on registration.person_version (lower(given_name) text_pattern_ops);
select platform.protect('registration.person_version');

-- The case outlives an erased person: its key is no reference, so that the person can go and the steps stay.
create table registration.case_file (
  case_id uuid primary key,
  person_id uuid not null,
  opened_on date not null,
  channel text not null check (channel in ('digital', 'office', 'remote-meeting', 'assisted', 'import')),
  assisted_by uuid,
  answers jsonb not null default '{}',
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on registration.case_file (person_id);
select platform.protect('registration.case_file');

create table registration.case_closed (
  case_id uuid primary key references registration.case_file,
  person_id uuid not null,
  closed_on date not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
select platform.protect('registration.case_closed');

create table registration.assignment (
  id uuid primary key default uuidv7(),
  case_id uuid not null references registration.case_file,
  person_id uuid not null,
  office_id uuid,
  caseworker_user_id uuid,
  from_day date not null,
  replaces uuid references registration.assignment,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create unique index assignment_replaced_once on registration.assignment (replaces) where replaces is not null;
create index on registration.assignment (case_id);
create index on registration.assignment (caseworker_user_id);
create index on registration.assignment (office_id);
select platform.protect('registration.assignment');

create table registration.profiling_notice (
  case_id uuid primary key references registration.case_file,
  person_id uuid not null,
  given_on date not null,
  channel text not null check (channel in ('screen', 'letter', 'spoken')),
  recorded_at timestamptz not null,
  recorded_by uuid
);
select platform.protect('registration.profiling_notice');

-- Ended spells before the current one, half-open; the current spell begins at the version's registered_from.
create table registration.registration_spell (
  id uuid primary key default uuidv7(),
  person_id uuid not null,
  case_id uuid not null references registration.case_file,
  from_day date not null,
  to_day date not null check (to_day > from_day),
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on registration.registration_spell (case_id);
select platform.protect('registration.registration_spell');

-- The caseworker of the office with the fewest open cases, ties by key. The one who registers may not see all cases, so the count is made for them.
create function registration.next_caseworker(office uuid, on_day date) returns uuid
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select d.user_id
      from platform.duty d
      left join lateral (
        select count(*) as cases from registration.assignment a
         where a.caseworker_user_id = d.user_id
           and not exists (select 1 from registration.assignment n where n.replaces = a.id)
           and not exists (select 1 from registration.case_closed x where x.case_id = a.case_id)
      ) load on true
     where d.role = 'caseworker' and d.office_id = office
       and d.valid_from <= on_day and (d.valid_to is null or d.valid_to > on_day)
     order by load.cases, d.user_id
     limit 1;
  end;
