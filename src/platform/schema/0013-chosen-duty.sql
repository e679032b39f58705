-- Somebody may work for two providers: which duty a session acts under is the user's to choose, among those that hold today. The
-- session is known by its CSRF token, which no other has.
drop function platform.use_duty(bytea, uuid);
create function platform.use_duty(csrf text, duty uuid) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
begin
  update platform.session s set duty_id = duty
   where s.csrf_token = csrf and s.user_id = platform.setting_uuid('krom.user')
     and exists (select 1 from platform.duty d where d.id = duty and d.user_id = s.user_id
                    and d.valid_from <= platform.acting_on() and (d.valid_to is null or d.valid_to > platform.acting_on()));
  if not found then return false; end if;
  update platform.duty d set used_at = clock_timestamp() where d.id = duty;
  return true;
end $$;

-- As before; among several duties the one that was used last.
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
  if not exists (select 1 from platform.duty where user_id = account.id) then
    insert into platform.duty (user_id, role, valid_from) values (account.id, 'jobseeker', today);
  end if;
  select id into chosen from platform.duty where user_id = account.id and valid_from <= today and (valid_to is null or valid_to > today) order by used_at desc nulls last, role, id limit 1;
  if chosen is null then return null; end if;
  insert into platform.session (token_hash, user_id, duty_id, csrf_token, id_token, created_at, seen_at, expires_at)
    values (token, account.id, chosen, csrf, broker_token, moment, moment, moment + make_interval(hours => hours));
  return jsonb_build_object('userId', account.id, 'dutyId', chosen);
end $$;
