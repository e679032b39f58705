-- Contacts with employers as the catalogue counts them, by the contract of the participants whom they concerned. Derived from
-- what delivery tells; nothing says whom they concerned.
create table market.contact_made (
  contact_id uuid not null,
  contract_id uuid not null references market.contract,
  on_day date not null,
  primary key (contact_id, contract_id)
);
create index on market.contact_made (contract_id, on_day);
select platform.open_table('market.contact_made');

-- Counts a contact under its contracts, in the place of the one that it corrects; no contracts = it counts nowhere.
create function market.count_contact(contact uuid, corrected uuid, contracts uuid[], day date) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from market.contact_made m where m.contact_id = corrected;
  insert into market.contact_made select contact, c, day from unnest(contracts) c on conflict do nothing;
end $$;
