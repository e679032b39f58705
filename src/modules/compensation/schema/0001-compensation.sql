-- What providers are paid: a month is closed per contract by posting differences; a statement is paid when it is approved.
-- Nothing here is ever changed: a correction is a new line in a later statement, negative ones included (programme 5).
create schema compensation;

-- One statement per contract and month; made again, as the next version, only after the one before was returned.
create table compensation.statement (
  id uuid primary key,
  provider_id uuid not null,
  contract_id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  version integer not null check (version > 0),
  total_ore bigint not null,
  line_count integer not null check (line_count > 0),
  needed_approvers integer not null check (needed_approvers in (1, 2)),
  -- Null when the calendar made it: then two different people approve it.
  made_by uuid,
  made_on date not null,
  recorded_at timestamptz not null,
  constraint one_statement_per_month unique (contract_id, month, version),
  constraint job_made_needs_two check (made_by is not null or needed_approvers = 2)
);
create index on compensation.statement (provider_id, month);

create table compensation.entitlement_line (
  id uuid primary key,
  statement_id uuid not null references compensation.statement,
  case_id uuid not null,
  person_id uuid not null,
  provider_id uuid not null,
  contract_id uuid not null,
  kind text not null check (kind in ('base_fee', 'outcome_payment', 'outcome_payment_rr1', 'outcome_payment_rr2', 'speed_premium')),
  -- What the amount is about, whatever is posted on it: the kind with its month, or with its chain's first day.
  entitlement_key text not null,
  month text check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  on_day date,
  chain_first_day date not null,
  level text not null,
  amount_ore bigint not null check (amount_ore <> 0),
  entitled_ore bigint not null check (entitled_ore >= 0),
  posted_ore bigint not null,
  rule jsonb not null,
  steps jsonb not null check (jsonb_array_length(steps) > 0),
  facts jsonb not null,
  -- Who decided, verified or approved the facts: none of them approves the money.
  decided_by uuid[] not null,
  recorded_at timestamptz not null,
  constraint difference_is_exact check (amount_ore = entitled_ore - posted_ore),
  constraint once_per_statement unique (statement_id, case_id, entitlement_key),
  constraint month_or_day check ((kind = 'base_fee') = (month is not null) and (kind = 'base_fee') = (on_day is null))
);
create index on compensation.entitlement_line (case_id);
create index on compensation.entitlement_line (person_id);
create index on compensation.entitlement_line (contract_id, case_id);

-- That a contract's month has been closed, also when nothing came of it.
create table compensation.month_closed (
  id uuid primary key default uuidv7(),
  contract_id uuid not null,
  month text not null,
  statement_id uuid references compensation.statement,
  -- Cases that were refused whole or have a question: a person has a task for each.
  open_cases integer not null,
  recorded_at timestamptz not null
);
create index on compensation.month_closed (contract_id, month);

create table compensation.statement_approval (
  statement_id uuid not null references compensation.statement,
  provider_id uuid not null,
  step integer not null check (step in (1, 2)),
  approved_by uuid not null,
  -- What the approver saw.
  total_ore bigint not null,
  recorded_at timestamptz not null,
  primary key (statement_id, step),
  constraint never_the_same_person unique (statement_id, approved_by)
);

create table compensation.statement_return (
  statement_id uuid primary key references compensation.statement,
  provider_id uuid not null,
  returned_by uuid not null,
  reason text not null check (length(reason) between 3 and 2000),
  recorded_at timestamptz not null
);

-- Posted is posted.
create function compensation.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what is posted never changes: % of %', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger never_changed before update or delete on compensation.statement for each row execute function compensation.refuse_change();
create trigger never_changed before update or delete on compensation.entitlement_line for each row execute function compensation.refuse_change();
create trigger never_changed before update or delete on compensation.statement_approval for each row execute function compensation.refuse_change();
create trigger never_changed before update or delete on compensation.statement_return for each row execute function compensation.refuse_change();
create trigger never_emptied before truncate on compensation.statement for each statement execute function compensation.refuse_change();
create trigger never_emptied before truncate on compensation.entitlement_line for each statement execute function compensation.refuse_change();
create trigger never_emptied before truncate on compensation.statement_approval for each statement execute function compensation.refuse_change();
create trigger never_emptied before truncate on compensation.statement_return for each statement execute function compensation.refuse_change();

-- At commit a statement is the sum of its lines to the öre, so that a line can neither be missing nor come late.
create function compensation.check_sum() returns trigger language plpgsql as $$
declare
  wanted uuid := case tg_table_name when 'statement' then new.id else (to_jsonb(new)->>'statement_id')::uuid end;
  posted record;
  stated compensation.statement;
