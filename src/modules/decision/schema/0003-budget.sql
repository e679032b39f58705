-- Caps on new decisions, what each decision commits, and whom a cap has turned away (programme 4.3).

-- A cap in force is one that no later row replaces; a cap without limits is lifted. Nothing is ever changed.
create table decision.budget_cap (
  id uuid primary key,
  name text not null check (length(name) between 3 and 100),
  kind text not null check (kind in ('referral', 'extension')),
  period text not null check (period ~ '^20[0-9]{2}(-(0[1-9]|1[0-2]))?$'),
  appropriation text,
  programme_group text check (programme_group in ('JOB', 'UGA', 'ETP', 'none')),
  office_id uuid,
  limit_decisions bigint check (limit_decisions >= 0),
  limit_committed_ore bigint check (limit_committed_ore >= 0),
  reason text not null check (length(reason) between 3 and 2000),
  replaces uuid unique references decision.budget_cap,
  entered_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  -- Never retroactive: the period is not over on the day.
  constraint never_retroactive check (period >= to_char(entered_on, 'YYYY') and (length(period) = 4 or period >= to_char(entered_on, 'YYYY-MM')))
);
create index on decision.budget_cap (period);

-- What a decision was expected to cost on its day, and under which caps it counts. It names no person.
create table decision.commitment (
  decision_id uuid primary key references decision.decision,
  kind text not null check (kind in ('referral', 'extension')),
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  level text not null,
  price_model text,
  area_code text not null,
  office_id uuid,
  programme_group text not null,
  appropriations text[] not null,
  expected_ore bigint not null check (expected_ore >= 0),
  deviation_ore bigint not null check (deviation_ore >= 0),
  rules_key text not null,
  recorded_at timestamptz not null
);
create index on decision.commitment (month, kind);

-- A decision that a cap stopped: counted once for each case, kind and cap, however often it is tried.
create table decision.budget_refusal (
  id uuid primary key default uuidv7(),
  cap_id uuid not null references decision.budget_cap,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('referral', 'extension')),
  refused_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint counted_once unique (cap_id, case_id, kind)
);
create index on decision.budget_refusal (case_id);
create index on decision.budget_refusal (person_id);
select platform.protect('decision.budget_refusal', array['caseworker', 'approver', 'overseer', 'system']);

create function decision.refuse_budget_change() returns trigger language plpgsql as $$
begin
  raise exception 'the budget is kept as entered: % of %', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger never_changed before update or delete on decision.budget_cap for each row execute function decision.refuse_budget_change();
create trigger never_changed before update or delete on decision.commitment for each row execute function decision.refuse_budget_change();

-- The authority's staff read caps, an administrator enters them.
alter table decision.budget_cap enable row level security;
alter table decision.budget_cap force row level security;
create policy owner_all on decision.budget_cap to current_user using (true) with check (true);
create policy app_sees on decision.budget_cap for select to krom_app using (
  current_setting('krom.role', true) in ('caseworker', 'approver', 'overseer', 'analyst', 'administrator'));
create policy app_enters on decision.budget_cap for insert to krom_app with check (
  current_setting('krom.role', true) = 'administrator' and recorded_by = platform.setting_uuid('krom.user'));
grant select, insert on decision.budget_cap to krom_app;

-- Who decides writes what it commits; sums are told by the functions below, single rows by nobody.
alter table decision.commitment enable row level security;
alter table decision.commitment force row level security;
create policy owner_all on decision.commitment to current_user using (true) with check (true);
create policy app_commits on decision.commitment for insert to krom_app with check (current_setting('krom.role', true) = 'caseworker');
grant insert on decision.commitment to krom_app;

create view decision.v_budget_cap with (security_invoker = true) as
  select c.id as cap_id, c.name, c.kind, c.period, c.appropriation, c.programme_group, c.office_id, c.limit_decisions, c.limit_committed_ore,
         c.reason, c.replaces, c.entered_on, c.recorded_at, c.recorded_by,
         exists (select 1 from decision.budget_cap n where n.replaces = c.id) as replaced,
         c.limit_decisions is null and c.limit_committed_ore is null as lifted
    from decision.budget_cap c;
grant select on decision.v_budget_cap to krom_app;

-- What stands under a cap, over all persons: sums only.
create function decision.budget_used(cap decision.budget_cap, out used_decisions bigint, out used_ore bigint)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select count(*), coalesce(sum(m.expected_ore), 0)::bigint
      from decision.commitment m
     where m.kind = cap.kind and (m.month = cap.period or left(m.month, 4) = cap.period)
       and (cap.appropriation is null or cap.appropriation = any (m.appropriations))
       and (cap.programme_group is null or cap.programme_group = m.programme_group)
       and (cap.office_id is null or cap.office_id = m.office_id);
  end;

-- The caps that count a new decision, with what is used. Held: nobody else grants under them until this transaction ends, and
-- no cap is entered meanwhile; each statement sees what was committed before its lock was given.
create function decision.caps_on(wanted_kind text, on_month text, draws_on text[], programme text, office uuid, hold boolean)
  returns setof jsonb language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  cap decision.budget_cap;
  used record;
begin
  if hold then
    perform pg_advisory_xact_lock_shared(hashtextextended('decision.budget-caps', 0));
  end if;
  for cap in
    select c.* from decision.budget_cap c
     where c.kind = wanted_kind and c.period in (on_month, left(on_month, 4))
       and (c.limit_decisions is not null or c.limit_committed_ore is not null)
       and (c.appropriation is null or c.appropriation = any (draws_on))
       and (c.programme_group is null or c.programme_group = programme)
       and (c.office_id is null or c.office_id = office)
       and not exists (select 1 from decision.budget_cap n where n.replaces = c.id)
     order by c.id
  loop
    if hold then
      perform pg_advisory_xact_lock(hashtextextended('decision.budget-cap:' || cap.id, 0));
    end if;
    select * into used from decision.budget_used(cap);
    return next jsonb_build_object('id', cap.id, 'name', cap.name, 'kind', cap.kind, 'period', cap.period, 'appropriation', cap.appropriation,
      'programmeGroup', cap.programme_group, 'officeId', cap.office_id, 'limitDecisions', cap.limit_decisions,
      'limitCommittedOre', cap.limit_committed_ore, 'usedDecisions', used.used_decisions, 'usedOre', used.used_ore);
  end loop;
end $$;

-- How full each cap is and how many it has turned away, for those who follow the budget.
create function decision.cap_use() returns table (cap_id uuid, used_decisions bigint, used_ore bigint, refused bigint)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select c.id, u.used_decisions, u.used_ore, (select count(distinct (r.case_id, r.kind)) from decision.budget_refusal r where r.cap_id = c.id)
      from decision.budget_cap c cross join lateral decision.budget_used(c) u
     where current_setting('krom.role', true) in ('approver', 'analyst', 'administrator', 'system');
  end;

-- Sums of what is committed, by month of decision, kind and level.
create function decision.commitment_sums(from_month text, to_month text)
  returns table (month text, kind text, level text, decisions bigint, expected_ore bigint, variance double precision)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select m.month, m.kind, m.level, count(*), sum(m.expected_ore)::bigint, sum(m.deviation_ore::double precision ^ 2)
      from decision.commitment m
     where m.month between from_month and to_month and current_setting('krom.role', true) in ('approver', 'analyst', 'administrator', 'system')
     group by m.month, m.kind, m.level;
  end;
