-- The market: providers with contracts and addresses, the choice among them, and the spells that come of it.
-- Facts are rows that are never overwritten; a later row names the one that it replaces. Periods are half-open.
create schema market;

-- For the rule that a provider has one contract at a time in an area. The extension is trusted: the database's owner may create it.
create extension if not exists btree_gist;

-- The key is the organisation's, which is also who holds access to the participants.
create table market.provider (
  id uuid primary key,
  name text not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
select platform.open_table('market.provider', 'select, insert');

create table market.provider_address (
  id uuid primary key default uuidv7(),
  provider_id uuid not null references market.provider,
  street text not null,
  postcode text check (postcode ~ '^[0-9]{5}$'),
  locality text not null,
  municipality_code text not null check (municipality_code ~ '^[0-9]{4}$'),
  lat double precision not null check (lat between 55 and 70),
  lon double precision not null check (lon between 10 and 25),
  -- Whether the point is the address's own or the municipality's seat.
  point_from text not null check (point_from in ('given', 'seat')),
  languages text[] not null,
  orientations text[] not null,
  presentation text not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on market.provider_address (provider_id);
select platform.open_table('market.provider_address', 'select, insert');

create table market.contract (
  id uuid primary key default uuidv7(),
  provider_id uuid not null references market.provider,
  area_code text not null,
  price_model text not null check (price_model in ('1', '2')),
  from_day date not null,
  to_day date check (to_day > from_day),
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint contract_one_at_a_time exclude using gist (provider_id with =, area_code with =, daterange(from_day, to_day) with &&)
);
create index on market.contract (area_code);
select platform.open_table('market.contract', 'select, insert');

create table market.contract_address (
  contract_id uuid not null references market.contract,
  address_id uuid not null references market.provider_address,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (contract_id, address_id)
);
create index on market.contract_address (address_id);
select platform.open_table('market.contract_address', 'select, insert');

-- Whether a contract takes new participants; without a row it does.
create table market.new_choices (
  id uuid primary key default uuidv7(),
  contract_id uuid not null references market.contract,
  open boolean not null,
  reason text not null,
  replaces uuid unique references market.new_choices,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create unique index new_choices_first on market.new_choices (contract_id) where replaces is null;
select platform.open_table('market.new_choices', 'select, insert');

-- The cap on simultaneous participants of a contract at an address; null lifts it, without a row there is none.
create table market.capacity_cap (
  id uuid primary key default uuidv7(),
  contract_id uuid not null,
  address_id uuid not null,
  cap integer check (cap >= 0),
  replaces uuid unique references market.capacity_cap,
  recorded_at timestamptz not null,
  recorded_by uuid,
  foreign key (contract_id, address_id) references market.contract_address
);
create unique index capacity_cap_first on market.capacity_cap (contract_id, address_id) where replaces is null;
select platform.open_table('market.capacity_cap', 'select, insert');

create table market.choice_window (
  id uuid primary key default uuidv7(),
  case_id uuid not null,
  person_id uuid not null,
  decision_id uuid not null,
  cause text not null check (cause in ('referral', 'moved', 'returned')),
  -- The first day back after an interruption.
  return_on date check ((return_on is not null) = (cause = 'returned')),
  -- Equal distances are ordered by a hash of this and the address.
  order_seed text not null,
  opened_on date not null,
  remind_on date not null,
  due_on date not null,
  place_on date not null check (place_on > due_on),
  recorded_at timestamptz not null,
  recorded_by uuid
);
create unique index choice_window_of_decision on market.choice_window (decision_id) where cause = 'referral';
create index on market.choice_window (case_id);
create index on market.choice_window (place_on);
select platform.protect('market.choice_window');

create table market.choice_reminder (
  window_id uuid primary key references market.choice_window,
  case_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on market.choice_reminder (case_id);
select platform.protect('market.choice_reminder');

-- The rule found no place, or may not be used: a caseworker chooses together with the person.
create table market.choice_handed_over (
  window_id uuid primary key references market.choice_window,
  case_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  why text not null check (why in ('no-place-within-reach', 'protected-identity')),
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on market.choice_handed_over (case_id);
select platform.protect('market.choice_handed_over');

create table market.placement (
  id uuid primary key default uuidv7(),
  case_id uuid not null,
  person_id uuid not null,
  decision_id uuid not null,
  provider_id uuid not null references market.provider,
  contract_id uuid not null,
  address_id uuid not null,
  how text not null check (how in ('chosen', 'assisted', 'nearest', 'changed')),
  assisted boolean not null,
  chosen_on date not null,
  first_day date not null check (first_day >= chosen_on),
  start_reason text,
  -- The placement that a change of provider ended.
  follows uuid unique references market.placement,
  recorded_at timestamptz not null,
  recorded_by uuid,
  foreign key (contract_id, address_id) references market.contract_address
);
create index on market.placement (case_id);
create index on market.placement (person_id);
create index on market.placement (contract_id, address_id);
create index on market.placement (provider_id);
select platform.protect('market.placement');

create table market.choice_closed (
  window_id uuid primary key references market.choice_window,
  case_id uuid not null,
  person_id uuid not null,
  how text not null check (how in ('placed', 'service-ended')),
  placement_id uuid references market.placement,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  check ((how = 'placed') = (placement_id is not null))
);
create index on market.choice_closed (case_id);
select platform.protect('market.choice_closed');

-- A spell that ends before it began has the day before its first as its last: it was never in service.
create table market.placement_end (
  id uuid primary key default uuidv7(),
  placement_id uuid not null references market.placement,
  case_id uuid not null,
  person_id uuid not null,
  last_day date not null,
  cause text not null check (cause in ('interruption', 'outcome', 'chain-over', 'changed', 'deceased')),
  replaces uuid unique references market.placement_end,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create unique index placement_end_first on market.placement_end (placement_id) where replaces is null;
create index on market.placement_end (case_id);
select platform.protect('market.placement_end');

-- What mattered for the choice is between the person and the employment service: no provider reads it.
create table market.choice_motive (
  placement_id uuid primary key references market.placement,
  case_id uuid not null,
  person_id uuid not null,
  motives text[] not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on market.choice_motive (case_id);
select platform.protect('market.choice_motive', array['jobseeker', 'caseworker', 'overseer']);

-- Every candidate that the nearest-provider rule considered, in order, with distance, random order and fate.
create table market.nearest_log (
  window_id uuid primary key references market.choice_window,
  case_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  home_approximate boolean not null,
  candidates jsonb not null,
  nearest_address uuid references market.provider_address,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on market.nearest_log (case_id);
select platform.protect('market.nearest_log', array['jobseeker', 'caseworker', 'approver', 'overseer']);

-- How many take a place on the day: from the choice until the last day. Whoever asks may not see the others, only their number.
create function market.places_taken(contract uuid, address uuid, on_day date) returns integer
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select count(*)::integer
      from market.placement p
      left join market.placement_end e on e.placement_id = p.id
       and not exists (select 1 from market.placement_end n where n.replaces = e.id)
     where p.contract_id = contract and p.address_id = address and p.chosen_on <= on_day
       and (e.id is null or (e.last_day >= on_day and e.last_day >= p.first_day));
  end;
