-- Delivery areas: which municipalities belong to them and on which terms, both dated. The latest row on or before a day governs it.
create table registration.delivery_area (
  code text primary key,
  name text not null
);
select platform.open_table('registration.delivery_area', 'select, insert');

create table registration.area_municipality (
  id uuid primary key default uuidv7(),
  area_code text not null references registration.delivery_area,
  municipality_code text not null check (municipality_code ~ '^[0-9]{4}$'),
  from_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on registration.area_municipality (municipality_code, from_day);
select platform.open_table('registration.area_municipality', 'select, insert');

-- STOM and Rusta och matcha never take new referrals in the same area at once: the service is one value.
create table registration.area_terms (
  id uuid primary key default uuidv7(),
  area_code text not null references registration.delivery_area,
  from_day date not null,
  service text not null check (service in ('stom', 'rom')),
  price_model_b text check (price_model_b in ('1', '2')),
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on registration.area_terms (area_code, from_day);
select platform.open_table('registration.area_terms', 'select, insert');

-- The area of a municipality on a day; null when none is known.
create function registration.area_on(municipality text, on_day date) returns text language sql stable
  begin atomic
    select m.area_code from registration.area_municipality m
     where m.municipality_code = municipality and m.from_day <= on_day
     order by m.from_day desc, m.recorded_at desc, m.id desc
     limit 1;
  end;

create view registration.v_person with (security_invoker = true) as
  select v.* from registration.person_version v
   where not exists (select 1 from registration.person_version n where n.replaces = v.id);
grant select on registration.v_person to krom_app;

create view registration.v_assignment with (security_invoker = true) as
  select a.* from registration.assignment a
   where not exists (select 1 from registration.assignment n where n.replaces = a.id);
grant select on registration.v_assignment to krom_app;

create view registration.v_case with (security_invoker = true) as
  select c.case_id, c.person_id, a.office_id, a.caseworker_user_id,
         registration.area_on(p.municipality_code, platform.acting_on()) as delivery_area,
         c.opened_on, c.channel, x.closed_on, x.closed_on is not null as closed
    from registration.case_file c
    join registration.v_person p on p.person_id = c.person_id
    left join registration.v_assignment a on a.case_id = c.case_id
    left join registration.case_closed x on x.case_id = c.case_id;
grant select on registration.v_case to krom_app;

create view registration.v_delivery_area with (security_invoker = true) as
  select d.code, d.name, t.service, t.price_model_b,
         (select min(r.from_day) from registration.area_terms r where r.area_code = d.code and r.service = 'rom') as rolled_out_from
    from registration.delivery_area d
    left join lateral (
      select service, price_model_b from registration.area_terms t
       where t.area_code = d.code and t.from_day <= platform.acting_on()
       order by t.from_day desc, t.recorded_at desc, t.id desc
       limit 1
    ) t on true;
grant select on registration.v_delivery_area to krom_app;

-- The module's part of the case's page. Facts hold codes and days, no names.
create view registration.v_step with (security_invoker = true) as
  select c.case_id, c.person_id, c.opened_on as on_day, c.recorded_at, c.recorded_by,
         'registration.person-registered' as kind, 'registration.channels' as rule,
         jsonb_build_object('channel', c.channel, 'assisted', c.assisted_by is not null) as facts
    from registration.case_file c
  union all
  select c.case_id, v.person_id, (v.recorded_at at time zone 'Europe/Stockholm')::date, v.recorded_at, v.recorded_by,
         'registration.person-corrected', null,
         jsonb_build_object('version', v.id, 'fromExtract', v.extract_fingerprint is distinct from o.extract_fingerprint)
    from registration.person_version v
    join registration.person_version o on o.id = v.replaces
    join registration.case_file c on c.person_id = v.person_id
  union all
  select a.case_id, a.person_id, a.from_day, a.recorded_at, a.recorded_by, 'registration.case-assigned', null,
         jsonb_build_object('officeId', a.office_id, 'caseworkerId', a.caseworker_user_id, 'changed', a.replaces is not null)
    from registration.assignment a
  union all
  select n.case_id, n.person_id, n.given_on, n.recorded_at, n.recorded_by, 'registration.profiling-notice-given', 'registration.profilingNotice',
         jsonb_build_object('channel', n.channel)
    from registration.profiling_notice n
  union all
  select x.case_id, x.person_id, x.closed_on, x.recorded_at, x.recorded_by, 'registration.case-closed', null,
         jsonb_build_object('reason', x.reason)
    from registration.case_closed x;
grant select on registration.v_step to krom_app;
