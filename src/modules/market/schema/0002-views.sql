-- What later modules and the case's page read of the market.

create view market.v_contract with (security_invoker = true) as
  select c.id as contract_id, c.provider_id, p.name as provider_name, c.area_code, c.price_model, c.from_day, c.to_day,
         coalesce((select n.open from market.new_choices n
                    where n.contract_id = c.id and not exists (select 1 from market.new_choices r where r.replaces = n.id)), true) as open_for_choices
    from market.contract c
    join market.provider p on p.id = c.provider_id;
grant select on market.v_contract to krom_app;

create view market.v_offer with (security_invoker = true) as
  select c.contract_id, c.provider_id, c.provider_name, c.area_code, c.from_day, c.to_day, c.open_for_choices,
         a.id as address_id, a.street, a.postcode, a.locality, a.municipality_code, a.lat, a.lon, a.point_from,
         a.languages, a.orientations, a.presentation, k.cap
    from market.v_contract c
    join market.contract_address ca on ca.contract_id = c.contract_id
    join market.provider_address a on a.id = ca.address_id
    left join market.capacity_cap k on k.contract_id = c.contract_id and k.address_id = a.id
     and not exists (select 1 from market.capacity_cap r where r.replaces = k.id);
grant select on market.v_offer to krom_app;

-- A spell with its provider; last_day is null while no end is known. One that never began is left out.
create view market.v_placement with (security_invoker = true) as
  select p.id as placement_id, p.case_id, p.person_id, p.decision_id, p.provider_id, c.provider_name, p.contract_id, c.area_code, c.price_model,
         p.address_id, p.how, p.assisted, p.chosen_on, p.first_day, e.last_day, e.cause as end_cause, p.recorded_at
    from market.placement p
    join market.v_contract c on c.contract_id = p.contract_id
    left join market.placement_end e on e.placement_id = p.id and e.case_id = p.case_id
     and not exists (select 1 from market.placement_end n where n.replaces = e.id)
   where e.last_day is null or e.last_day >= p.first_day;
grant select on market.v_placement to krom_app;

create view market.v_choice_window with (security_invoker = true) as
  select w.*, g.chain_id, h.why as handed_over, d.how as closed_how, d.placement_id, r.on_day as reminded_on
    from market.choice_window w
    left join decision.v_decision g on g.decision_id = w.decision_id
    left join market.choice_handed_over h on h.window_id = w.id
    left join market.choice_closed d on d.window_id = w.id
    left join market.choice_reminder r on r.window_id = w.id;
grant select on market.v_choice_window to krom_app;

-- The module's part of the case's page. Facts hold keys, codes and days.
create view market.v_step with (security_invoker = true) as
  select w.case_id, w.person_id, w.opened_on as on_day, w.recorded_at, w.recorded_by, 'market.choice-opened' as kind,
         case w.cause when 'moved' then 'market.moveChoiceWorkingDays' else 'market.choiceWorkingDays' end as rule,
         jsonb_build_object('cause', w.cause, 'dueOn', w.due_on, 'remindOn', w.remind_on, 'placeOn', w.place_on) as facts
    from market.choice_window w
  union all
  select r.case_id, r.person_id, r.on_day, r.recorded_at, r.recorded_by, 'market.choice-reminded', 'market.reminderWorkingDay', '{}'::jsonb
    from market.choice_reminder r
  union all
  select h.case_id, h.person_id, h.on_day, h.recorded_at, h.recorded_by, 'market.choice-handed-over', 'market.placementWorkingDay',
         jsonb_build_object('why', h.why)
    from market.choice_handed_over h
  union all
  select p.case_id, p.person_id, p.chosen_on, p.recorded_at, p.recorded_by,
         case p.how when 'changed' then 'market.provider-changed' when 'nearest' then 'market.placed-by-rule' else 'market.provider-chosen' end,
         case p.how when 'changed' then 'market.changeDelayWorkingDays' when 'nearest' then 'market.placementWorkingDay' else 'market.startDelayWorkingDays' end,
         jsonb_build_object('placementId', p.id, 'providerId', p.provider_id, 'providerName', v.name, 'firstDay', p.first_day, 'how', p.how,
                            'assisted', p.assisted, 'startReason', p.start_reason)
    from market.placement p
    join market.provider v on v.id = p.provider_id
  union all
  select e.case_id, e.person_id, e.last_day, e.recorded_at, e.recorded_by, 'market.placement-ended', null,
         jsonb_build_object('placementId', e.placement_id, 'providerId', p.provider_id, 'providerName', v.name, 'lastDay', e.last_day, 'cause', e.cause)
    from market.placement_end e
    join market.placement p on p.id = e.placement_id
    join market.provider v on v.id = p.provider_id
   where not exists (select 1 from market.placement_end n where n.replaces = e.id);
grant select on market.v_step to krom_app;
