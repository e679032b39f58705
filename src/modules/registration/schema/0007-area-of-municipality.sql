-- The area of a municipality is asked for in nearly every act: found as the first row of an index, neither sorted nor scanned.
drop index registration.area_municipality_municipality_code_from_day_idx;
create index area_of_municipality on registration.area_municipality (municipality_code, from_day desc, recorded_at desc, id desc) include (area_code);
