-- The latest verified claim of each series, told apart within its case: asked for some cases it reads their claims alone, where before
-- everyone's were sorted for each question.
create or replace view outcomes.v_outcome with (security_invoker = true) as
  select distinct on (c.case_id, c.series_id) c.series_id, c.id as claim_id, c.case_id, c.person_id, c.provider_id, c.kind, c.subsidised, c.extent_percent,
         c.pace_percent, c.first_day, c.last_day, v.recorded_at as verified_at, v.recorded_by as verified_by,
         (select f.recorded_at from outcomes.claim f where f.id = c.series_id) as reported_at
    from outcomes.claim c
    join outcomes.verification v on v.claim_id = c.id and v.case_id = c.case_id and v.outcome = 'verified'
   order by c.case_id, c.series_id, c.recorded_at desc, c.id desc;
