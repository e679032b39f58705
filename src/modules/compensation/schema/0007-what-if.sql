-- What a month would have given under other prices, or would give now: computed as a closing is, kept apart, and never posted.
create table compensation.what_if (
  id uuid primary key,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  -- Prices to use instead of those in force; null leaves them.
  base_fee_ore jsonb,
  outcome_payment_ore jsonb,
  requested_by uuid not null,
  requested_at timestamptz not null,
  contracts integer check (contracts >= 0),
  ended_at timestamptz
);

create table compensation.what_if_contract (
  what_if_id uuid not null references compensation.what_if,
  contract_id uuid not null,
  provider_id uuid not null,
  cases integer not null,
  open_cases integer not null,
  recorded_at timestamptz not null,
  primary key (what_if_id, contract_id)
);

-- Sums over all cases of the contract, with a difference or not.
create table compensation.what_if_sum (
  what_if_id uuid not null,
  contract_id uuid not null,
  provider_id uuid not null,
  kind text not null,
  cases integer not null,
  old_ore bigint not null,
  new_ore bigint not null,
  primary key (what_if_id, contract_id, kind),
  foreign key (what_if_id, contract_id) references compensation.what_if_contract
);

-- The cases whose amount of a kind would change.
create table compensation.what_if_line (
  what_if_id uuid not null,
  contract_id uuid not null,
  case_id uuid not null,
  kind text not null,
  person_id uuid not null,
  provider_id uuid not null,
  old_ore bigint not null,
  new_ore bigint not null check (new_ore <> old_ore),
  primary key (what_if_id, contract_id, case_id, kind),
  foreign key (what_if_id, contract_id) references compensation.what_if_contract
);
create index on compensation.what_if_line (person_id);

alter table compensation.what_if enable row level security;
alter table compensation.what_if force row level security;
create policy owner_all on compensation.what_if to current_user using (true) with check (true);
create policy app_sees on compensation.what_if for select to krom_app using (compensation.sees_runs());
create policy app_asks on compensation.what_if for insert to krom_app with check (
  current_setting('krom.role', true) = 'approver' and requested_by = platform.setting_uuid('krom.user') and ended_at is null);
grant select, insert on compensation.what_if to krom_app;

alter table compensation.what_if_contract enable row level security;
alter table compensation.what_if_contract force row level security;
create policy owner_all on compensation.what_if_contract to current_user using (true) with check (true);
create policy app_sees on compensation.what_if_contract for select to krom_app using (compensation.sees_runs());
grant select on compensation.what_if_contract to krom_app;

alter table compensation.what_if_sum enable row level security;
alter table compensation.what_if_sum force row level security;
create policy owner_all on compensation.what_if_sum to current_user using (true) with check (true);
create policy app_sees on compensation.what_if_sum for select to krom_app using (compensation.sees_runs());
grant select on compensation.what_if_sum to krom_app;

-- Lines name persons: an approver or overseer sees those whom the access says.
select platform.protect('compensation.what_if_line', array['approver', 'overseer'], 'select');
