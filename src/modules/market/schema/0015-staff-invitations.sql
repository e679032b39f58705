-- An invitation to work for a provider: a secret code, kept as its hash, that whoever signs in with it accepts once (decision 0023).
create table market.staff_invitation (
  id uuid primary key,
  provider_id uuid not null references platform.organisation,
  role text not null check (role in ('coordinator', 'adviser')),
  -- Whom the coordinator means; who accepts is named as the sign-in names them.
  name text not null,
  -- Each address with the share of full time there: [{"addressId": …, "fullTimePercent": …}].
  places jsonb not null,
  languages text[] not null,
  first_day date not null,
  last_day date check (last_day >= first_day),
  code_hash bytea unique not null,
  last_use_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null references platform.user_account
);
create index on market.staff_invitation (provider_id);

create table market.staff_invitation_end (
  invitation_id uuid primary key references market.staff_invitation,
  provider_id uuid not null,
  how text not null check (how in ('accepted', 'withdrawn')),
  -- Of one that was accepted: what it led to.
  duty_id uuid references platform.duty,
  recorded_at timestamptz not null,
  recorded_by uuid not null references platform.user_account,
  check ((how = 'accepted') = (duty_id is not null))
);

do $$
declare
  kept text;
begin
  foreach kept in array array['market.staff_invitation', 'market.staff_invitation_end'] loop
    execute format('alter table %s enable row level security', kept);
    execute format('alter table %s force row level security', kept);
    execute format('create policy owner_all on %s to current_user using (true) with check (true)', kept);
    execute format($policy$create policy app_keeps_own on %s to krom_app
      using (current_setting('krom.role', true) = 'coordinator' and provider_id = platform.setting_uuid('krom.organisation'))
      with check (current_setting('krom.role', true) = 'coordinator' and provider_id = platform.setting_uuid('krom.organisation')
        and current_setting('krom.sight', true) = '' and recorded_by = platform.setting_uuid('krom.user'))$policy$, kept);
  end loop;
end $$;
-- The hash can be written and never read.
grant insert on market.staff_invitation to krom_app;
grant select (id, provider_id, role, name, places, languages, first_day, last_day, last_use_day, recorded_at, recorded_by) on market.staff_invitation to krom_app;
grant select, insert on market.staff_invitation_end to krom_app;

-- What an invitation says to whoever holds its code; null for any other.
create function market.invitation_of(code bytea) returns jsonb language sql stable security definer set search_path = pg_catalog
  begin atomic
    select jsonb_build_object('invitationId', i.id, 'organisation', o.name, 'invitedBy', u.display_name, 'name', i.name, 'role', i.role,
             'firstDay', i.first_day, 'lastDay', i.last_day, 'lastUseDay', i.last_use_day, 'ended', e.how, 'organisationId', i.provider_id,
             'addresses', coalesce((select jsonb_agg(a.street || ', ' || a.locality order by a.street, a.id) from market.provider_address a
                where a.id in (select (p ->> 'addressId')::uuid from jsonb_array_elements(i.places) p)), '[]'))
      from market.staff_invitation i
      join platform.organisation o on o.id = i.provider_id
      join platform.user_account u on u.id = i.recorded_by
      left join market.staff_invitation_end e on e.invitation_id = i.id
     where i.code_hash = code;
  end;

-- Whoever is signed in takes the duty; null when the code does not hold any more. The place as a jobseeker without a case, which a
-- first sign-in gives everybody, is left.
create function market.accept_invitation(code bytea, moment timestamptz) returns uuid language plpgsql security definer set search_path = pg_catalog as $$
declare
  me uuid := platform.setting_uuid('krom.user');
  today date := platform.acting_on();
  found market.staff_invitation;
  given uuid;
