-- Contracts under tender terms, their end before time, and their passing to another organisation. What the contract said stays
-- in market.contract; its days as they now are stand in market.contract_span, which only triggers write.

create table market.tender (
  id uuid primary key,
  recorded_at timestamptz not null,
  recorded_by uuid
);
select platform.open_table('market.tender', 'select, insert');

-- The areas that the terms offer, with the price model of each.
create table market.tender_area (
  tender_id uuid not null references market.tender,
  area_code text not null,
  price_model text not null check (price_model in ('1', '2')),
  primary key (tender_id, area_code),
  unique (tender_id, area_code, price_model)
);
select platform.open_table('market.tender_area', 'select, insert');

-- Null for a contract from before there were terms in the house.
alter table market.contract
  add column tender_id uuid,
  add constraint contract_in_its_tender foreign key (tender_id, area_code, price_model) references market.tender_area (tender_id, area_code, price_model);

-- Notice: the contract ends after this day. A later row takes the place of an earlier one.
create table market.contract_end (
  id uuid primary key default uuidv7(),
  contract_id uuid not null references market.contract,
  cause text not null check (cause in ('notice-by-provider', 'notice-by-authority', 'cancelled', 'transferred')),
  notice_on date not null,
  last_day date not null,
  reason text not null check (length(reason) between 3 and 2000),
  replaces uuid unique references market.contract_end,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create unique index contract_end_first on market.contract_end (contract_id) where replaces is null;
select platform.open_table('market.contract_end', 'select, insert');

alter table market.contract drop constraint contract_one_at_a_time;
create table market.contract_span (
  contract_id uuid primary key references market.contract,
  provider_id uuid not null,
  area_code text not null,
  from_day date not null,
  -- The same as from_day for a contract that ended before it began.
  to_day date check (to_day >= from_day),
  constraint contract_one_at_a_time exclude using gist (provider_id with =, area_code with =, daterange(from_day, to_day) with &&)
);
select platform.open_table('market.contract_span', 'select');

insert into market.contract_span select id, provider_id, area_code, from_day, to_day from market.contract;

create function market.span_begins() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into market.contract_span values (new.id, new.provider_id, new.area_code, new.from_day, new.to_day);
  return null;
end $$;
create trigger span_begins after insert on market.contract for each row execute function market.span_begins();

create function market.span_ends() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update market.contract_span s set to_day = greatest(c.from_day, least(c.to_day, new.last_day + 1))
    from market.contract c where c.id = new.contract_id and s.contract_id = new.contract_id;
  return null;
end $$;
create trigger span_ends after insert on market.contract_end for each row execute function market.span_ends();

create or replace view market.v_contract with (security_invoker = true) as
  select c.id as contract_id, c.provider_id, p.name as provider_name, c.area_code, c.price_model, c.from_day, s.to_day,
         coalesce((select n.open from market.new_choices n
                    where n.contract_id = c.id and not exists (select 1 from market.new_choices r where r.replaces = n.id)), true) as open_for_choices,
         c.tender_id
    from market.contract c
    join market.contract_span s on s.contract_id = c.id
    join market.provider p on p.id = c.provider_id;

-- The participants and rights of a contract pass to another organisation on a day. Prepared by one, approved by another.
create table market.contract_transfer (
  id uuid primary key,
  contract_id uuid not null references market.contract,
  to_provider uuid not null,
  on_day date not null,
  reason text not null check (length(reason) between 3 and 2000),
  prepared_by uuid not null,
  recorded_at timestamptz not null,
  unique (id, prepared_by),
  unique (id, contract_id)
);
create index on market.contract_transfer (contract_id);
select platform.open_table('market.contract_transfer', 'select, insert');

create table market.contract_transfer_decision (
  transfer_id uuid primary key,
  contract_id uuid not null,
  prepared_by uuid not null,
  outcome text not null check (outcome in ('approved', 'returned')),
  reason text,
  decided_by uuid not null,
  -- The contract that the participants move to, when approved.
  new_contract_id uuid unique references market.contract,
  recorded_at timestamptz not null,
  foreign key (transfer_id, prepared_by) references market.contract_transfer (id, prepared_by),
  foreign key (transfer_id, contract_id) references market.contract_transfer (id, contract_id),
  check (decided_by <> prepared_by),
  check ((outcome = 'approved') = (new_contract_id is not null)),
  check (outcome = 'approved' or reason is not null)
);
create unique index contract_passes_once on market.contract_transfer_decision (contract_id) where outcome = 'approved';
select platform.open_table('market.contract_transfer_decision', 'select, insert');

-- Which address of the new organisation answers to which of the old.
create table market.contract_transfer_address (
  transfer_id uuid not null references market.contract_transfer,
  old_address uuid not null references market.provider_address,
  new_address uuid not null references market.provider_address,
  primary key (transfer_id, old_address)
);
select platform.open_table('market.contract_transfer_address', 'select, insert');

-- Staff who meet participants at an address: what the limit by full-time adviser counts (rule market.participantsPerAdviser).
-- A later row takes the place of an earlier one; 0 percent = has left.
create table market.adviser (
  id uuid primary key default uuidv7(),
  provider_id uuid not null references market.provider,
  address_id uuid not null references market.provider_address,
  name text not null,
  full_time_percent integer not null check (full_time_percent between 0 and 100),
  languages text[] not null,
  orientations text[] not null,
  replaces uuid unique references market.adviser,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on market.adviser (address_id);
create index on market.adviser (provider_id);
alter table market.adviser enable row level security;
alter table market.adviser force row level security;
create policy owner_all on market.adviser to current_user using (true) with check (true);
create policy app_sees on market.adviser for select to krom_app using (
  provider_id = platform.setting_uuid('krom.organisation') or current_setting('krom.role', true) in ('overseer', 'administrator'));
create policy app_adds on market.adviser for insert to krom_app with check (
  provider_id = platform.setting_uuid('krom.organisation') or current_setting('krom.role', true) in ('overseer', 'administrator'));
grant select, insert on market.adviser to krom_app;

-- Full-time advisers at an address in percent, 100 = one; null when no staff has been entered there. Only the sum is for everybody.
create function market.adviser_percent(address uuid) returns integer
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select sum(a.full_time_percent)::integer from market.adviser a
     where a.address_id = address and not exists (select 1 from market.adviser n where n.replaces = a.id);
  end;

-- How many have a place at the address, whatever the contract.
create function market.places_taken_at(address uuid, on_day date) returns integer
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select coalesce(sum(market.places_taken(ca.contract_id, ca.address_id, on_day)), 0)::integer
      from market.contract_address ca where ca.address_id = address;
  end;

-- A plan by which areas pass from the older service to Rusta och matcha; it does nothing until another person has signed it.
create table market.roll_out_plan (
  id uuid primary key,
  title text not null check (length(title) between 3 and 200),
  prepared_by uuid not null,
  recorded_at timestamptz not null,
  unique (id, prepared_by)
);
select platform.open_table('market.roll_out_plan', 'select, insert');

create table market.roll_out_line (
  plan_id uuid not null references market.roll_out_plan,
  area_code text not null,
  switch_on date not null,
  price_model_b text not null check (price_model_b in ('1', '2')),
  primary key (plan_id, area_code)
);
select platform.open_table('market.roll_out_line', 'select, insert');

create table market.roll_out_decision (
  plan_id uuid primary key,
  prepared_by uuid not null,
  outcome text not null check (outcome in ('signed', 'returned')),
  reason text,
  decided_by uuid not null,
  recorded_at timestamptz not null,
  foreign key (plan_id, prepared_by) references market.roll_out_plan (id, prepared_by),
  check (decided_by <> prepared_by),
  check (outcome = 'signed' or reason is not null)
);
select platform.open_table('market.roll_out_decision', 'select, insert');

-- An area switches once: a second signed plan for it is refused.
create table market.roll_out_switch (
  area_code text primary key,
  plan_id uuid not null,
  switch_on date not null,
  foreign key (plan_id, area_code) references market.roll_out_line (plan_id, area_code)
);
select platform.open_table('market.roll_out_switch', 'select, insert');

-- Open cases of people whose home lies in the area, for a plan's simulation: a number, never who.
create function market.registered_in(area text) returns integer
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select count(*)::integer from registration.v_case c where c.delivery_area = area and not c.closed;
  end;
