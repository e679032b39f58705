-- Whoever is named to see a protected identity (programme 4.1) does so as one of the provider's staff: when the last of the person's duties
-- there gets its last day, what it opened ends with it; when the day is moved or taken back, so is that, of spells that last.
create function market.end_named() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  out_on date;
begin
  if new.organisation_id is null or new.role not in ('coordinator', 'adviser') then return null; end if;
  select max(coalesce(d.valid_to, 'infinity'::date)) into out_on from platform.duty d
   where d.user_id = new.user_id and d.organisation_id = new.organisation_id and d.role in ('coordinator', 'adviser');
  update platform.access x set valid_to = case when out_on <> 'infinity' then greatest(out_on, x.valid_from) end
    from market.placement p
   where x.holder = new.user_id and p.person_id = x.person_id and p.provider_id = new.organisation_id and x.ground = 'placement:' || p.id
     and (x.valid_to is null or x.valid_to > out_on
          or (x.valid_to = old.valid_to and out_on > old.valid_to and old.valid_to > platform.day_now()
              and not exists (select 1 from market.placement_end e where e.placement_id = p.id)));
  perform set_config('krom.seen', '', true);
  return null;
end $$;
create trigger end_named after update of valid_to on platform.duty for each row
  when (old.valid_to is distinct from new.valid_to) execute function market.end_named();

-- Those who have left, or will, already.
update platform.access x set valid_to = greatest(left_on.day, x.valid_from)
  from market.placement p
 cross join lateral (select d.user_id, max(coalesce(d.valid_to, 'infinity'::date)) as day from platform.duty d
                      where d.organisation_id = p.provider_id and d.role in ('coordinator', 'adviser') group by d.user_id) left_on
 where x.person_id = p.person_id and x.holder = left_on.user_id and x.ground = 'placement:' || p.id and left_on.day <> 'infinity'
   and (x.valid_to is null or x.valid_to > left_on.day);
