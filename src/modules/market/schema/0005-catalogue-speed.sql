-- The catalogue is read far more often than anything of it is written: every step of a search finds its rows by an index.
create index cap_of_offer on market.capacity_cap (contract_id, address_id);
create index choices_of_contract on market.new_choices (contract_id);

-- A placement's days as they now are, to be counted by. Nothing tells whose they are, and only triggers write it.
create table market.seat (
  placement_id uuid primary key references market.placement on delete cascade,
  contract_id uuid not null,
  address_id uuid not null,
  chosen_on date not null,
  first_day date not null,
  last_day date
);
create index seats_at on market.seat (address_id, contract_id) include (chosen_on, first_day, last_day);

create function market.seat_begins() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into market.seat values (new.id, new.contract_id, new.address_id, new.chosen_on, new.first_day, null);
  return null;
end $$;
create trigger seat_begins after insert on market.placement for each row execute function market.seat_begins();

create function market.seat_ends() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update market.seat set last_day = new.last_day where placement_id = new.placement_id;
  return null;
end $$;
create trigger seat_ends after insert on market.placement_end for each row execute function market.seat_ends();

insert into market.seat
  select p.id, p.contract_id, p.address_id, p.chosen_on, p.first_day, e.last_day
    from market.placement p
    left join market.placement_end e on e.placement_id = p.id
     and not exists (select 1 from market.placement_end n where n.replaces = e.id);

create or replace function market.places_taken(contract uuid, address uuid, on_day date) returns integer
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select count(*)::integer from market.seat s
     where s.contract_id = contract and s.address_id = address and s.chosen_on <= on_day
       and (s.last_day is null or (s.last_day >= on_day and s.last_day >= s.first_day));
  end;

-- As before, but each offer by itself, or the planner would count every placement there ever was.
create or replace function market.counts_of(contracts uuid[], addresses uuid[], on_day date)
  returns table (contract_id uuid, address_id uuid, taken integer, in_service integer)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select o.contract, o.address, c.taken::integer, c.in_service::integer
      from unnest(contracts, addresses) as o (contract, address)
     cross join lateral (
       select count(*) filter (where s.contract_id = o.contract and (s.last_day is null or (s.last_day >= on_day and s.last_day >= s.first_day))) as taken,
              count(*) filter (where s.first_day <= on_day and (s.last_day is null or s.last_day >= on_day)) as in_service
         from market.seat s
        where s.address_id = o.address and s.chosen_on <= on_day
     ) c;
  end;
drop index market.placement_by_address;

-- Names by their words: likeness by groups of three letters asked too much of every name, and lost words with a slip at their
-- beginning. The extension is trusted, as btree_gist is.
drop function market.providers_named(text);
drop index market.provider_by_name;
drop extension pg_trgm;
create extension if not exists fuzzystrmatch;

-- Each word of the names once, with the providers that bear it: many share theirs.
create table market.name_word (
  word text primary key,
  providers uuid[] not null
);
select platform.open_table('market.name_word');

create function market.words_begin() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into market.name_word as n
    select distinct w, array[new.id] from regexp_split_to_table(new.folded_name, '[^[:alnum:]]+') w where w <> ''
    on conflict (word) do update set providers = n.providers || excluded.providers;
  return null;
end $$;
create trigger words_begin after insert on market.provider for each row execute function market.words_begin();
insert into market.name_word
  select w, array_agg(distinct p.id) from market.provider p, regexp_split_to_table(p.folded_name, '[^[:alnum:]]+') w where w <> '' group by w;

-- Providers whose folded name holds what was typed, or has a word that begins like `wanted` but for some slips. Two letters
-- that changed places are two edits, and a letter too many or too few shifts the beginning: so twice the slips may differ.
-- That is never too few; the pure rule has the last word. Not in SQL, so that the search around it is planned for few providers.
create function market.providers_named(typed text, wanted text, slips integer) returns setof uuid language plpgsql stable rows 10 as $$
begin
  return query
    select p.id from market.provider p where strpos(p.folded_name, typed) > 0
    union
    select unnest(w.providers) from market.name_word w
     where length(w.word) >= length(wanted) - slips
       and (strpos(w.word, wanted) > 0 or levenshtein_less_equal(left(w.word, length(wanted)), wanted, 2 * slips) <= 2 * slips);
end $$;
