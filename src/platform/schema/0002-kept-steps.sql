-- A case's steps are derived from some sixty tables. What one kind of reader sees of them is kept until anything about the
-- person is written, so that reading a case's page again costs one row. Kept steps are never truth: they can be thrown away.

-- How many times something about the person has been written.
create table platform.person_version (
  person_id uuid primary key,
  version bigint not null
);
select platform.protect('platform.person_version', null, 'select');

create table platform.kept_steps (
  case_id uuid not null,
  role text not null,
  -- The reader's organisation; the nil key for a participant.
  organisation_id uuid not null,
  person_id uuid not null,
  version bigint not null,
  steps jsonb not null,
  primary key (case_id, role, organisation_id)
);
create index on platform.kept_steps (person_id);
select platform.protect('platform.kept_steps', null, 'select, insert, update');

-- Counts a write about each person, in the transaction that writes; in order of key, so that two such never wait crosswise.
create function platform.count_write(persons uuid[]) returns void language sql security definer set search_path = pg_catalog
  begin atomic
    insert into platform.person_version (person_id, version) select distinct p, 1 from unnest(persons) p order by 1
      on conflict (person_id) do update set version = platform.person_version.version + 1;
  end;

create function platform.reader_organisation() returns uuid language sql stable
  return coalesce(platform.setting_uuid('krom.organisation'), '00000000-0000-0000-0000-000000000000'::uuid);
