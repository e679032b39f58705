-- How far registered jobseekers live from the nearest provider, counted by municipality and band; measured by a calendar duty.
-- A band is the place of its limit among the rule's limits as they were on the day. Small counts are not told outside the house.
create table market.home_distance (
  on_day date not null,
  municipality_code text not null check (municipality_code ~ '^[0-9]{4}$'),
  band integer not null check (band >= 0),
  homes integer not null check (homes > 0),
  primary key (on_day, municipality_code, band)
);
select platform.open_table('market.home_distance');
