-- As before, with the addresses that each is for, none where it is the whole organisation, and the first day without the duty.
drop function delivery.adviser_loads(uuid[], date);
create function delivery.adviser_loads(providers uuid[], on_day date)
  returns table (provider_id uuid, adviser_id uuid, participants integer, places uuid[], leaves_on date)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select d.organisation_id, d.user_id, load.participants::integer,
           array(select w.address_id from platform.duty_place w where w.duty_id = d.id), d.valid_to
      from platform.duty d
      left join lateral (
        select count(*) as participants
          from delivery.spell_adviser a
          join market.v_placement p on p.placement_id = a.placement_id
         where a.adviser_id = d.user_id and (p.last_day is null or p.last_day >= on_day)
           and not exists (select 1 from delivery.spell_adviser n where n.replaces = a.id)
      ) load on true
     where d.role = 'adviser' and d.organisation_id = any (providers)
       and d.valid_from <= on_day and (d.valid_to is null or d.valid_to > on_day);
  end;
create index on platform.duty (valid_to) where valid_to is not null;
