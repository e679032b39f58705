-- What a provider's own system is told: keys, days and codes, never names. A message is written in the transaction that gives cause
-- for it; a job delivers it, tries again, and writes down each attempt. Times here are real time: they steer machines, not the service.
create table platform.webhook (
  id uuid primary key,
  organisation_id uuid not null references platform.organisation,
  url text not null,
  events text[] not null check (cardinality(events) > 0),
  -- Signing needs it as it is; the app can write it and never read it.
  secret text not null,
  switched_on boolean not null default true,
  failures_in_row integer not null default 0,
  -- A receiver that took nothing is left alone until then.
  rests_until timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null references platform.user_account,
  -- Taken away for good; what was sent stays in the log.
  removed_at timestamptz
);
create index on platform.webhook (organisation_id);

create table platform.webhook_message (
  id uuid primary key,
  organisation_id uuid not null,
  event text not null,
  happened_at timestamptz not null,
  facts jsonb not null,
  queued_at timestamptz not null default clock_timestamp()
);
create index on platform.webhook_message (organisation_id, queued_at);
create index on platform.webhook_message (queued_at);

create table platform.webhook_delivery (
  id uuid primary key default uuidv7(),
  webhook_id uuid not null references platform.webhook,
  message_id uuid not null references platform.webhook_message on delete cascade,
  organisation_id uuid not null,
  -- When it is to be tried next; null when it has been taken or given up.
  due_at timestamptz,
  attempts integer not null default 0,
  delivered_at timestamptz,
  unique (webhook_id, message_id)
);
create index on platform.webhook_delivery (due_at) where due_at is not null;
create index on platform.webhook_delivery (message_id);

create table platform.webhook_attempt (
  id uuid primary key default uuidv7(),
  delivery_id uuid not null references platform.webhook_delivery on delete cascade,
  organisation_id uuid not null,
  at timestamptz not null,
  -- What the receiver answered; null when it did not.
  status integer,
  error text,
  millis integer not null
);
create index on platform.webhook_attempt (delivery_id, at);

create function platform.keep_to_own_coordinator(target regclass) returns void language plpgsql as $$
declare
  condition text := 'current_setting(''krom.role'', true) = ''coordinator'' and organisation_id = platform.setting_uuid(''krom.organisation'')';
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_all on %s to current_user using (true) with check (true)', target);
  execute format('create policy app_own on %s to krom_app using (%s) with check (%s)', target, condition, condition);
end $$;

select platform.keep_to_own_coordinator('platform.webhook');
grant insert on platform.webhook to krom_app;
grant select (id, organisation_id, url, events, switched_on, failures_in_row, created_at, created_by, removed_at) on platform.webhook to krom_app;
grant update (switched_on, failures_in_row, rests_until, removed_at) on platform.webhook to krom_app;
select platform.keep_to_own_coordinator('platform.webhook_message');
grant select on platform.webhook_message to krom_app;
select platform.keep_to_own_coordinator('platform.webhook_delivery');
grant select, insert, update on platform.webhook_delivery to krom_app;
select platform.keep_to_own_coordinator('platform.webhook_attempt');
grant select on platform.webhook_attempt to krom_app;

-- Writes a message down for an organisation that has somewhere to send it and may see the person: a protected identity, whom
-- only named staff see, is never told of. Any act may give cause for one, so it runs with the owner's rights.
create function platform.tell_system(organisation uuid, person uuid, message uuid, event_name text, moment timestamptz, told jsonb) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select 1 from platform.webhook w where w.organisation_id = organisation and w.removed_at is null) then
    return false;
  end if;
  if not exists (
    select 1 from platform.access a
     where a.person_id = person and a.holder = organisation and a.valid_from <= platform.acting_on()
       and (a.valid_to is null or a.valid_to > platform.acting_on())
  ) then
    return false;
  end if;
  insert into platform.webhook_message (id, organisation_id, event, happened_at, facts) values (message, organisation, event_name, moment, told);
  insert into platform.webhook_delivery (webhook_id, message_id, organisation_id, due_at)
    select w.id, message, organisation, clock_timestamp() from platform.webhook w
     where w.organisation_id = organisation and w.removed_at is null and w.switched_on and event_name = any (w.events);
  if found then
    perform graphile_worker.add_job('deliver-webhooks', '{}'::json, job_key => 'deliver-webhooks', job_key_mode => 'preserve_run_at');
  end if;
  return true;
end $$;
