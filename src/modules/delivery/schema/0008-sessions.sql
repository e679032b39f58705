-- Planned activities besides the development meetings (programme 4.5): single, in series, for one participant or a group. A row
-- is one participant's place in one session, so nobody sees of a group but oneself; what is moved or called off is a new row.
create table delivery.booking (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  placement_id uuid not null,
  provider_id uuid not null,
  -- Shared by all who are there at the same time; its own of each time in a series.
  session_id uuid not null,
  -- Shared by the sessions of a series.
  series_id uuid,
  starts_at timestamptz not null,
  on_day date not null,
  minutes integer not null check (minutes between 15 and 480 and minutes % 15 = 0),
  code text not null,
  mode text not null check (mode in ('physical', 'video', 'telephone')),
  with_whom text not null check (with_whom in ('adviser', 'provider-staff', 'other-actor', 'own')),
  adviser_id uuid,
  -- The room, or the address of a video meeting.
  place text,
  called_off boolean not null default false,
  -- Why it was moved or called off.
  why text,
  replaces uuid unique references delivery.booking,
  recorded_at timestamptz not null,
  recorded_by uuid,
  check (replaces is null or why is not null),
  check (not called_off or replaces is not null)
);
create unique index booking_first on delivery.booking (session_id, case_id) where replaces is null;
create index on delivery.booking (case_id, on_day);
create index on delivery.booking (provider_id, on_day);
create index on delivery.booking (on_day);
create index on delivery.booking (session_id);
select platform.protect('delivery.booking');

-- Why a meeting was moved.
alter table delivery.meeting add column why text;
create index on delivery.meeting (on_day);

-- What came of a session is an activity of the log; how long the person was away decides what has to be reported.
alter table delivery.activity_entry add column booking_id uuid references delivery.booking;
alter table delivery.activity_entry add column minutes_away integer check (minutes_away between 0 and 480);
alter table delivery.attendance add column minutes_away integer check (minutes_away between 0 and 480);
alter table delivery.deviation_report add column booking_id uuid references delivery.booking;
create index activity_of_booking on delivery.activity_entry (booking_id) where booking_id is not null;
create index deviation_of_booking on delivery.deviation_report (booking_id) where booking_id is not null;

create view delivery.v_booking with (security_invoker = true) as
  select b.id as booking_id, b.case_id, b.person_id, b.placement_id, b.provider_id, b.session_id, b.series_id, b.starts_at, b.on_day,
         b.minutes, b.code, b.mode, b.with_whom, b.adviser_id, b.place, b.called_off, b.why, b.replaces, b.recorded_at, b.recorded_by,
         e.id as entry_id, e.came, e.took_place, e.reason, e.minutes_away, e.took_place and e.came <> 'no' as held
    from delivery.booking b
    left join delivery.activity_entry e on e.booking_id = b.id and e.case_id = b.case_id and not e.withdrawn
     and not exists (select 1 from delivery.activity_entry n where n.replaces = e.id)
   where not exists (select 1 from delivery.booking n where n.replaces = b.id);
grant select on delivery.v_booking to krom_app;

-- Everything that takes a participant's or an adviser's time: meetings and booked activities.
create view delivery.v_slot with (security_invoker = true) as
  select m.meeting_id as id, null::uuid as session_id, m.case_id, m.person_id, m.provider_id, m.adviser_id, m.starts_at, m.on_day, m.minutes,
         m.individual, false as activity
    from delivery.v_meeting m where m.took_place is distinct from false
  union all
  select b.booking_id, b.session_id, b.case_id, b.person_id, b.provider_id, b.adviser_id, b.starts_at, b.on_day, b.minutes, false, true
    from delivery.v_booking b where not b.called_off and b.took_place is distinct from false;
grant select on delivery.v_slot to krom_app;

-- How many are in a session, also those whom the actor may not see: a group is moved and called off whole or not at all.
create function delivery.session_size(session uuid, provider uuid) returns integer language sql stable security definer set search_path = pg_catalog
  begin atomic
    select count(*)::integer from delivery.booking b
     where b.session_id = session and b.provider_id = provider and not b.called_off
       and not exists (select 1 from delivery.booking n where n.replaces = b.id);
  end;

-- Absences that the log tells of and no report covers: drafts, derived and never stored. A report of whole days covers them too.
create view delivery.v_deviation_draft with (security_invoker = true) as
  select s.kind, s.subject_id, s.meeting_id, s.booking_id, s.case_id, s.person_id, s.placement_id, s.provider_id, s.adviser_id, s.on_day,
         s.starts_at, s.starts_at + make_interval(mins => s.minutes) as ends_at, s.minutes_away, s.reason
    from (select 'meeting' as kind, a.id as subject_id, m.id as meeting_id, null::uuid as booking_id, m.case_id, m.person_id, m.placement_id,
                 m.provider_id, m.adviser_id, m.on_day, m.starts_at, m.minutes, a.minutes_away, a.reason
            from delivery.attendance a join delivery.meeting m on m.id = a.meeting_id and m.case_id = a.case_id
           where a.minutes_away > 0 and not exists (select 1 from delivery.attendance n where n.replaces = a.id)
          union all
          select 'activity', b.entry_id, null, b.booking_id, b.case_id, b.person_id, b.placement_id,
                 b.provider_id, b.adviser_id, b.on_day, b.starts_at, b.minutes, b.minutes_away, b.reason
            from delivery.v_booking b where b.minutes_away > 0) s
   where not exists (
     select 1 from delivery.v_deviation d
      where d.case_id = s.case_id and d.kind = 'absence' and s.on_day between d.first_day and d.last_day
        and (d.meeting_id = s.meeting_id or d.minutes is null
             or exists (select 1 from delivery.deviation_report r where r.id = d.deviation_id and r.booking_id = s.booking_id)));
grant select on delivery.v_deviation_draft to krom_app;

-- That somebody has been reminded of a meeting or a session, so that a sweep that runs again says nothing twice.
create table delivery.reminder (
  subject_id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on delivery.reminder (case_id);
select platform.protect('delivery.reminder');

-- The case's page tells of them too: one line a session, neither reasons nor whom else was there.
do $$
declare so_far text := rtrim(pg_get_viewdef('delivery.v_step'::regclass), '; ');
begin
  execute 'create or replace view delivery.v_step with (security_invoker = true) as ' || so_far || ' union all
  select b.case_id, b.person_id, b.on_day, b.recorded_at, b.recorded_by,
         case when b.called_off then ''delivery.session-called-off'' when b.replaces is not null then ''delivery.session-moved'' else ''delivery.session-planned'' end,
         ''delivery.activities'',
         jsonb_build_object(''bookingId'', b.booking_id, ''code'', b.code, ''startsAt'', b.starts_at, ''minutes'', b.minutes, ''mode'', b.mode)
    from delivery.v_booking b where b.entry_id is null';
end $$;
