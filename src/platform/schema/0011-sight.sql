-- What a provider's staff see within the own organisation (decision 0023): an adviser those whom the adviser has or stands in with, a
-- coordinator with places those at the places, a coordinator without any the whole organisation. Rows of platform.access narrow by it:
-- held by an adviser's own key (`own:`) or by an address (`at:`), neither of which anybody acts as, so that they open nothing themselves.

-- Who gave a duty and who ended it; a duty that is changed is ended and another takes its place.
alter table platform.duty add column given_at timestamptz, add column given_by uuid references platform.user_account,
  add column ended_at timestamptz, add column ended_by uuid references platform.user_account;
-- A duty can end on the day it began.
alter table platform.duty drop constraint duty_check, add check (valid_to is null or valid_to >= valid_from);

-- Addresses of the organisation that the duty is for; none = the whole of it.
create table platform.duty_place (
  duty_id uuid not null references platform.duty,
  address_id uuid not null,
  primary key (duty_id, address_id)
);
select platform.open_table('platform.duty_place', 'select');

-- The day of who acts, or of the house's clock where nobody does.
create function platform.day_now() returns date language sql stable security definer set search_path = pg_catalog
  begin atomic
    select coalesce(platform.acting_on(), ((clock_timestamp() + make_interval(days => c.offset_days)) at time zone 'Europe/Stockholm')::date) from platform.clock c;
  end;

create function platform.own_key(account uuid) returns uuid language sql immutable parallel safe
  return md5('own:' || account)::uuid;

-- Unless the organisation has said otherwise, advisers see their own participants alone.
create or replace function platform.own_only(organisation uuid) returns boolean language sql stable
  begin atomic
    select coalesce((select p.own from platform.own_participants p where p.organisation_id = organisation order by p.id desc limit 1), true);
  end;

-- The holders of rows of access of which a person must have one to be seen; null where nothing narrows. A provider's own system has no
-- duty and acts for the whole organisation.
create function platform.narrowed_to(account uuid, duty_role text, organisation uuid, today date) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  places uuid[];
  whole boolean;
begin
  select array_agg(p.address_id) filter (where p.address_id is not null), coalesce(bool_or(p.address_id is null), true) into places, whole
    from platform.duty d left join platform.duty_place p on p.duty_id = d.id
   where d.user_id = account and d.organisation_id = organisation and d.role = duty_role
     and d.valid_from <= today and (d.valid_to is null or d.valid_to > today);
  if duty_role = 'adviser' and platform.own_only(organisation) then return array[platform.own_key(account), account]; end if;
  return case when whole then null else array[platform.own_key(account), account] || places end;
end $$;

-- As before, and sets what narrows in krom.sight for the transaction.
create or replace function platform.act(user_id uuid, role text, organisation_id uuid, today date) returns void language plpgsql as $$
begin
  perform set_config('krom.user', coalesce(user_id::text, ''), true), set_config('krom.role', role, true),
    set_config('krom.organisation', case when role in ('analyst', 'administrator', 'municipality') then '' else coalesce(organisation_id::text, '') end, true),
    set_config('krom.today', today::text, true), set_config('krom.seen', '', true),
    set_config('krom.sight', case when role in ('coordinator', 'adviser')
      then coalesce(platform.narrowed_to(user_id, role, organisation_id, today)::text, '') else '' end, true);
end $$;

-- Whether nothing narrows what the actor sees of the organisation, or a row says that the person is within it.
create function platform.within_sight(person uuid) returns boolean language plpgsql stable as $$
declare
  sight text := current_setting('krom.sight', true);
begin
  return coalesce(sight, '') = '' or exists (
    select 1 from platform.access a
     where a.person_id = person and a.holder = any (sight::uuid[])
       and a.valid_from <= platform.acting_on() and (a.valid_to is null or a.valid_to > platform.acting_on()));
end $$;

create or replace function platform.sees(person uuid) returns boolean language plpgsql stable cost 1000 as $$
begin
  if exists (
    select 1 from platform.access a
     where a.person_id = person and a.holder = any (array[platform.setting_uuid('krom.user'), platform.setting_uuid('krom.organisation')])
       and a.valid_from <= platform.acting_on() and (a.valid_to is null or a.valid_to > platform.acting_on())
  ) and platform.within_sight(person) then
    perform set_config('krom.seen', person::text, true);
    return true;
  end if;
  return false;
end $$;

-- Work items of the organisation about a person are for those who see the person.
drop policy app_sees on platform.task;
create policy app_sees on platform.task for select to krom_app using (
  for_user = platform.setting_uuid('krom.user')
  or (for_organisation = platform.setting_uuid('krom.organisation') and (person_id is null or platform.within_sight(person_id)))
  or (current_setting('krom.role', true) in ('caseworker', 'approver', 'overseer') and (person_id is null or platform.sees(person_id))));

-- The rows of before were held by the advisers themselves; the modules write them anew.
delete from platform.access where ground like 'own:%';
