-- Rule values that the authority decides on while the system runs, beside those written in the rules room (decision 0010).
-- They hold no person and are as public as the law. A value never begins on a day that has come, and two people stand behind it.
create table platform.rule_value (
  id uuid primary key default uuidv7(),
  -- `module.key` of the rule.
  name text not null check (name ~ '^[a-z]+[.][A-Za-z]+$'),
  from_day date not null,
  value jsonb not null,
  -- The plan it rests on; one plan may set several rules.
  plan_id uuid not null,
  decided_on date not null,
  prepared_by uuid not null references platform.user_account,
  approved_by uuid not null references platform.user_account,
  recorded_at timestamptz not null,
  constraint four_eyes check (prepared_by <> approved_by),
  constraint never_retroactive check (from_day > decided_on),
  unique (plan_id, name)
);

-- A plan that was taken back before its day.
create table platform.rule_plan_withdrawn (
  plan_id uuid primary key,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null references platform.user_account
);

alter table platform.rule_value enable row level security;
alter table platform.rule_value force row level security;
create policy owner_all on platform.rule_value to current_user using (true) with check (true);
create policy app_sees on platform.rule_value for select to krom_app using (true);
create policy app_approves on platform.rule_value for insert to krom_app with check (
  current_setting('krom.role', true) = 'administrator' and approved_by = platform.setting_uuid('krom.user')
  and decided_on = platform.acting_on());
grant select, insert on platform.rule_value to krom_app;

alter table platform.rule_plan_withdrawn enable row level security;
alter table platform.rule_plan_withdrawn force row level security;
create policy owner_all on platform.rule_plan_withdrawn to current_user using (true) with check (true);
create policy app_sees on platform.rule_plan_withdrawn for select to krom_app using (true);
create policy app_withdraws on platform.rule_plan_withdrawn for insert to krom_app with check (
  current_setting('krom.role', true) = 'administrator' and recorded_by = platform.setting_uuid('krom.user') and on_day = platform.acting_on()
  and not exists (select 1 from platform.rule_value v where v.plan_id = rule_plan_withdrawn.plan_id and v.from_day <= on_day));
grant select, insert on platform.rule_plan_withdrawn to krom_app;

create view platform.v_rule_value with (security_invoker = true) as
  select v.id, v.name, v.from_day, v.value, v.plan_id
    from platform.rule_value v
   where not exists (select 1 from platform.rule_plan_withdrawn w where w.plan_id = v.plan_id);
grant select on platform.v_rule_value to krom_app;

-- Of each rule the decided value with the latest first day up to the day; null where nothing is decided.
create function platform.decided_rules(on_day date) returns jsonb language sql stable
  begin atomic
    select jsonb_agg(jsonb_build_object('id', latest.id, 'name', latest.name, 'from', latest.from_day, 'value', latest.value) order by latest.name)
      from (
        select distinct on (v.name) v.id, v.name, v.from_day, v.value from platform.v_rule_value v
         where v.from_day <= on_day order by v.name, v.from_day desc, v.id desc
      ) latest;
  end;

-- Opens a request: finds the living session and sets who acts and on which day. One round trip. Null when nobody is signed in.
create or replace function platform.enter(token bytea, idle_minutes integer) returns jsonb language plpgsql security definer set search_path = pg_catalog as $$
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
    return jsonb_build_object('now', now_text, 'today', today, 'decided', platform.decided_rules(today));
  end if;
  if who.seen_at < moment - interval '1 minute' then
    update platform.session set seen_at = moment where token_hash = token;
  end if;
  perform platform.act(who.user_id, who.role, who.organisation_id, today);
  return jsonb_build_object('now', now_text, 'today', today, 'decided', platform.decided_rules(today), 'userId', who.user_id, 'dutyId', who.duty_id,
    'role', who.role, 'organisationId', who.organisation_id, 'organisationName', who.organisation_name, 'officeId', who.office_id,
    'personId', who.person_id, 'name', who.display_name, 'csrfToken', who.csrf_token);
end $$;
