-- Claims with where they stand, for those whom money is explained to and for what a provider can expect.
create view outcomes.v_claim with (security_invoker = true) as
  select c.id as claim_id, c.series_id, c.case_id, c.person_id, c.provider_id, c.kind, c.subsidised, c.extent_percent, c.pace_percent,
         c.first_day, c.last_day, c.employer, c.recorded_at, c.recorded_by,
         exists (select 1 from outcomes.claim n where n.replaces = c.id) as replaced,
         v.outcome, v.on_day as decided_on, v.recorded_by as decided_by, v.reason,
         (select count(*)::integer from outcomes.evidence e where e.claim_id = c.id) as evidence
    from outcomes.claim c
    left join outcomes.verification v on v.claim_id = c.id;
grant select on outcomes.v_claim to krom_app;
