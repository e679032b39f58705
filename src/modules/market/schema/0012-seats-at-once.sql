-- Placements are made a thousand at a time: their seats begin with one statement, not each by itself.
drop trigger seat_begins on market.placement;
create or replace function market.seat_begins() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into market.seat select m.id, m.contract_id, m.address_id, m.chosen_on, m.first_day, null from made m;
  return null;
end $$;
create trigger seat_begins after insert on market.placement referencing new table as made
  for each statement execute function market.seat_begins();
