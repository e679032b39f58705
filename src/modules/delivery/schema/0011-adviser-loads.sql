-- The providers' advisers on the day, each with the participants that the adviser has. The one who chooses a provider may not
-- see all cases, so the count is made for them.
create function delivery.adviser_loads(providers uuid[], on_day date) returns table (provider_id uuid, adviser_id uuid, participants integer)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select d.organisation_id, d.user_id, load.participants::integer
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
drop function delivery.next_adviser(uuid, date);
