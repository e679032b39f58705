-- Decisions on the service: what is granted, when it runs, when it is interrupted, and when a caseworker abstains.
create schema decision;

create table decision.planning_talk (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  held_on date not null,
  mode text not null check (mode in ('meeting', 'video', 'telephone')),
  available text not null check (available in ('yes', 'no', 'partly')),
  notes text not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on decision.planning_talk (case_id, recorded_at desc);
select platform.protect('decision.planning_talk', array['jobseeker', 'caseworker', 'approver', 'overseer', 'system']);

-- What a provider may see of a decision: level, price model, dates. Reasons stand apart in decision_ground.
create table decision.decision (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  chain_id uuid not null,
  position integer not null check (position in (1, 2)),
  kind text not null check (kind in ('referral', 'extension')),
  assessment_id uuid not null,
  level text not null check (level in ('A', 'B', 'C')),
  price_model text check (price_model in ('1', '2')),
  window_no integer not null,
  rules_key text not null,
  granted_on date not null,
  days integer not null check (days between 1 and 366),
  early_start_on date,
  area_code text not null,
  decided_by uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint one_decision_per_place_in_chain unique (chain_id, position),
  constraint chain_begins_with_referral check ((kind = 'referral') = (position = 1)),
  constraint level_b_names_price_model check ((level = 'B') = (price_model is not null))
);
create index on decision.decision (case_id);
create index on decision.decision (person_id);
create unique index one_referral_per_assessment on decision.decision (assessment_id) where kind = 'referral';
select platform.protect('decision.decision');

-- The tool decides nothing, but nobody refers when it says no (programme 4.2): the second wall behind the domain's own check.
create function decision.tool_must_say_yes() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from assessment.v_assessment a
     where a.assessment_id = new.assessment_id and a.case_id = new.case_id and a.person_id = new.person_id
       and a.result = 'referable' and a.level = new.level and a.on_day <= new.granted_on
  ) then
    raise exception 'the tool does not say yes at level %', new.level
      using errcode = 'check_violation', constraint = 'tool_says_no', schema = 'decision', table = 'decision';
  end if;
  return new;
end $$;
create trigger tool_says_no before insert on decision.decision for each row execute function decision.tool_must_say_yes();

create table decision.decision_ground (
  decision_id uuid primary key references decision.decision,
  case_id uuid not null,
  person_id uuid not null,
  reason text not null check (length(reason) between 1 and 4000),
  early_start_reason text,
  -- The window's criteria as they stood on the day; a decision with one unmet cannot be saved.
  criteria jsonb not null,
  letter_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint criteria_met check (not jsonb_path_exists(criteria, '$[*] ? (@.met == false)'))
);
create index on decision.decision_ground (case_id);
select platform.protect('decision.decision_ground', array['jobseeker', 'caseworker', 'approver', 'overseer', 'system']);

