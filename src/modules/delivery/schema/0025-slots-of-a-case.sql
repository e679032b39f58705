-- As before, with the case in the join: what one case has booked is found by its key.
create or replace view delivery.v_slot with (security_invoker = true) as
  select m.meeting_id as id, null::uuid as session_id, m.case_id, m.person_id, m.provider_id, m.adviser_id, m.starts_at, m.on_day, m.minutes,
         m.individual, false as activity
    from delivery.v_meeting m join market.v_placement p on p.placement_id = m.placement_id and p.case_id = m.case_id
   where m.took_place is distinct from false and (p.last_day is null or p.last_day >= m.on_day)
  union all
  select b.booking_id, b.session_id, b.case_id, b.person_id, b.provider_id, b.adviser_id, b.starts_at, b.on_day, b.minutes, false, true
    from delivery.v_booking b join market.v_placement p on p.placement_id = b.placement_id and p.case_id = b.case_id
   where not b.called_off and b.took_place is distinct from false and (p.last_day is null or p.last_day >= b.on_day);
