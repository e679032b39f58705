-- Register extracts on their way in: the file, how far it has come, and the rows refused.
create table registration.import_run (
  id uuid primary key default uuidv7(),
  name text not null,
  sha256 bytea not null,
  size_bytes bigint not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'refused')),
  refusal jsonb,
  -- The last line that is dealt with; it moves in the same transaction as the rows, so a broken-off run goes on after it.
  line_done integer not null default 0,
  rows integer not null default 0,
  rows_total integer,
  accepted integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_at timestamptz
);
create index on registration.import_run (sha256);
select platform.open_table('registration.import_run', 'select, insert');

-- Only codes and places: what the row said is not kept, for it may belong to a protected person.
create table registration.import_problem (
  id bigint generated always as identity primary key,
  run_id uuid not null references registration.import_run,
  line integer not null,
  column_no integer,
  field text,
  reason text not null,
  details jsonb not null default '{}'
);
create index on registration.import_problem (run_id, line);
select platform.open_table('registration.import_problem', 'select');

-- An uploaded file in pieces until its run has ended. The app writes it and cannot read it.
create table registration.import_piece (
  run_id uuid not null references registration.import_run,
  number integer not null,
  bytes bytea not null,
  primary key (run_id, number)
);
select platform.open_table('registration.import_piece', 'insert');
