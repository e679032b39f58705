-- Periods of the clocks that were not kept in time, with why (programme 4.5): what compliance is judged by. Written the morning
-- after the due day; what becomes known later is a new row that replaces, also when it says that there was no breach after all.
create table delivery.breach (
  id uuid primary key default uuidv7(),
  case_id uuid not null,
  person_id uuid not null,
  placement_id uuid not null,
  provider_id uuid not null,
  rule text not null,
  from_day date not null,
  due_on date not null,
  state text not null check (state in ('breached', 'kept-late', 'lapsed')),
  cause text check (cause in ('not-offered', 'participant-absent', 'disputed', 'nothing-known', 'logged-late')),
  -- Why the participant was away, when that is the cause.
  reason text,
  -- The day of what was booked, disputed or logged late.
  on_day date,
  -- The day at whose end the log said so, and the one at whose end the period was first found not kept.
  known_on date not null,
  first_known_on date not null,
  replaces uuid unique references delivery.breach,
  recorded_at timestamptz not null,
  recorded_by uuid,
  check ((state = 'lapsed') = (cause is null)),
  check ((state = 'kept-late') = (cause is not distinct from 'logged-late'))
);
create unique index breach_first on delivery.breach (placement_id, rule, from_day, due_on) where replaces is null;
create index on delivery.breach (case_id);
create index on delivery.breach (provider_id, due_on);
-- The calendar writes; reasons can tell of health, and are not for those who only pay.
select platform.protect('delivery.breach', array['jobseeker', 'caseworker', 'coordinator', 'adviser', 'overseer'], 'select');

create view delivery.v_breach with (security_invoker = true) as
  select b.id as breach_id, b.case_id, b.person_id, b.placement_id, b.provider_id, b.rule, b.from_day, b.due_on, b.state, b.cause, b.reason,
         b.on_day, b.known_on, b.first_known_on, b.recorded_at
    from delivery.breach b
   where not exists (select 1 from delivery.breach n where n.replaces = b.id);
grant select on delivery.v_breach to krom_app;

-- When a spell's clocks are looked at next, unless something about the person is written before. No fact: it can be thrown away.
create table delivery.clock_look (
  placement_id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  look_on date not null,
  -- How many writes about the person there had been.
  seen_version bigint not null
);
alter table delivery.clock_look enable row level security;
alter table delivery.clock_look force row level security;
create policy owner_all on delivery.clock_look to current_user using (true) with check (true);
