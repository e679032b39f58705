-- What was known of a person when the tool was asked, for those who compare how its answers are followed (programme 2, 4.2). As the
-- assessment kept it, so that later corrections move nobody between groups.
create view assessment.v_case_mix with (security_invoker = true) as
  select id as assessment_id, case_id, person_id, on_day, model, result, level, referable, automatic, facts ->> 'sex' as sex,
         date_part('year', age(on_day, (facts ->> 'birthDate')::date))::integer as age, facts ->> 'education' as education,
         facts ->> 'birthRegion' as birth_region, (facts ->> 'disability')::boolean as disability,
         greatest(0, on_day - (facts ->> 'registeredFrom')::date) as registered_days
    from assessment.assessment;
grant select on assessment.v_case_mix to krom_app;