create table decision.decision_dates (
  id uuid primary key default uuidv7(),
  decision_id uuid not null references decision.decision,
  case_id uuid not null,
  person_id uuid not null,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  replaces uuid unique references decision.decision_dates,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on decision.decision_dates (decision_id);
create index on decision.decision_dates (case_id);
create index on decision.decision_dates (last_day);
create unique index first_dates_once on decision.decision_dates (decision_id) where replaces is null;
select platform.protect('decision.decision_dates');

create table decision.abstention (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  assessment_id uuid not null unique,
  code text not null,
  text text,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on decision.abstention (case_id);
select platform.protect('decision.abstention', array['jobseeker', 'caseworker', 'approver', 'overseer', 'system']);

create table decision.interruption (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  chain_id uuid not null,
  last_day date not null,
  cause text not null,
  reason text,
  letter_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on decision.interruption (case_id);
select platform.protect('decision.interruption', array['jobseeker', 'caseworker', 'approver', 'overseer', 'system']);

create table decision.service_return (
  interruption_id uuid primary key references decision.interruption,
  case_id uuid not null,
  person_id uuid not null,
  return_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on decision.service_return (case_id);
select platform.protect('decision.service_return', array['jobseeker', 'caseworker', 'approver', 'overseer', 'system']);

-- A chain whose service never began: its days are granted to nobody, and a provider must see that too.
create table decision.withdrawal (
  chain_id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on decision.withdrawal (case_id);
select platform.protect('decision.withdrawal');

-- The end of a chain's service that a later module knows of: an outcome that counts, a death.
create table decision.service_end (
  chain_id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  last_day date not null,
  cause text not null check (cause in ('outcome', 'deceased')),
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on decision.service_end (case_id);
select platform.protect('decision.service_end');

create view decision.v_decision with (security_invoker = true) as
  select d.id as decision_id, d.case_id, d.person_id, d.chain_id, d.position, d.kind, d.assessment_id, d.level, d.price_model,
         d.window_no, d.rules_key, d.granted_on, d.days, d.early_start_on, d.area_code, t.first_day, t.last_day, d.decided_by,
         w.on_day as withdrawn_on, e.last_day as ended_on, d.recorded_at
    from decision.decision d
    left join decision.decision_dates t
      on t.decision_id = d.id and not exists (select 1 from decision.decision_dates n where n.replaces = t.id)
    left join decision.withdrawal w on w.chain_id = d.chain_id
    left join decision.service_end e on e.chain_id = d.chain_id;
grant select on decision.v_decision to krom_app;

create view decision.v_interruption with (security_invoker = true) as
  select i.id as interruption_id, i.case_id, i.person_id, i.chain_id, i.last_day, i.cause, r.return_on, i.recorded_at
    from decision.interruption i left join decision.service_return r on r.interruption_id = i.id;
grant select on decision.v_interruption to krom_app;

create view decision.v_step with (security_invoker = true) as
  select case_id, person_id, held_on as on_day, recorded_at, recorded_by, 'decision.planning-talk-held' as kind,
         'decision.planningTalkRequired' as rule, jsonb_build_object('mode', mode, 'available', available) as facts
    from decision.planning_talk
  union all
  select d.case_id, d.person_id, d.granted_on, d.recorded_at, d.recorded_by,
         case d.kind when 'referral' then 'decision.referral-granted' else 'decision.extension-granted' end,
         case d.kind when 'referral' then 'decision.lengthDays' else 'decision.extensionDays' end,
         jsonb_build_object('decisionId', d.id, 'level', d.level, 'days', d.days, 'window', d.window_no, 'reason', g.reason, 'letterId', g.letter_id)
    from decision.decision d left join decision.decision_ground g on g.decision_id = d.id
  union all
  select t.case_id, t.person_id, t.first_day, t.recorded_at, t.recorded_by, 'decision.decision-dated', 'decision.lengthDays',
         jsonb_build_object('decisionId', t.decision_id, 'firstDay', t.first_day, 'lastDay', t.last_day, 'moved', t.replaces is not null)
    from decision.decision_dates t
  union all
  select case_id, person_id, on_day, recorded_at, recorded_by, 'decision.referral-abstained', 'decision.abstentionReasons',
         jsonb_build_object('code', code, 'text', text)
    from decision.abstention
  union all
  select case_id, person_id, last_day, recorded_at, recorded_by, 'decision.service-interrupted', 'decision.interruptionReasons',
         jsonb_build_object('cause', cause, 'reason', reason, 'lastDay', last_day, 'letterId', letter_id)
    from decision.interruption
  union all
  select case_id, person_id, return_on, recorded_at, recorded_by, 'decision.service-resumed', null, jsonb_build_object('returnOn', return_on)
    from decision.service_return
  union all
  select case_id, person_id, last_day, recorded_at, recorded_by, 'decision.service-ended', null,
         jsonb_build_object('cause', cause, 'lastDay', last_day)
    from decision.service_end;
grant select on decision.v_step to krom_app;
