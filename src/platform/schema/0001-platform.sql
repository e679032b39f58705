-- Plumbing that every module stands on: who acts, who may see whom, what was written and read, what is to be done.
-- Policies refer only to platform.access; the settings krom.* are set per transaction by platform.enter or platform.act.
create schema platform;

create table platform.organisation (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('authority', 'provider', 'municipality')),
  name text not null,
  organisation_number text unique
);

create table platform.office (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references platform.organisation,
  name text not null,
  municipality_code text not null
);

create table platform.user_account (
  id uuid primary key default uuidv7(),
  subject text unique not null,
  display_name text not null,
  email text,
  person_id uuid unique
);

-- One person may hold several duties at several organisations; the session carries the one in use.
create table platform.duty (
  id uuid primary key default uuidv7(),
  user_id uuid not null references platform.user_account,
  role text not null check (role in ('jobseeker', 'caseworker', 'coordinator', 'adviser', 'approver', 'overseer', 'municipality', 'analyst', 'administrator')),
  organisation_id uuid references platform.organisation,
  office_id uuid references platform.office,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from)
);
create index on platform.duty (user_id);
create index on platform.duty (organisation_id, role);

-- The identity number that the sign-in broker vouches for: a person registers oneself, nobody else.
create table platform.identity_claim (
  user_id uuid primary key references platform.user_account,
  identity_number text not null
);