begin
  select i.* into found from market.staff_invitation i where i.code_hash = code and i.last_use_day >= today
     and not exists (select 1 from market.staff_invitation_end e where e.invitation_id = i.id) for update;
  if found.id is null or me is null then return null; end if;
  insert into platform.duty (user_id, role, organisation_id, valid_from, valid_to, given_at, given_by)
    values (me, found.role, found.provider_id, greatest(found.first_day, today),
            case when found.last_day is not null then greatest(found.last_day, today) + 1 end, moment, found.recorded_by)
    returning id into given;
  insert into platform.duty_place select given, (p ->> 'addressId')::uuid from jsonb_array_elements(found.places) p;
  insert into market.adviser (provider_id, address_id, name, full_time_percent, languages, orientations, user_id, recorded_at, recorded_by)
    select found.provider_id, (p ->> 'addressId')::uuid, u.display_name, (p ->> 'fullTimePercent')::integer, found.languages, '{}', me, moment, found.recorded_by
      from jsonb_array_elements(found.places) p, platform.user_account u
     where u.id = me and (p ->> 'fullTimePercent')::integer > 0;
  insert into market.staff_invitation_end (invitation_id, provider_id, how, duty_id, recorded_at, recorded_by)
    values (found.id, found.provider_id, 'accepted', given, moment, me);
  if found.first_day <= today then
    update platform.session s set duty_id = given where s.user_id = me;
    update platform.duty d set valid_to = greatest(today, d.valid_from), ended_at = moment, ended_by = me
     where d.user_id = me and d.role = 'jobseeker' and d.valid_to is null
       and not exists (select 1 from platform.user_account u where u.id = me and u.person_id is not null);
  end if;
  return given;
end $$;

-- The share of somebody with an account counts while a duty at the provider lasts, and nobody has to end it by hand; 0 when all have left.
create or replace function market.adviser_percent(address uuid) returns integer
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select sum(case when a.user_id is null or platform.acting_on() is null or exists (
               select 1 from platform.duty d
                where d.user_id = a.user_id and d.organisation_id = a.provider_id and d.role in ('coordinator', 'adviser')
                  and d.valid_from <= platform.acting_on() and (d.valid_to is null or d.valid_to > platform.acting_on()))
             then a.full_time_percent else 0 end)::integer
      from market.adviser a
     where a.address_id = address and not exists (select 1 from market.adviser n where n.replaces = a.id);
  end;

-- Whoever has a duty at the organisation that a contract leaves has the same at the one that takes it over: for the places that answer
-- to the old ones, and as long.
create function market.carry_staff(transfer uuid, leaves uuid, takes uuid, on_day date, moment timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  old record;
  given uuid;
begin
  if current_setting('krom.role', true) is distinct from 'overseer' then raise exception 'an overseer decides on transfers'; end if;
  for old in
    select distinct on (d.user_id, d.role) d.* from platform.duty d
     where d.organisation_id = leaves and d.role in ('coordinator', 'adviser') and (d.valid_to is null or d.valid_to > greatest(on_day, d.valid_from))
       and not exists (select 1 from platform.duty o where o.user_id = d.user_id and o.role = d.role and o.organisation_id = takes
                          and (o.valid_to is null or o.valid_to > greatest(on_day, o.valid_from)))
       and (not exists (select 1 from platform.duty_place p where p.duty_id = d.id)
            or exists (select 1 from platform.duty_place p join market.contract_transfer_address a on a.old_address = p.address_id
                        where p.duty_id = d.id and a.transfer_id = transfer))
     order by d.user_id, d.role, d.valid_from desc
  loop
    insert into platform.duty (user_id, role, organisation_id, valid_from, valid_to, given_at, given_by)
      values (old.user_id, old.role, takes, greatest(on_day, old.valid_from), old.valid_to, moment, platform.setting_uuid('krom.user'))
      returning id into given;
    insert into platform.duty_place
      select given, a.new_address from platform.duty_place p join market.contract_transfer_address a on a.old_address = p.address_id
       where p.duty_id = old.id and a.transfer_id = transfer;
  end loop;
end $$;
