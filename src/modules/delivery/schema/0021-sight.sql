-- Who has a participant follows the adviser of the spell, at once (decision 0023).
drop trigger own_adviser on delivery.spell_adviser;
drop function delivery.note_own_adviser();
create function delivery.note_advisers() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update platform.access x set valid_to = greatest(n.from_day, x.valid_from)
    from (select a.person_id, a.placement_id, coalesce(platform.acting_on(), a.from_day) as from_day from given a where a.replaces is not null) n
   where x.person_id = n.person_id and x.ground = 'own:' || n.placement_id and (x.valid_to is null or x.valid_to > n.from_day);
  -- Whoever gets a spell that is over has it as long as the organisation reads of it.
  insert into platform.access (person_id, holder, ground, valid_from, valid_to)
    select a.person_id, platform.own_key(a.adviser_id), 'own:' || a.placement_id, coalesce(platform.acting_on(), a.from_day),
           case when a.replaces is not null then (
             select max(o.valid_to) from platform.access o join delivery.spell_adviser b on b.id = a.replaces
              where o.person_id = a.person_id and o.holder = a.provider_id and o.ground = 'placement:' || a.placement_id
                and o.valid_to > coalesce(platform.acting_on(), a.from_day)) end
      from given a;
  perform set_config('krom.seen', '', true);
  return null;
end $$;
create trigger note_advisers after insert on delivery.spell_adviser referencing new table as given for each statement execute function delivery.note_advisers();

insert into platform.access (person_id, holder, ground, valid_from, valid_to)
  select a.person_id, platform.own_key(a.adviser_id), 'own:' || a.placement_id, least(a.from_day, (a.recorded_at at time zone 'Europe/Stockholm')::date), t.valid_to
    from delivery.spell_adviser a
    left join platform.access t on t.person_id = a.person_id and t.ground = 'at:' || a.placement_id
   where not exists (select 1 from delivery.spell_adviser n where n.replaces = a.id);

-- The coordinator says whether the organisation's advisers see their own participants alone or all; whom each has is on record either way.
create or replace function delivery.let_advisers_see(own_alone boolean, moment timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  organisation uuid := platform.setting_uuid('krom.organisation');
begin
  if current_setting('krom.role', true) is distinct from 'coordinator' or organisation is null or current_setting('krom.sight', true) <> '' then
    raise exception 'a coordinator of the whole organisation says what the own advisers see';
  end if;
  insert into platform.own_participants (organisation_id, own, recorded_at, recorded_by)
    values (organisation, own_alone, moment, platform.setting_uuid('krom.user'));
end $$;

-- A provider's own reports stay open to it after its access to the case has ended, to those of its staff within whose sight the person was.
drop policy provider_sees_own on delivery.periodic_report;
create policy provider_sees_own on delivery.periodic_report for select to krom_app
  using (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation') and platform.within_sight(person_id));
drop policy provider_sees_own on delivery.report_signature;
create policy provider_sees_own on delivery.report_signature to krom_app
  using (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation') and platform.within_sight(person_id))
  with check (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation') and platform.within_sight(person_id));
drop policy provider_sees_own on delivery.report_decision;
create policy provider_sees_own on delivery.report_decision to krom_app
  using (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation') and platform.within_sight(person_id))
  with check (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation') and how = 'rule' and platform.within_sight(person_id));
drop policy provider_sees_own on delivery.final_report;
create policy provider_sees_own on delivery.final_report for select to krom_app
  using (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation') and platform.within_sight(person_id));

-- Whoever holds a booked meeting or session without being the spell's adviser has a row of the same kind until some days after it.
create function delivery.let_holders_see(held jsonb, days_after integer) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  today date := platform.day_now();
begin
  update platform.access x set valid_to = greatest(today, x.valid_from)
    from jsonb_to_recordset(held) h (person_id uuid, replaces uuid)
   where h.replaces is not null and x.person_id = h.person_id and x.ground = 'own:' || h.replaces and x.valid_to > today;
  insert into platform.access (person_id, holder, ground, valid_from, valid_to)
    select h.person_id, platform.own_key(h.adviser_id), 'own:' || h.id, today, greatest(h.on_day, today) + days_after + 1
      from jsonb_to_recordset(held) h (id uuid, person_id uuid, placement_id uuid, adviser_id uuid, on_day date)
     where h.adviser_id is not null and not exists (
       select 1 from delivery.spell_adviser a
        where a.placement_id = h.placement_id and a.adviser_id = h.adviser_id and not exists (select 1 from delivery.spell_adviser n where n.replaces = a.id));
end $$;

select delivery.let_holders_see(coalesce(jsonb_agg(to_jsonb(s)), '[]'), 14)
  from (select m.id, m.person_id, m.placement_id, m.adviser_id, m.on_day from delivery.meeting m
         where m.adviser_id is not null and m.on_day > platform.day_now() - 14
           and not exists (select 1 from delivery.meeting n where n.replaces = m.id)
        union all
        select b.id, b.person_id, b.placement_id, b.adviser_id, b.on_day from delivery.booking b
         where b.adviser_id is not null and not b.called_off and b.on_day > platform.day_now() - 14
           and not exists (select 1 from delivery.booking n where n.replaces = b.id)) s;

-- As before, to those staff within whose sight the person was.
create or replace function delivery.left_spells(wanted_case uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select jsonb_build_object('personId', c.person_id, 'officeId', c.office_id, 'caseworkerId', c.caseworker_user_id,
             'spells', jsonb_agg(jsonb_build_object('placementId', p.placement_id, 'firstDay', p.first_day, 'lastDay', p.last_day,
               'codes', (select coalesce(jsonb_agg(distinct a->>'code'), '[]')
                           from delivery.v_plan n, jsonb_array_elements(n.activities) a
                          where n.case_id = wanted_case and n.placement_id = p.placement_id and n.outcome = 'approved'))
               order by p.first_day))
      from market.v_placement p
      join registration.v_case c on c.case_id = p.case_id
      join registration.v_person r on r.person_id = c.person_id and r.protection = 'none'
     where p.case_id = wanted_case and p.provider_id = platform.setting_uuid('krom.organisation') and p.last_day >= p.first_day
       and platform.within_sight(c.person_id)
       and current_setting('krom.role', true) in ('coordinator', 'adviser')
       and not exists (select 1 from platform.access a
                        where a.person_id = c.person_id and a.ground = 'placement:' || p.placement_id
                          and (a.valid_to is null or a.valid_to > platform.acting_on()))
     group by c.person_id, c.office_id, c.caseworker_user_id;
  end;
