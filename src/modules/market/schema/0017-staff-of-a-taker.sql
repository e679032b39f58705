-- Whether somebody coordinates the whole of a provider today.
create function market.leads(who uuid, provider uuid) returns boolean language sql stable
  begin atomic
    select exists (select 1 from platform.duty d
                    where d.user_id = who and d.organisation_id = provider and d.role = 'coordinator'
                      and d.valid_from <= platform.acting_on() and (d.valid_to is null or d.valid_to > platform.acting_on())
                      and not exists (select 1 from platform.duty_place p where p.duty_id = d.id));
  end;
grant execute on function market.leads(uuid, uuid) to krom_app;

-- As before; an invitation holds no longer than its sender may invite.
create or replace function market.invitation_of(code bytea) returns jsonb language sql stable security definer set search_path = pg_catalog
  begin atomic
    select jsonb_build_object('invitationId', i.id, 'organisation', o.name, 'invitedBy', u.display_name, 'name', i.name, 'role', i.role,
             'firstDay', i.first_day, 'lastDay', i.last_day, 'lastUseDay', least(i.last_use_day, i.last_day),
             'ended', coalesce(e.how, case when not market.leads(i.recorded_by, i.provider_id) then 'withdrawn' end), 'organisationId', i.provider_id,
             'addresses', coalesce((select jsonb_agg(a.street || ', ' || a.locality order by a.street, a.id) from market.provider_address a
                where a.id in (select (p ->> 'addressId')::uuid from jsonb_array_elements(i.places) p)), '[]'))
      from market.staff_invitation i
      join platform.organisation o on o.id = i.provider_id
      join platform.user_account u on u.id = i.recorded_by
      left join market.staff_invitation_end e on e.invitation_id = i.id
     where i.code_hash = code;
  end;

-- As before; whether it still holds is asked once it is locked, so that two at once never both take it.
create or replace function market.accept_invitation(code bytea, moment timestamptz) returns uuid language plpgsql security definer set search_path = pg_catalog as $$
declare
  me uuid := platform.setting_uuid('krom.user');
  today date := platform.acting_on();
  found market.staff_invitation;
  given uuid;
begin
  select i.* into found from market.staff_invitation i where i.code_hash = code for no key update;
  if found.id is null or me is null or today > least(found.last_use_day, found.last_day) or not market.leads(found.recorded_by, found.provider_id)
     or exists (select 1 from market.staff_invitation_end e where e.invitation_id = found.id) then return null; end if;
  insert into platform.duty (user_id, role, organisation_id, valid_from, valid_to, given_at, given_by)
    values (me, found.role, found.provider_id, greatest(found.first_day, today), found.last_day + 1, moment, found.recorded_by)
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

-- As before; an organisation that somebody leads already gets no further heads: who acted for the whole of the old one acts at the new
-- one for the places of the contract. Somebody who has the same role there for some places gets these too.
create or replace function market.carry_staff(transfer uuid, leaves uuid, takes uuid, on_day date, moment timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  led boolean;
  old record;
  kept uuid;
begin
  if current_setting('krom.role', true) is distinct from 'overseer' then raise exception 'an overseer decides on transfers'; end if;
  led := exists (select 1 from platform.duty d
                  where d.organisation_id = takes and d.role = 'coordinator' and (d.valid_to is null or d.valid_to > greatest(on_day, d.valid_from))
                    and not exists (select 1 from platform.duty_place p where p.duty_id = d.id));
  for old in
    select distinct on (d.user_id, d.role) d.id, d.user_id, d.role, d.valid_to, greatest(on_day, d.valid_from) as first_day, w.whole
      from platform.duty d
     cross join lateral (select not exists (select 1 from platform.duty_place p where p.duty_id = d.id) as whole) w
     where d.organisation_id = leaves and d.role in ('coordinator', 'adviser') and (d.valid_to is null or d.valid_to > greatest(on_day, d.valid_from))
       and (w.whole or exists (select 1 from platform.duty_place p join market.contract_transfer_address a on a.old_address = p.address_id
                                where p.duty_id = d.id and a.transfer_id = transfer))
       and not exists (select 1 from platform.duty o where o.user_id = d.user_id and o.role = d.role and o.organisation_id = takes
                          and (o.valid_to is null or o.valid_to > greatest(on_day, o.valid_from))
                          and not exists (select 1 from platform.duty_place p where p.duty_id = o.id))
     order by d.user_id, d.role, w.whole desc, d.valid_from desc
  loop
    kept := null;
    if led or not old.whole then
      select o.id into kept from platform.duty o
       where o.user_id = old.user_id and o.role = old.role and o.organisation_id = takes
         and o.valid_from <= old.first_day and (o.valid_to is null or o.valid_to > old.first_day)
       order by o.valid_to desc nulls first, o.id limit 1;
    end if;
    if kept is null then
      insert into platform.duty (user_id, role, organisation_id, valid_from, valid_to, given_at, given_by)
        values (old.user_id, old.role, takes, old.first_day, old.valid_to, moment, platform.setting_uuid('krom.user'))
        returning id into kept;
    end if;
    if led or not old.whole then
      insert into platform.duty_place
        select kept, a.new_address from market.contract_transfer_address a
         where a.transfer_id = transfer and (old.whole or exists (select 1 from platform.duty_place p where p.duty_id = old.id and p.address_id = a.old_address))
        on conflict do nothing;
    end if;
  end loop;
end $$;
