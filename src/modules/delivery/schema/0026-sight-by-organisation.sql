-- As before, held by the adviser's key at the provider.
create or replace function delivery.note_advisers() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update platform.access x set valid_to = greatest(n.from_day, x.valid_from)
    from (select a.person_id, a.placement_id, coalesce(platform.acting_on(), a.from_day) as from_day from given a where a.replaces is not null) n
   where x.person_id = n.person_id and x.ground = 'own:' || n.placement_id and (x.valid_to is null or x.valid_to > n.from_day);
  -- Whoever gets a spell that is over has it as long as the organisation reads of it.
  insert into platform.access (person_id, holder, ground, valid_from, valid_to)
    select a.person_id, platform.own_key(a.adviser_id, a.provider_id), 'own:' || a.placement_id, coalesce(platform.acting_on(), a.from_day),
           case when a.replaces is not null then (
             select max(o.valid_to) from platform.access o join delivery.spell_adviser b on b.id = a.replaces
              where o.person_id = a.person_id and o.holder = a.provider_id and o.ground = 'placement:' || a.placement_id
                and o.valid_to > coalesce(platform.acting_on(), a.from_day)) end
      from given a;
  perform set_config('krom.seen', '', true);
  return null;
end $$;

-- As before, held by the key at the provider, once for each meeting, and never longer than the days after it: what is written down late
-- opens nothing anew.
create or replace function delivery.let_holders_see(held jsonb, days_after integer) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  today date := platform.day_now();
begin
  update platform.access x set valid_to = greatest(today, x.valid_from)
    from jsonb_to_recordset(held) h (person_id uuid, replaces uuid)
   where h.replaces is not null and x.person_id = h.person_id and x.ground = 'own:' || h.replaces and x.valid_to > today;
  insert into platform.access (person_id, holder, ground, valid_from, valid_to)
    select h.person_id, platform.own_key(h.adviser_id, h.provider_id), 'own:' || h.id, today, h.on_day + days_after + 1
      from jsonb_to_recordset(held) h (id uuid, person_id uuid, placement_id uuid, provider_id uuid, adviser_id uuid, on_day date)
     where h.adviser_id is not null and h.on_day + days_after + 1 > today
       and not exists (
         select 1 from delivery.spell_adviser a
          where a.placement_id = h.placement_id and a.adviser_id = h.adviser_id and not exists (select 1 from delivery.spell_adviser n where n.replaces = a.id))
       and not exists (
         select 1 from platform.access x
          where x.person_id = h.person_id and x.holder = platform.own_key(h.adviser_id, h.provider_id) and x.ground = 'own:' || h.id and x.valid_to > today);
end $$;

update platform.access x set holder = platform.own_key(s.adviser_id, s.provider_id)
  from (select placement_id as id, adviser_id, provider_id from delivery.spell_adviser
        union select id, adviser_id, provider_id from delivery.meeting where adviser_id is not null
        union select id, adviser_id, provider_id from delivery.booking where adviser_id is not null) s
 where x.ground = 'own:' || s.id and x.holder = platform.own_key(s.adviser_id);
drop function platform.own_key(uuid);

-- Whoever had the participant when it was planned and has it no longer.
select delivery.let_holders_see(coalesce(jsonb_agg(to_jsonb(s)), '[]'), 14)
  from (select m.id, m.person_id, m.placement_id, m.provider_id, m.adviser_id, m.on_day from delivery.meeting m
         where m.adviser_id is not null and m.on_day > platform.day_now() - 14
           and not exists (select 1 from delivery.meeting n where n.replaces = m.id)
        union all
        select b.id, b.person_id, b.placement_id, b.provider_id, b.adviser_id, b.on_day from delivery.booking b
         where b.adviser_id is not null and not b.called_off and b.on_day > platform.day_now() - 14
           and not exists (select 1 from delivery.booking n where n.replaces = b.id)) s;
