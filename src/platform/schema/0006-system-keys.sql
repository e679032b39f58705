-- A provider's own system acts with a key of its own (decision 0015). The key is shown once and kept as a hash; what it may be
-- used for, how long and by whom it was made are facts, and so is its end. Its account names it in the audit log and beside what it wrote.
create table platform.system_key (
  id uuid primary key references platform.user_account,
  organisation_id uuid not null references platform.organisation,
  name text not null check (length(name) between 1 and 100),
  key_hash bytea unique not null,
  -- The last characters, so that people can tell two keys apart.
  ending text not null,
  purposes text[] not null check (cardinality(purposes) > 0 and purposes <@ array['caseload', 'log', 'events']),
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null references platform.user_account,
  expires_at timestamptz not null,
  last_used_at timestamptz
);
create index on platform.system_key (organisation_id);

create table platform.system_key_revoked (
  key_id uuid primary key references platform.system_key,
  organisation_id uuid not null references platform.organisation,
  at timestamptz not null default clock_timestamp(),
  by_user uuid not null references platform.user_account
);

alter table platform.system_key enable row level security;
alter table platform.system_key force row level security;
create policy owner_all on platform.system_key to current_user using (true) with check (true);
create policy app_keeps_own on platform.system_key to krom_app using (
  current_setting('krom.role', true) = 'coordinator' and organisation_id = platform.setting_uuid('krom.organisation'))
  with check (current_setting('krom.role', true) = 'coordinator' and organisation_id = platform.setting_uuid('krom.organisation')
    and created_by = platform.setting_uuid('krom.user'));
-- The hash can be written and never read.
grant insert on platform.system_key to krom_app;
grant select (id, organisation_id, name, ending, purposes, created_at, created_by, expires_at, last_used_at) on platform.system_key to krom_app;

alter table platform.system_key_revoked enable row level security;
alter table platform.system_key_revoked force row level security;
create policy owner_all on platform.system_key_revoked to current_user using (true) with check (true);
create policy app_revokes_own on platform.system_key_revoked to krom_app using (
  current_setting('krom.role', true) = 'coordinator' and organisation_id = platform.setting_uuid('krom.organisation'))
  with check (current_setting('krom.role', true) = 'coordinator' and organisation_id = platform.setting_uuid('krom.organisation')
    and by_user = platform.setting_uuid('krom.user'));
grant select, insert on platform.system_key_revoked to krom_app;

-- Opens a request that carries a key: finds the living key and sets who acts, for its organisation and on which day.
create function platform.enter_with_key(token bytea) returns jsonb language plpgsql security definer set search_path = pg_catalog as $$
declare
  moment timestamptz := clock_timestamp();
  domain_moment timestamptz := (select moment + make_interval(days => offset_days) from platform.clock);
  today date := (domain_moment at time zone 'Europe/Stockholm')::date;
  now_text text := to_char(domain_moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  who record;
begin
  select k.id, k.organisation_id, k.name, k.purposes, k.last_used_at, o.name as organisation_name into who
    from platform.system_key k join platform.organisation o on o.id = k.organisation_id
   where k.key_hash = token and k.expires_at > moment
     and not exists (select 1 from platform.system_key_revoked r where r.key_id = k.id);
  if not found then
    perform set_config('krom.today', today::text, true);
    return jsonb_build_object('now', now_text, 'today', today, 'decided', platform.decided_rules(today), 'systemPurposes', '[]'::jsonb);
  end if;
  if who.last_used_at is null or who.last_used_at < moment - interval '1 minute' then
    -- Whoever finds the row taken lets it be: two requests of one system never wait for each other here.
    update platform.system_key set last_used_at = moment
     where id = (select k.id from platform.system_key k where k.id = who.id for update skip locked);
  end if;
  perform platform.act(who.id, 'coordinator', who.organisation_id, today);
  return jsonb_build_object('now', now_text, 'today', today, 'decided', platform.decided_rules(today), 'userId', who.id, 'role', 'coordinator',
    'organisationId', who.organisation_id, 'organisationName', who.organisation_name, 'officeId', null, 'personId', null, 'name', who.name,
    'systemPurposes', to_jsonb(who.purposes));
end $$;
