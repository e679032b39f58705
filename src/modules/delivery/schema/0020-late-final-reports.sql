-- A final report that comes late, and reading one's own again: its provider's ended spells in a case that is closed to it, and nothing
-- else of the case (programme 4.6, 12). Null while somebody there still sees the person, who then goes by the case itself, and for a
-- protected identity.
create function delivery.left_spells(wanted_case uuid) returns jsonb
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
       and current_setting('krom.role', true) in ('coordinator', 'adviser')
       and not exists (select 1 from platform.access a
                        where a.person_id = c.person_id and a.ground = 'placement:' || p.placement_id
                          and (a.valid_to is null or a.valid_to > platform.acting_on()))
     group by c.person_id, c.office_id, c.caseworker_user_id;
  end;
revoke execute on function delivery.left_spells(uuid) from public;
grant execute on function delivery.left_spells(uuid) to krom_app;

create policy provider_gives_own_late on delivery.final_report for insert to krom_app
  with check (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation')
              and jsonb_path_exists(delivery.left_spells(case_id), '$.spells[*] ? (@.placementId == $key)',
                                    jsonb_build_object('key', placement_id)));
