-- Two periods of a clock can begin and be due on the same days, as when the first meeting is held on the first day: which of them.
alter table delivery.breach add column nth integer not null default 1 check (nth > 0);
drop index delivery.breach_first;
create unique index breach_first on delivery.breach (placement_id, rule, from_day, due_on, nth) where replaces is null;

create or replace view delivery.v_breach with (security_invoker = true) as
  select b.id as breach_id, b.case_id, b.person_id, b.placement_id, b.provider_id, b.rule, b.from_day, b.due_on, b.state, b.cause, b.reason,
         b.on_day, b.known_on, b.first_known_on, b.recorded_at, b.nth
    from delivery.breach b
   where not exists (select 1 from delivery.breach n where n.replaces = b.id);

-- The sweep reads a spell's rows, replaced ones too, without asking of each whether another replaces it: the morning after many
-- were written the server does not know yet how many there are, and would compare all with all.
create index on delivery.breach (placement_id);
