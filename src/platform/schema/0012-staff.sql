-- A provider's coordinators keep its staff: let colleagues in, change what a duty is for, set its last day (decision 0023). Duties are
-- written by functions with a condition of their own alone.
revoke insert on platform.duty from krom_app;
alter table platform.duty add column used_at timestamptz;

-- A duty at the organisation of a coordinator who acts for the whole of it, held for the rest of the transaction.
create function platform.staff_duty(wanted uuid) returns platform.duty language plpgsql security definer set search_path = pg_catalog as $$
declare
  held platform.duty;
begin
  if current_setting('krom.role', true) is distinct from 'coordinator' or current_setting('krom.sight', true) <> '' then
    raise exception 'a coordinator of the whole organisation keeps its staff';
  end if;
  select * into strict held from platform.duty d
   where d.id = wanted and d.organisation_id = platform.setting_uuid('krom.organisation') and d.role in ('coordinator', 'adviser') for update;
  return held;
end $$;

-- Gives a duty its first day without it, or takes that away; a session under a duty that is over ends with its next request.
create function platform.end_duty(wanted uuid, to_day date, moment timestamptz) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  held platform.duty := platform.staff_duty(wanted);
begin
  update platform.duty d set valid_to = case when to_day is not null then greatest(to_day, d.valid_from) end, ended_at = case when to_day is not null then moment end,
         ended_by = case when to_day is not null then platform.setting_uuid('krom.user') end
   where d.id = held.id;
end $$;

-- Puts another duty in the place of one; sessions go on under it.
create function platform.replace_duty(wanted uuid, new_role text, places uuid[], moment timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  held platform.duty := platform.staff_duty(wanted);
  today date := platform.acting_on();
  given uuid;
begin
  if new_role not in ('coordinator', 'adviser') then raise exception 'no duty of a provider''s staff: %', new_role; end if;
  insert into platform.duty (user_id, role, organisation_id, office_id, valid_from, valid_to, given_at, given_by, used_at)
    values (held.user_id, new_role, held.organisation_id, held.office_id, greatest(today, held.valid_from), held.valid_to, moment,
            platform.setting_uuid('krom.user'), held.used_at)
    returning id into given;
  insert into platform.duty_place select given, p from unnest(places) p;
  update platform.duty d set valid_to = greatest(today, d.valid_from), ended_at = moment, ended_by = platform.setting_uuid('krom.user') where d.id = held.id;
  update platform.session s set duty_id = given where s.duty_id = held.id;
  return given;
end $$;

-- As before, and notes when the duty was last used.
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
    update platform.duty set used_at = moment where id = who.duty_id;
  end if;
  perform platform.act(who.user_id, who.role, who.organisation_id, today);
  return jsonb_build_object('now', now_text, 'today', today, 'decided', platform.decided_rules(today), 'userId', who.user_id, 'dutyId', who.duty_id,
    'role', who.role, 'organisationId', who.organisation_id, 'organisationName', who.organisation_name, 'officeId', who.office_id,
    'personId', who.person_id, 'name', who.display_name, 'csrfToken', who.csrf_token);
end $$;

-- When somebody of the own organisation last acted under the duty.
create function platform.duty_used_at(wanted uuid) returns timestamptz language sql stable security definer set search_path = pg_catalog
  begin atomic
    select greatest(d.used_at, (select max(s.seen_at) from platform.session s where s.duty_id = d.id))
      from platform.duty d where d.id = wanted and d.organisation_id = platform.setting_uuid('krom.organisation');
  end;
