-- What a provider's own system has sent of the log: which of its rows became which fact. A changed row is a new row that replaces.
create table delivery.log_import (
  id uuid primary key,
  provider_id uuid not null,
  name text not null,
  how text not null check (how in ('api', 'file')),
  rows integer not null,
  accepted integer not null,
  updated integer not null,
  unchanged integer not null,
  refused integer not null,
  -- Where, which field and which problem; nothing of what stood in the row.
  problems jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on delivery.log_import (provider_id, recorded_at);
alter table delivery.log_import enable row level security;
alter table delivery.log_import force row level security;
create policy owner_all on delivery.log_import to current_user using (true) with check (true);
create policy app_own on delivery.log_import to krom_app using (
  current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation'))
  with check (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation'));
grant select, insert on delivery.log_import to krom_app;

create table delivery.imported_row (
  id uuid primary key,
  import_id uuid not null references delivery.log_import deferrable initially deferred,
  provider_id uuid not null,
  external_id text not null,
  kind text not null check (kind in ('meeting', 'activity')),
  case_id uuid not null,
  person_id uuid not null,
  -- Of what the row said, so that the same row again changes nothing.
  fingerprint text not null,
  meeting_id uuid,
  entry_id uuid,
  replaces uuid unique references delivery.imported_row,
  recorded_at timestamptz not null,
  recorded_by uuid,
  check ((kind = 'meeting') = (meeting_id is not null) and (kind = 'activity') = (entry_id is not null))
);
create unique index imported_row_first on delivery.imported_row (provider_id, external_id) where replaces is null;
create index on delivery.imported_row (provider_id, external_id);
create index on delivery.imported_row (case_id);
select platform.protect('delivery.imported_row');

-- The own system's key of a participant.
create table delivery.participant_reference (
  provider_id uuid not null,
  reference text not null,
  case_id uuid not null,
  person_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (provider_id, reference)
);
create index on delivery.participant_reference (case_id);
select platform.protect('delivery.participant_reference');
