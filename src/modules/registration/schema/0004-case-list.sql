-- A page of cases by family name among those the acting user may see, and how many there are. Row-level security forbids names
-- to be looked up by index (`like` is not leakproof) and asks about access once a table; here it is asked once a person.
-- The reader then fetches the page's rows under row-level security, so nothing but the number rests on this function alone.
create function registration.list_cases(caseworker uuid, office uuid, patterns text[], skip integer, take integer) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
begin
  return (
    with found as materialized (
      select c.case_id, p.family_name, p.given_name
        from registration.case_file c
        join registration.v_person p on p.person_id = c.person_id
        left join registration.v_assignment a on a.case_id = c.case_id
       where (caseworker is null or a.caseworker_user_id = caseworker)
         and (office is null or a.office_id = office)
         and (patterns[1] is null or lower(p.given_name) like patterns[1] or lower(p.family_name) like patterns[1])
         and not exists (select 1 from unnest(patterns) w where not (lower(p.given_name) like w or lower(p.family_name) like w))
         and (p.protection = 'none' or (caseworker is not null and patterns = '{}'))
         and exists (
           select 1 from platform.access x
            where x.person_id = c.person_id
              and x.holder = any (array[platform.setting_uuid('krom.user'), platform.setting_uuid('krom.organisation')])
              and x.valid_from <= platform.acting_on() and (x.valid_to is null or x.valid_to > platform.acting_on()))
    )
    select jsonb_build_object(
      'total', (select count(*) from found),
      'cases', coalesce((
        select jsonb_agg(page.case_id)
          from (select f.case_id from found f order by f.family_name, f.given_name, f.case_id offset skip limit take) page), '[]'))
  );
end $$;
