-- As before, and of the provider's staff only for those within whose sight the person is or was.
create or replace function outcomes.service_facts(wanted_case uuid) returns jsonb language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  person uuid;
  own uuid := platform.setting_uuid('krom.organisation');
  role_now text := current_setting('krom.role', true);
  facts jsonb;
begin
  select c.person_id into person from registration.v_case c where c.case_id = wanted_case;
  if person is null then return null; end if;
  if role_now <> 'system' and (not platform.within_sight(person) or (not exists (
       select 1 from platform.access a where a.person_id = person and a.holder = any (array[platform.setting_uuid('krom.user'), own])
          and a.valid_from <= platform.acting_on() and (a.valid_to is null or a.valid_to > platform.acting_on()))
     and not (role_now in ('coordinator', 'adviser') and exists (
       select 1 from market.v_placement p where p.case_id = wanted_case and p.provider_id = own)))) then
    return null;
  end if;
  select jsonb_build_object('personId', person, 'officeId', c.office_id, 'caseworkerId', c.caseworker_user_id, 'wantedPercent', p.wanted_extent_percent,
    'decisions', coalesce((select jsonb_agg(jsonb_build_object('chainId', d.chain_id, 'firstDay', d.first_day, 'lastDay', d.last_day))
       from decision.v_decision d where d.case_id = wanted_case and d.first_day is not null and d.withdrawn_on is null), '[]'),
    'spells', coalesce((select jsonb_agg(jsonb_build_object('providerId', m.provider_id, 'firstDay', m.first_day, 'lastDay', m.last_day))
       from market.v_placement m where m.case_id = wanted_case), '[]'),
    'outcomes', coalesce((select jsonb_agg(jsonb_build_object('claimId', o.claim_id, 'seriesId', o.series_id, 'kind', o.kind, 'subsidised', o.subsidised,
         'extentPercent', o.extent_percent, 'pacePercent', o.pace_percent, 'firstDay', o.first_day, 'lastDay', o.last_day)
         order by o.reported_at, o.series_id)
       from outcomes.v_outcome o where o.case_id = wanted_case), '[]'))
    into facts
    from registration.v_case c join registration.v_person p on p.person_id = c.person_id
   where c.case_id = wanted_case;
  return facts;
end $$;