begin
  select * into stated from compensation.statement where id = wanted;
  select coalesce(sum(amount_ore), 0) as ore, count(*) as lines, bool_and(provider_id = stated.provider_id and contract_id = stated.contract_id) as own
    into posted from compensation.entitlement_line where statement_id = wanted;
  if posted.ore <> stated.total_ore or posted.lines <> stated.line_count or not coalesce(posted.own, false) then
    raise exception 'statement % is not the sum of its lines', wanted using errcode = 'check_violation', constraint = 'statement_is_its_lines';
  end if;
  return null;
end $$;
create constraint trigger statement_is_its_lines after insert on compensation.statement
  deferrable initially deferred for each row execute function compensation.check_sum();
create constraint trigger statement_is_its_lines after insert on compensation.entitlement_line
  deferrable initially deferred for each row execute function compensation.check_sum();

-- Whether the user decided, verified or approved a fact that the statement rests on; also in lines that the user may not see.
create function compensation.decided_its_facts(statement uuid, person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (select 1 from compensation.entitlement_line l where l.statement_id = statement and person = any (l.decided_by));
  end;

-- The second wall behind the rule of four eyes.
create function compensation.check_four_eyes() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  stated compensation.statement;
begin
  select * into stated from compensation.statement where id = new.statement_id for update;
  if new.provider_id <> stated.provider_id or new.approved_by = stated.made_by or compensation.decided_its_facts(new.statement_id, new.approved_by)
     or new.total_ore <> stated.total_ore or new.step > stated.needed_approvers
     or new.step <> 1 + (select count(*) from compensation.statement_approval a where a.statement_id = new.statement_id)
     or exists (select 1 from compensation.statement_return r where r.statement_id = new.statement_id) then
    raise exception 'four eyes: this approval is not valid' using errcode = 'check_violation', constraint = 'four_eyes';
  end if;
  return new;
end $$;
create trigger four_eyes before insert on compensation.statement_approval for each row execute function compensation.check_four_eyes();

create function compensation.check_return() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  stated compensation.statement;
begin
  select * into stated from compensation.statement where id = new.statement_id for update;
  if new.provider_id <> stated.provider_id
     or (select count(*) from compensation.statement_approval a where a.statement_id = new.statement_id) >= stated.needed_approvers then
    raise exception 'an approved statement is not returned' using errcode = 'check_violation', constraint = 'approved_stays';
  end if;
  return new;
end $$;
create trigger approved_stays before insert on compensation.statement_return for each row execute function compensation.check_return();

-- Statements carry no person: staff see all, a provider its own, a participant none.
create function compensation.sees_statement(provider uuid) returns boolean language sql stable as $$
  select current_setting('krom.role', true) in ('caseworker', 'approver', 'overseer')
    or (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider = platform.setting_uuid('krom.organisation'))
$$;

alter table compensation.statement enable row level security;
alter table compensation.statement force row level security;
create policy owner_all on compensation.statement to current_user using (true) with check (true);
create policy app_sees on compensation.statement for select to krom_app using (compensation.sees_statement(provider_id));
grant select on compensation.statement to krom_app;

-- Lines: staff by their access to the person, a provider its own contract's lines and no one else's, a participant none.
alter table compensation.entitlement_line enable row level security;
alter table compensation.entitlement_line force row level security;
create policy owner_all on compensation.entitlement_line to current_user using (true) with check (true);
create policy app_sees on compensation.entitlement_line for select to krom_app using (
  (current_setting('krom.role', true) in ('caseworker', 'approver', 'overseer') and exists (
    select 1 from platform.access a where a.person_id = entitlement_line.person_id
      and a.holder = any (array[platform.setting_uuid('krom.user'), platform.setting_uuid('krom.organisation')])
      and a.valid_from <= platform.acting_on() and (a.valid_to is null or a.valid_to > platform.acting_on())))
  or (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation')));
grant select on compensation.entitlement_line to krom_app;

alter table compensation.statement_approval enable row level security;
alter table compensation.statement_approval force row level security;
create policy owner_all on compensation.statement_approval to current_user using (true) with check (true);
create policy app_sees on compensation.statement_approval for select to krom_app using (compensation.sees_statement(provider_id));
create policy app_approves on compensation.statement_approval for insert to krom_app with check (
  current_setting('krom.role', true) = 'approver' and approved_by = platform.setting_uuid('krom.user'));
grant select, insert on compensation.statement_approval to krom_app;

alter table compensation.statement_return enable row level security;
alter table compensation.statement_return force row level security;
create policy owner_all on compensation.statement_return to current_user using (true) with check (true);
create policy app_sees on compensation.statement_return for select to krom_app using (compensation.sees_statement(provider_id));
create policy app_returns on compensation.statement_return for insert to krom_app with check (
  current_setting('krom.role', true) = 'approver' and returned_by = platform.setting_uuid('krom.user'));
grant select, insert on compensation.statement_return to krom_app;
grant usage on schema compensation to krom_app;
