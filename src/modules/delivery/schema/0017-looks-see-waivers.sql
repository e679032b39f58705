-- A waiver of an area is about nobody, so that no write about a person tells the sweep to look again: how many there were when it looked.
alter table delivery.clock_look add column seen_waivers integer not null default 0;
