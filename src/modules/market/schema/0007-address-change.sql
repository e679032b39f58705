-- What a provider says of an address may change: a later row takes the place of an earlier one. The first words stand in
-- market.provider_address; as they now are they stand in market.address_shown, which only triggers write.
create table market.address_change (
  id uuid primary key default uuidv7(),
  address_id uuid not null references market.provider_address,
  languages text[] not null,
  orientations text[] not null,
  presentation text not null,
  replaces uuid unique references market.address_change,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create unique index address_change_first on market.address_change (address_id) where replaces is null;
select platform.open_table('market.address_change', 'select, insert');

create table market.address_shown (
  address_id uuid primary key references market.provider_address,
  languages text[] not null,
  orientations text[] not null,
  presentation text not null
);
select platform.open_table('market.address_shown', 'select');
insert into market.address_shown select id, languages, orientations, presentation from market.provider_address;

create function market.address_begins() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into market.address_shown values (new.id, new.languages, new.orientations, new.presentation);
  return null;
end $$;
create trigger address_begins after insert on market.provider_address for each row execute function market.address_begins();

create function market.address_changes() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update market.address_shown set languages = new.languages, orientations = new.orientations, presentation = new.presentation
   where address_id = new.address_id;
  return null;
end $$;
create trigger address_changes after insert on market.address_change for each row execute function market.address_changes();

create or replace view market.v_offer with (security_invoker = true) as
  select c.contract_id, c.provider_id, c.provider_name, c.area_code, c.from_day, c.to_day, c.open_for_choices,
         a.id as address_id, a.street, a.postcode, a.locality, a.municipality_code, a.lat, a.lon, a.point_from,
         s.languages, s.orientations, s.presentation, k.cap
    from market.v_contract c
    join market.contract_address ca on ca.contract_id = c.contract_id
    join market.provider_address a on a.id = ca.address_id
    join market.address_shown s on s.address_id = a.id
    left join market.capacity_cap k on k.contract_id = c.contract_id and k.address_id = a.id
     and not exists (select 1 from market.capacity_cap r where r.replaces = k.id);
