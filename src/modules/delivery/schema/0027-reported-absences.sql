-- A report of what was logged without having been planned holds for what corrects it, on whatever day that is. Own work is the
-- person's own time (programme 4.5): nobody waited, so there is no absence from it to report.
create or replace view delivery.v_deviation_draft with (security_invoker = true) as
  select s.kind, s.subject_id, s.meeting_id, s.booking_id, s.case_id, s.person_id, s.placement_id, s.provider_id, s.adviser_id, s.on_day,
         s.starts_at, s.ends_at, s.minutes_away, s.reason, s.entry_id
    from (select 'meeting' as kind, a.id as subject_id, m.id as meeting_id, null::uuid as booking_id, m.case_id, m.person_id, m.placement_id,
                 m.provider_id, m.adviser_id, m.on_day, m.starts_at, m.starts_at + make_interval(mins => m.minutes) as ends_at, a.minutes_away,
                 a.reason, null::uuid as entry_id
            from delivery.attendance a join delivery.meeting m on m.id = a.meeting_id and m.case_id = a.case_id
           where a.minutes_away > 0 and not exists (select 1 from delivery.attendance n where n.replaces = a.id)
          union all
          select 'activity', b.entry_id, null, b.booking_id, b.case_id, b.person_id, b.placement_id,
                 b.provider_id, b.adviser_id, b.on_day, b.starts_at, b.starts_at + make_interval(mins => b.minutes), b.minutes_away, b.reason, null
            from delivery.v_booking b where b.minutes_away > 0 and b.with_whom <> 'own'
          union all
          select 'activity', e.id, null, null, e.case_id, e.person_id, e.placement_id,
                 e.provider_id, v.adviser_id, e.on_day, null, e.recorded_at, e.minutes_away, e.reason, e.id
            from delivery.activity_entry e
            left join delivery.v_adviser v on v.placement_id = e.placement_id and v.case_id = e.case_id
           where e.minutes_away > 0 and e.booking_id is null and not e.withdrawn and e.with_whom <> 'own'
             and not exists (select 1 from delivery.activity_entry n where n.replaces = e.id)) s
   where not exists (
     select 1 from delivery.v_deviation d
      where d.case_id = s.case_id and d.kind = 'absence' and s.on_day between d.first_day and d.last_day
        and (d.meeting_id = s.meeting_id or d.minutes is null
             or exists (select 1 from delivery.deviation_report r where r.id = d.deviation_id and r.booking_id = s.booking_id)))
     and (s.entry_id is null or not exists (
       select 1 from delivery.deviation_report r
        where r.case_id = s.case_id and r.kind = 'absence' and r.entry_id is not null
          and not exists (select 1 from delivery.deviation_report n where n.replaces = r.id)
          and delivery.first_entry(r.entry_id) = delivery.first_entry(s.entry_id)));
