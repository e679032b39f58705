-- What a provider's own money is computed from, also after its access to a participant has ended: days, levels and codes of those
-- whom it had, nothing else about them. Empty for everybody but the provider's own staff.
create function compensation.own_money_facts(since date) returns table (case_id uuid, person_id uuid, facts jsonb)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    with own as (
      select distinct p.case_id, p.person_id
        from market.v_placement p
       where p.provider_id = platform.setting_uuid('krom.organisation') and current_setting('krom.role', true) in ('coordinator', 'adviser')
         and p.first_day <= platform.acting_on() and (p.last_day is null or p.last_day >= since)
      union
      select l.case_id, l.person_id
        from compensation.entitlement_line l
       where l.provider_id = platform.setting_uuid('krom.organisation') and current_setting('krom.role', true) in ('coordinator', 'adviser')
         and l.recorded_at >= since
    )
    select o.case_id, o.person_id, jsonb_build_object(
      'wantedPercent', n.wanted_extent_percent,
      'decisions', coalesce((select jsonb_agg(jsonb_build_object('firstDay', d.first_day, 'lastDay', d.last_day, 'level', d.level, 'priceModel', d.price_model)
          order by d.first_day, d.decision_id)
         from decision.v_decision d where d.case_id = o.case_id and d.first_day is not null and d.withdrawn_on is null), '[]'),
      'spells', coalesce((select jsonb_agg(jsonb_build_object('providerId', p.provider_id, 'contractId', p.contract_id, 'firstDay', p.first_day, 'lastDay', p.last_day)
          order by p.first_day, p.recorded_at, p.placement_id)
         from market.v_placement p where p.case_id = o.case_id), '[]'),
      'outcomes', coalesce((select jsonb_agg(jsonb_build_object('claimId', c.claim_id, 'kind', c.kind, 'subsidised', c.subsidised,
           'extentPercent', c.extent_percent, 'pacePercent', c.pace_percent, 'firstDay', c.first_day, 'lastDay', c.last_day) order by c.reported_at, c.series_id)
         from outcomes.v_outcome c where c.case_id = o.case_id), '[]'),
      'reports', coalesce((select jsonb_agg(jsonb_build_object('month', r.month, 'state', r.state, 'dueOn', r.due_on,
           'payable', r.signed_on is null or r.signed_on <= r.payable_until) order by r.month)
         from delivery.v_report r where r.case_id = o.case_id and r.provider_id = platform.setting_uuid('krom.organisation')), '[]'),
      'claims', coalesce((select jsonb_agg(jsonb_build_object('claimId', c.claim_id, 'kind', c.kind, 'subsidised', c.subsidised,
           'extentPercent', c.extent_percent, 'pacePercent', c.pace_percent, 'firstDay', c.first_day, 'lastDay', c.last_day, 'evidence', c.evidence)
           order by c.recorded_at, c.claim_id)
         from outcomes.v_claim c
        where c.case_id = o.case_id and c.provider_id = platform.setting_uuid('krom.organisation') and c.outcome is null and not c.replaced), '[]'),
      'planApproved', exists (select 1 from delivery.v_plan w
        where w.case_id = o.case_id and w.provider_id = platform.setting_uuid('krom.organisation') and w.outcome = 'approved'))
      from own o
      join registration.v_person n on n.person_id = o.person_id
     order by o.case_id;
  end;
