-- As before. Whether an end is replaced is asked of each end by itself: as a join, the planner reads the ends of everybody in order of
-- what they replace, each behind row-level security, to find those of one case.
create or replace view market.v_placement with (security_invoker = true) as
  select p.id as placement_id, p.case_id, p.person_id, p.decision_id, p.provider_id, c.provider_name, p.contract_id, c.area_code, c.price_model,
         p.address_id, p.how, p.assisted, p.chosen_on, p.first_day, e.last_day, e.cause as end_cause, p.recorded_at
    from market.placement p
    join market.v_contract c on c.contract_id = p.contract_id
    left join market.placement_end e on e.placement_id = p.id and e.case_id = p.case_id
     and (select n.id from market.placement_end n where n.replaces = e.id) is null
   where e.last_day is null or e.last_day >= p.first_day;
