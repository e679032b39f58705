-- The nearest-provider rule considers some hundred candidates a person, for many people in turn: what they are is told once for
-- all of them, and each person's log names them by their place in that list, with what belongs to the person alone.
create table market.nearest_field (
  -- Of the list itself, so that the same list is kept once.
  id uuid primary key,
  -- Contract, address and the provider's name.
  offers jsonb not null,
  recorded_at timestamptz not null
);
select platform.open_table('market.nearest_field');

-- In the order in which they were considered. The random order of equal distances is a hash of the window's seed and the address.
alter table market.nearest_log
  -- Null when there was nobody to consider.
  add column field_id uuid references market.nearest_field,
  add column offers integer[] not null default '{}',
  add column metres integer[] not null default '{}',
  -- Places left when the person's turn came; null without a limit.
  add column open_places integer[] not null default '{}',
  -- A letter each: n the nearest with a place, f full, t too far, a further away.
  add column fates text not null default '' check (fates ~ '^[nfta]*$'),
  -- So many of them, the first, lie in the home area.
  add column at_home integer not null default 0;

create temp table retold as
  select l.window_id, l.recorded_at, uuidv7() as field_id,
         jsonb_agg(jsonb_build_object('contractId', c->'contractId', 'addressId', c->'addressId', 'providerName', c->'providerName') order by n) as listed,
         array_agg(n::integer - 1 order by n) as offers,
         array_agg(round((c->>'distanceKm')::numeric * 1000)::integer order by n) as metres,
         array_agg((c->>'openPlaces')::integer order by n) as open_places,
         string_agg(case c->>'fate' when 'nearest' then 'n' when 'full' then 'f' when 'too-far' then 't' else 'a' end, '' order by n) as fates,
         count(*) filter (where c->>'ring' = 'home-area')::integer as at_home
    from market.nearest_log l, jsonb_array_elements(l.candidates) with ordinality as e (c, n)
   group by l.window_id;
insert into market.nearest_field select field_id, listed, recorded_at from retold;
update market.nearest_log l
   set field_id = r.field_id, offers = r.offers, metres = r.metres, open_places = r.open_places, fates = r.fates, at_home = r.at_home
  from retold r where r.window_id = l.window_id;
drop table retold;

alter table market.nearest_log drop column candidates;