create table platform.session (
  token_hash bytea primary key,
  user_id uuid not null references platform.user_account,
  duty_id uuid not null references platform.duty,
  csrf_token text not null,
  id_token text,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index on platform.session (user_id);

-- Sign-in attempts under way: state, nonce and PKCE verifier, so that any app process can answer the callback.
create table platform.sign_in_attempt (
  state text primary key,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  created_at timestamptz not null
);

-- The domain clock is real time plus this many days; it only moves forward.
create table platform.clock (
  only_row boolean primary key default true check (only_row),
  offset_days integer not null default 0,
  -- Every calendar duty of every day up to and with this one has been run.
  ran_to date
);
insert into platform.clock default values;

create table platform.access (
  id uuid primary key default uuidv7(),
  person_id uuid not null,
  holder uuid not null,
  ground text not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);
create index on platform.access (person_id, holder);
create index on platform.access (holder, person_id);

create table platform.audit_entry (
  id uuid primary key default uuidv7(),
  at timestamptz not null default clock_timestamp(),
  transaction_id xid8 not null default pg_current_xact_id(),
  user_id uuid,
  role text not null,
  organisation_id uuid,
  operation text not null,
  purpose text not null,
  person_ids uuid[] not null,
  wrote boolean not null,
  subject text
);
create index on platform.audit_entry (transaction_id, id);
create index on platform.audit_entry using gin (person_ids);

-- A seal covers every row whose transaction id lies in [from_transaction, to_transaction): all of those have ended when it is made, so no row can come late.
create table platform.audit_seal (
  number bigint primary key,
  from_transaction xid8 not null,
  to_transaction xid8 not null,
  entries bigint not null,
  hash bytea not null,
  sealed_at timestamptz not null default clock_timestamp()
);

create table platform.idempotency (
  user_id uuid not null,
  key uuid not null,
  operation text not null,
  body_hash bytea not null,
  status integer,
  reply jsonb,
  created_at timestamptz not null default clock_timestamp(),
  primary key (user_id, key)
);

create table platform.task (
  id uuid primary key default uuidv7(),
  kind text not null,
  subject_id uuid not null,
  case_id uuid,
  person_id uuid,
  why jsonb not null,
  due_on date not null,
  for_office uuid,
  for_user uuid,
  for_organisation uuid,
  opened_at timestamptz not null,
  opened_by uuid,
  closed_at timestamptz,
  closed_by uuid
);
create unique index task_open_once on platform.task (kind, subject_id) where closed_at is null;
create index on platform.task (for_office, due_on) where closed_at is null;
create index on platform.task (for_user, due_on) where closed_at is null;
create index on platform.task (for_organisation, due_on) where closed_at is null;
create index on platform.task (case_id);

create table platform.notice (
  id uuid primary key default uuidv7(),
  kind text not null,
  person_id uuid,
  user_id uuid,
  organisation_id uuid,
  channel text not null check (channel in ('email', 'letter', 'screen')),
  subject_id uuid,
  details jsonb not null,
  queued_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text
);
create index on platform.notice (queued_at) where sent_at is null;

create table platform.letter (
  id uuid primary key default uuidv7(),
  kind text not null,
  person_id uuid not null,
  case_id uuid not null,
  language text not null,
  title text not null,
  html text not null,
  sha256 bytea not null,
  frozen_at timestamptz not null,
  frozen_by uuid
);
create index on platform.letter (case_id);

-- Which sweeps of which day have ended, so that a killed day goes on where it was.
create table platform.day_run (
  day date not null,
  sweep text not null,
  ended_at timestamptz not null default clock_timestamp(),
  primary key (day, sweep)
);

create function platform.setting_uuid(name text) returns uuid language sql stable
  return nullif(current_setting(name, true), '')::uuid;

create function platform.acting_on() returns date language sql stable
  return nullif(current_setting('krom.today', true), '')::date;

-- Whether the acting user or organisation holds an access row for the person on the day. The person last seen is remembered in
-- krom.seen for the transaction, so that a page of one person's rows asks platform.access once; whoever acts, grants or ends forgets it.
-- A function and not a subquery in each policy: the planner would otherwise hash everybody whom an authority may see.
create function platform.sees(person uuid) returns boolean language plpgsql stable cost 1000 as $$
begin
  if exists (
    select 1 from platform.access a
     where a.person_id = person and a.holder = any (array[platform.setting_uuid('krom.user'), platform.setting_uuid('krom.organisation')])
       and a.valid_from <= platform.acting_on() and (a.valid_to is null or a.valid_to > platform.acting_on())
  ) then
    perform set_config('krom.seen', person::text, true);
    return true;
  end if;
  return false;
end $$;

-- Gives a table its second wall: the app sees and writes only rows of persons that the acting user or organisation holds an
-- access row for on the day; named roles narrow further. The owner (migrations, jobs) sees all.
create function platform.protect(target regclass, roles text[] default null, app_may text default 'select, insert') returns void language plpgsql as $$
declare
  condition text := '(person_id::text = current_setting(''krom.seen'', true) or platform.sees(person_id))';
begin
  if roles is not null then
    condition := format('current_setting(''krom.role'', true) = any (%L::text[]) and ', roles) || condition;
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_all on %s to current_user using (true) with check (true)', target);
  execute format('create policy app_holds_access on %s to krom_app using (%s) with check (%s)', target, condition, condition);
  execute format('grant %s on %s to krom_app', app_may, target);
  execute format('grant usage on schema %I to krom_app', (select nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target));
end $$;

create function platform.open_table(target regclass, app_may text default 'select') returns void language plpgsql as $$
begin
  execute format('grant %s on %s to krom_app', app_may, target);
  execute format('grant usage on schema %I to krom_app', (select nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target));
end $$;

-- Opens a request: finds the living session and sets who acts and on which day. One round trip. Null when nobody is signed in.
create function platform.enter(token bytea, idle_minutes integer) returns jsonb language plpgsql security definer set search_path = pg_catalog as $$
declare
  moment timestamptz := clock_timestamp();
  domain_moment timestamptz := (select moment + make_interval(days => offset_days) from platform.clock);
  today date := (domain_moment at time zone 'Europe/Stockholm')::date;
  now_text text := to_char(domain_moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  who record;
begin
  select s.user_id, s.csrf_token, s.seen_at, d.id as duty_id, d.role, d.organisation_id, d.office_id, u.person_id, u.display_name,
         (select o.name from platform.organisation o where o.id = d.organisation_id) as organisation_name
    into who
    from platform.session s
    join platform.duty d on d.id = s.duty_id
    join platform.user_account u on u.id = s.user_id
   where s.token_hash = token and s.expires_at > moment and s.seen_at > moment - make_interval(mins => idle_minutes)
     and d.valid_from <= today and (d.valid_to is null or d.valid_to > today);
  if not found then
    perform set_config('krom.today', today::text, true);
    return jsonb_build_object('now', now_text, 'today', today);
  end if;
  if who.seen_at < moment - interval '1 minute' then
    update platform.session set seen_at = moment where token_hash = token;
  end if;
  perform platform.act(who.user_id, who.role, who.organisation_id, today);
  return jsonb_build_object('now', now_text, 'today', today, 'userId', who.user_id, 'dutyId', who.duty_id,
    'role', who.role, 'organisationId', who.organisation_id, 'organisationName', who.organisation_name, 'officeId', who.office_id,
    'personId', who.person_id, 'name', who.display_name, 'csrfToken', who.csrf_token);
end $$;

-- Starts a session for whom the broker vouches. Somebody unknown becomes a jobseeker without a case; staff are entered by an administrator.
create function platform.begin_session(broker_subject text, name text, vouched_number text, token bytea, csrf text, broker_token text, hours integer) returns jsonb
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  moment timestamptz := clock_timestamp();
  today date := ((moment + make_interval(days => (select offset_days from platform.clock))) at time zone 'Europe/Stockholm')::date;
  account platform.user_account;
  chosen uuid;
begin
  insert into platform.user_account (subject, display_name) values (broker_subject, name)
    on conflict (subject) do update set display_name = excluded.display_name returning * into account;
  if vouched_number is not null then
    insert into platform.identity_claim values (account.id, vouched_number) on conflict (user_id) do update set identity_number = excluded.identity_number;
  end if;
  if not exists (select 1 from platform.duty where user_id = account.id) then
    insert into platform.duty (user_id, role, valid_from) values (account.id, 'jobseeker', today);
  end if;
  select id into chosen from platform.duty where user_id = account.id and valid_from <= today and (valid_to is null or valid_to > today) order by role, id limit 1;
  if chosen is null then return null; end if;
  insert into platform.session (token_hash, user_id, duty_id, csrf_token, id_token, created_at, seen_at, expires_at)
    values (token, account.id, chosen, csrf, broker_token, moment, moment, moment + make_interval(hours => hours));
  return jsonb_build_object('userId', account.id, 'dutyId', chosen);
end $$;

-- Ends a session at this end and hands over what the broker needs to end it at the other.
create function platform.end_session(token bytea) returns text language sql security definer set search_path = pg_catalog
  begin atomic
    delete from platform.session where token_hash = token returning id_token;
  end;

-- Changes the duty that a session acts under; only to one the user holds today.
create function platform.use_duty(token bytea, duty uuid) returns boolean language sql security definer set search_path = pg_catalog
  begin atomic
    update platform.session s set duty_id = duty where s.token_hash = token
      and exists (select 1 from platform.duty d where d.id = duty and d.user_id = s.user_id) returning true;
  end;

-- Ties a sign-in to its person, once: one's own when registering oneself, or that of a jobseeker whom a caseworker registers.
create function platform.link_person(account uuid, person uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  update platform.user_account u set person_id = person
   where u.id = account and u.person_id is null
     and not exists (select 1 from platform.duty d where d.user_id = u.id and d.role <> 'jobseeker')
     and (account = platform.setting_uuid('krom.user') or current_setting('krom.role', true) in ('caseworker', 'system'));
  if not found then
    raise exception 'the account % cannot be tied to a person', account;
  end if;
end $$;

-- Time only goes forward, and only an administrator of a test system moves it.
create function platform.move_clock(days integer) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  if days < 1 or current_setting('krom.role', true) is distinct from 'administrator' then
    raise exception 'the clock is moved forward by an administrator';
  end if;
  update platform.clock set offset_days = offset_days + days;
end $$;

-- Roles without a duty towards persons act without their organisation, so that row-level security gives them no person at all.
create function platform.act(user_id uuid, role text, organisation_id uuid, today date) returns void language plpgsql as $$
begin
  perform set_config('krom.user', coalesce(user_id::text, ''), true), set_config('krom.role', role, true),
    set_config('krom.organisation', case when role in ('analyst', 'administrator', 'municipality') then '' else coalesce(organisation_id::text, '') end, true),
    set_config('krom.today', today::text, true), set_config('krom.seen', '', true);
end $$;

create function platform.grant_access(person uuid, holder uuid, ground text, from_day date, to_day date) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into platform.access (person_id, holder, ground, valid_from, valid_to) values (person, holder, ground, from_day, to_day);
  perform set_config('krom.seen', '', true);
end $$;

create function platform.end_access(person uuid, access_holder uuid, access_ground text, to_day date) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update platform.access set valid_to = greatest(to_day, valid_from)
   where person_id = person and holder = access_holder and ground = access_ground and (valid_to is null or valid_to > to_day);
  perform set_config('krom.seen', '', true);
end $$;

-- Jobs are queued in the app's own transaction although the app may not touch the queue's tables.
create function platform.enqueue(task_name text, payload json, key text) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(task_name, payload, job_key => key, job_key_mode => 'preserve_run_at');
end $$;

select platform.open_table('platform.organisation', 'select');
select platform.open_table('platform.office', 'select');
select platform.open_table('platform.duty', 'select, insert');
select platform.open_table('platform.sign_in_attempt', 'select, insert, delete');
select platform.open_table('platform.clock', 'select');
select platform.open_table('platform.access', 'select');
select platform.open_table('platform.idempotency', 'select, insert, update');
-- Anyone's act may queue a notice; only the administrator's outbox page lists them.
alter table platform.notice enable row level security;
alter table platform.notice force row level security;
create policy owner_all on platform.notice to current_user using (true) with check (true);
create policy app_queues on platform.notice for insert to krom_app with check (true);
create policy app_lists on platform.notice for select to krom_app using (current_setting('krom.role', true) = 'administrator');
grant select, insert on platform.notice to krom_app;


-- A work item is seen by those it is for; one about a person only by staff who may see that person.
alter table platform.task enable row level security;
alter table platform.task force row level security;
create policy owner_all on platform.task to current_user using (true) with check (true);
create policy app_opens on platform.task for insert to krom_app with check (true);
create policy app_sees on platform.task for select to krom_app using (
  for_user = platform.setting_uuid('krom.user')
  or for_organisation = platform.setting_uuid('krom.organisation')
  or (current_setting('krom.role', true) in ('caseworker', 'approver', 'overseer') and (person_id is null or platform.sees(person_id))));
grant select, insert on platform.task to krom_app;

-- Any act may finish a work item, also one that the actor cannot see (a participant's choice closes the caseworker's task).
create function platform.close_task(task_kind text, subject uuid, moment timestamptz, by_user uuid) returns void
  language sql security definer set search_path = pg_catalog
  begin atomic
    update platform.task set closed_at = moment, closed_by = by_user where kind = task_kind and subject_id = subject and closed_at is null;
  end;

-- Staff are known to all who are signed in; a participant's account only to those who may see the person.
alter table platform.user_account enable row level security;
alter table platform.user_account force row level security;
create policy owner_all on platform.user_account to current_user using (true) with check (true);
create policy app_sees on platform.user_account for select to krom_app using (
  id = platform.setting_uuid('krom.user') or person_id is null and platform.setting_uuid('krom.user') is not null
  or platform.sees(person_id));
create policy app_adds_staff on platform.user_account for insert to krom_app with check (
  person_id is null and current_setting('krom.role', true) in ('administrator', 'coordinator'));
grant select, insert on platform.user_account to krom_app;

alter table platform.identity_claim enable row level security;
alter table platform.identity_claim force row level security;
create policy owner_all on platform.identity_claim to current_user using (true) with check (true);
create policy app_sees_own on platform.identity_claim for select to krom_app using (user_id = platform.setting_uuid('krom.user'));
grant select on platform.identity_claim to krom_app;

select platform.protect('platform.letter', array['jobseeker', 'caseworker', 'approver', 'overseer']);

alter table platform.audit_entry enable row level security;
alter table platform.audit_entry force row level security;
create policy owner_all on platform.audit_entry to current_user using (true) with check (true);
create policy app_appends on platform.audit_entry for insert to krom_app with check (true);
create policy app_reads on platform.audit_entry for select to krom_app using (
  current_setting('krom.role', true) = 'administrator'
  or (current_setting('krom.role', true) = 'jobseeker' and exists (
    select 1 from platform.access a where a.person_id = any (audit_entry.person_ids) and a.holder = platform.setting_uuid('krom.user') and a.ground = 'self')));
grant select, insert on platform.audit_entry to krom_app;

-- The fingerprint of one batch of the audit log, chained to the seal before it; the same bytes whatever the session's settings.
create function platform.audit_hash(from_id xid8, to_id xid8, before bytea) returns bytea language sql stable set timezone = 'UTC' set datestyle = 'ISO' as $$
  select sha256(before || convert_to(coalesce(string_agg(e::text, E'\n' order by e.transaction_id, e.id), ''), 'UTF8'))
    from platform.audit_entry e where e.transaction_id >= from_id and e.transaction_id < to_id
$$;
