-- A provider may let its advisers see their own participants alone; its coordinators see all. Then a person is seen by an adviser who
-- holds a row of access of one's own, besides the organisation's: as the spell's adviser (`own:`), or as named staff.
create table platform.own_participants (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references platform.organisation,
  own boolean not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null references platform.user_account
);
create index on platform.own_participants (organisation_id, id);
alter table platform.own_participants enable row level security;
alter table platform.own_participants force row level security;
create policy owner_all on platform.own_participants to current_user using (true) with check (true);
create policy app_sees_own on platform.own_participants for select to krom_app using (organisation_id = platform.setting_uuid('krom.organisation'));
grant select on platform.own_participants to krom_app;

create function platform.own_only(organisation uuid) returns boolean language sql stable
  begin atomic
    select coalesce((select p.own from platform.own_participants p where p.organisation_id = organisation order by p.id desc limit 1), false);
  end;

-- As before, and of an adviser whose organisation has said so: only one's own. A row of `own:` narrows and never opens anything by itself.
create or replace function platform.sees(person uuid) returns boolean language plpgsql stable cost 1000 as $$
declare
  me uuid := platform.setting_uuid('krom.user');
  organisation uuid := platform.setting_uuid('krom.organisation');
  today date := platform.acting_on();
begin
  if exists (
    select 1 from platform.access a
     where a.person_id = person and a.holder = any (array[me, organisation]) and a.ground not like 'own:%'
       and a.valid_from <= today and (a.valid_to is null or a.valid_to > today)
  ) and (current_setting('krom.role', true) is distinct from 'adviser' or not platform.own_only(organisation) or exists (
    select 1 from platform.access o
     where o.person_id = person and o.holder = me and o.valid_from <= today and (o.valid_to is null or o.valid_to > today)
  )) then
    perform set_config('krom.seen', person::text, true);
    return true;
  end if;
  return false;
end $$;
