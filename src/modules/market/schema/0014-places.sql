-- At which address a participant is: a coordinator whose duty is for that address sees the person (decision 0023). Where the same
-- organisation gets the person anew, what its staff saw by an earlier spell ends when the organisation's own access by that spell does.
create function market.note_places() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update platform.access x set valid_to = greatest(o.valid_to, x.valid_from)
    from made m
    join market.placement p on p.person_id = m.person_id and p.provider_id = m.provider_id and p.id <> m.id
    join platform.access o on o.person_id = m.person_id and o.holder = m.provider_id and o.ground = 'placement:' || p.id and o.valid_to is not null
   where x.person_id = m.person_id and x.valid_to is null and x.ground in ('at:' || p.id, 'own:' || p.id);
  insert into platform.access (person_id, holder, ground, valid_from)
    select m.person_id, m.address_id, 'at:' || m.id, coalesce(platform.acting_on(), m.chosen_on) from made m;
  return null;
end $$;
create trigger note_places after insert on market.placement referencing new table as made for each statement execute function market.note_places();

insert into platform.access (person_id, holder, ground, valid_from, valid_to)
  select p.person_id, p.address_id, 'at:' || p.id, p.chosen_on,
         (select greatest(o.valid_to, p.chosen_on) from platform.access o
           where o.person_id = p.person_id and o.holder = p.provider_id and o.ground = 'placement:' || p.id and o.valid_to is not null
             and exists (select 1 from market.placement n where n.person_id = p.person_id and n.provider_id = p.provider_id and n.recorded_at > p.recorded_at)
           order by o.valid_to desc limit 1)
    from market.placement p;
