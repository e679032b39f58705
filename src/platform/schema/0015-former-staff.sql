-- As before; whoever was staff and is it nowhere today signs in as anybody else does: to accept an invitation, or with a case of their
-- own. Among several duties the one that was used last, and the place as a jobseeker without a case after every other.
create or replace function platform.begin_session(broker_subject text, name text, vouched_number text, token bytea, csrf text, broker_token text, hours integer) returns jsonb
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
  if account.person_id is null and not exists (select 1 from platform.duty d where d.user_id = account.id and d.valid_from <= today and (d.valid_to is null or d.valid_to > today)) then
    insert into platform.duty (user_id, role, valid_from) values (account.id, 'jobseeker', today);
  end if;
  select d.id into chosen from platform.duty d
   where d.user_id = account.id and d.valid_from <= today and (d.valid_to is null or d.valid_to > today)
   order by d.role = 'jobseeker' and account.person_id is null, d.used_at desc nulls last, d.role, d.id limit 1;
  if chosen is null then return null; end if;
  insert into platform.session (token_hash, user_id, duty_id, csrf_token, id_token, created_at, seen_at, expires_at)
    values (token, account.id, chosen, csrf, broker_token, moment, moment, moment + make_interval(hours => hours));
  return jsonb_build_object('userId', account.id, 'dutyId', chosen);
end $$;

-- As before, and a duty that is over is no hindrance: an account is either a participant's or that of staff, who are or will be.
create or replace function platform.link_person(account uuid, person uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  update platform.user_account u set person_id = person
   where u.id = account and u.person_id is null
     and not exists (select 1 from platform.duty d where d.user_id = u.id and d.role <> 'jobseeker'
                        and (d.valid_to is null or d.valid_to > platform.day_now()))
     and (account = platform.setting_uuid('krom.user') or current_setting('krom.role', true) in ('caseworker', 'system'));
  if not found then
    raise exception 'the account % cannot be tied to a person', account;
  end if;
end $$;

-- As before; a duty that somebody is changing meanwhile is not waited for.
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
    update platform.session set seen_at = moment
     where token_hash = (select s.token_hash from platform.session s where s.token_hash = token for update skip locked);
    update platform.duty set used_at = moment where id = (select d.id from platform.duty d where d.id = who.duty_id for update skip locked);
  end if;
  perform platform.act(who.user_id, who.role, who.organisation_id, today);
  return jsonb_build_object('now', now_text, 'today', today, 'decided', platform.decided_rules(today), 'userId', who.user_id, 'dutyId', who.duty_id,
    'role', who.role, 'organisationId', who.organisation_id, 'organisationName', who.organisation_name, 'officeId', who.office_id,
    'personId', who.person_id, 'name', who.display_name, 'csrfToken', who.csrf_token);
end $$;
