-- A stream of advertisements that is followed by itself. Nothing is asked for until an administrator has set one. Its moments are
-- real time: they are the host's, and steer a machine, not the service.
create table vacancies.feed_stream (
  single boolean primary key default true check (single),
  url text not null check (length(url) between 1 and 500),
  switched_on boolean not null,
  -- What changed before this is taken in; written in the transaction that takes it in. Null before the first time.
  taken_to timestamptz,
  -- Asked again then, at once when null. While it is asked this is when another may try, should the first die.
  next_at timestamptz,
  asked_at timestamptz,
  answered_at timestamptz,
  failures_in_row integer not null default 0 check (failures_in_row >= 0),
  -- The latest failure: its code and values; null after an answer that was taken in.
  failure jsonb,
  -- The sums of the latest answer that was taken in.
  sums jsonb,
  set_at timestamptz not null,
  set_by uuid not null
);
select platform.open_table('vacancies.feed_stream', 'select, insert, update');

-- Asks whether a broken advertisement of the stream was told about already.
create index set_aside_by_ad on vacancies.set_aside (ad_id);
