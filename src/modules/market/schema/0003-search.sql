-- The catalogue's search: providers by name whatever the keyboard, addresses by place, and the counts that every card shows.

-- Likeness of words by their groups of three letters. The extension is trusted: the database's owner may create it.
create extension if not exists pg_trgm;

-- As a name is looked for: small letters without accents. Å, ä and ö become a and o here; whether the visitor meant them is asked afterwards.
create function market.fold(name text) returns text language sql immutable
  return regexp_replace(normalize(lower(translate(name, 'ÆØæø', 'ÄÖäö')), nfd), '[\u0300-\u036f]', '', 'g');

alter table market.provider add column folded_name text generated always as (market.fold(name)) stored;
create index provider_by_name on market.provider using gin (folded_name gin_trgm_ops);
create index contract_of_provider on market.contract (provider_id);
create index address_by_place on market.provider_address (lat, lon);

-- Providers whose name holds the words or comes near them: more than are shown, for the pure rule has the last word.
create function market.providers_named(wanted text) returns setof uuid
  language sql stable set pg_trgm.word_similarity_threshold = 0.2
  begin atomic
    select p.id from market.provider p
     where p.folded_name like '%' || regexp_replace(market.fold(wanted), '([\\%_])', '\\\1', 'g') || '%'
        or (length(wanted) >= 4 and market.fold(wanted) operator(public.<%) p.folded_name);
  end;

-- How many take a place of a contract at an address on the day, and how many are in service at the address under any contract.
-- Whoever asks may not see them, only their number.
create function market.counts_of(contracts uuid[], addresses uuid[], on_day date)
  returns table (contract_id uuid, address_id uuid, taken integer, in_service integer)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select o.contract, o.address,
           count(*) filter (where p.contract_id = o.contract and (e.id is null or (e.last_day >= on_day and e.last_day >= p.first_day)))::integer,
           count(*) filter (where p.first_day <= on_day and (e.id is null or e.last_day >= on_day))::integer
      from unnest(contracts, addresses) as o (contract, address)
      left join market.placement p on p.address_id = o.address and p.chosen_on <= on_day
      left join market.placement_end e on e.placement_id = p.id
       and not exists (select 1 from market.placement_end n where n.replaces = e.id)
     group by o.contract, o.address;
  end;
create index placement_by_address on market.placement (address_id);
