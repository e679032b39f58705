-- The eve of 1 September 2022: everyone has been in service between a fortnight and a year, every month before August is reported,
-- and July and August are logged: 2 or 3 meetings and 6 activities a month each. Run by the superuser with triggers off: what is
-- measured is the duty, so the rows are laid straight into the tables. :cases and :contracts are set by the bench.
create temp table p as select n, uuidv7() as id from generate_series(0, 149) n;
create temp table k as
  select g.n, uuidv7() as contract_id, uuidv7() as address_id, p.id as provider_id, 'FA' || lpad((g.n / 150)::text, 2, '0') as area
    from generate_series(0, :contracts - 1) g (n) join p on p.n = g.n % 150;
create temp table staff as select n, uuidv7() as id from generate_series(0, 199) n;
-- One in twenty has changed provider in August, so that two reports are due; one in ten still waits for the caseworker to approve the plan.
create temp table c as
  select c.n, uuidv7() as case_id, uuidv7() as person_id, uuidv7() as decision_id, uuidv7() as placement_id, uuidv7() as second_id, k1.contract_id, k1.address_id,
         k1.provider_id, k2.contract_id as contract_2, k2.address_id as address_2, k2.provider_id as provider_2, f as first_day, c.n % 20 = 0 as changed,
         c.n % 10 <> 3 as approved, s.id as staff, f + time '09:00' as at
    from (select n, '2021-09-10'::date + n * 37 % 340 as f from generate_series(1, :cases) n) c
    join k k1 on k1.n = c.n % :contracts join k k2 on k2.n = (c.n + 1) % :contracts join staff s on s.n = c.n % 200;
analyze c;

insert into platform.organisation (id, kind, name) values (uuidv7(), 'authority', 'Arbetsförmedlingen');
insert into platform.organisation (id, kind, name) select id, 'provider', 'Provbolaget ' || n from p;
insert into platform.user_account (id, subject, display_name) select id, 'bench|' || n, 'Kim Prov ' || n from staff;
insert into registration.person (person_id, identity_number, created_at) select person_id, lpad(n::text, 12, '0'), at from c;
insert into registration.person_version (person_id, identity_number, given_name, family_name, email, municipality_code, home_approximate, sex, birth_date, birth_region,
    education, disability, registered_from, registered_days_10y, ssyk, wanted_extent_percent, available_hours, language, interpreter, availability, protection, recorded_at)
  select person_id, lpad(n::text, 12, '0'), 'Sam', 'Prov ' || n, case when n % 3 > 0 then n || '@example.org' end, '1480', false, 'female', '1980-01-01', 'sweden',
         'upper-secondary', false, '2021-01-01', 60, '{}', 100, 40, 'sv', false, 'yes', 'none', at from c;
insert into registration.case_file (case_id, person_id, opened_on, channel, recorded_at, recorded_by) select case_id, person_id, first_day, 'digital', at, staff from c;

insert into market.provider (id, name, recorded_at) select id, 'Provbolaget ' || n, '2020-01-01' from p;
insert into market.contract (id, provider_id, area_code, price_model, from_day, recorded_at) select contract_id, provider_id, area, '1', '2020-01-01', '2020-01-01' from k;
-- Triggers sleep while the world is laid; this one's row is what the reads go by.
insert into market.contract_span select id, provider_id, area_code, from_day, to_day from market.contract;
insert into market.placement (id, case_id, person_id, decision_id, provider_id, contract_id, address_id, how, assisted, chosen_on, first_day, recorded_at)
  select placement_id, case_id, person_id, decision_id, provider_id, contract_id, address_id, 'chosen', false, first_day - 14, first_day, at from c
  union all
  select second_id, case_id, person_id, decision_id, provider_2, contract_2, address_2, 'changed', false, '2022-08-15', '2022-08-16', at from c where changed;
insert into market.placement_end (placement_id, case_id, person_id, last_day, cause, recorded_at)
  select placement_id, case_id, person_id, '2022-08-15', 'changed', '2022-08-15' from c where changed;

insert into delivery.plan (id, case_id, person_id, placement_id, provider_id, decision_id, version, goals, activities, hours_per_week, language_support, agreed_on, recorded_at)
  select uuidv7(), case_id, person_id, id, provider_id, decision_id, 1, 'Bench', '[{"code":"practical-support","hoursPerWeek":4,"mode":"physical"},
         {"code":"language","hoursPerWeek":6,"mode":"physical"},{"code":"own-work","hoursPerWeek":30,"mode":"remote"}]', 40, false, first_day + 7, recorded_at
    from market.placement;
insert into delivery.plan_decision (plan_id, case_id, person_id, outcome, on_day, recorded_at, recorded_by)
  select q.id, q.case_id, q.person_id, 'approved', q.agreed_on + 2, q.recorded_at, c.staff from delivery.plan q join c using (case_id) where c.approved;

create temp table log as
  select uuidv7() as id, c.case_id, c.person_id, s.id as placement_id, s.provider_id, c.staff, d.day::date as on_day, extract(day from d.day)::integer as nth, c.n
    from c cross join generate_series('2022-07-01'::date, '2022-08-31'::date, '1 day') d (day)
    join market.placement s on s.case_id = c.case_id and s.first_day <= d.day and (not c.changed or (s.id = c.placement_id) = (d.day < '2022-08-16'))
   where extract(isodow from d.day) = 1 + c.n % 5 or extract(day from d.day) in (3 + c.n % 3, 17 + c.n % 3);
insert into delivery.meeting (id, case_id, person_id, placement_id, provider_id, starts_at, on_day, minutes, mode, individual, recorded_at, recorded_by)
  select id, case_id, person_id, placement_id, provider_id, on_day + time '09:00', on_day, 30, case n % 4 when 0 then 'video' else 'physical' end, true, on_day - 3, staff from log
   where nth in (3 + n % 3, 17 + n % 3);
insert into delivery.attendance (id, meeting_id, case_id, person_id, placement_id, provider_id, came, took_place, reason, minutes, mode, individual, language_support, job_proposals,
    recorded_at, recorded_by)
  select uuidv7(), id, case_id, person_id, placement_id, provider_id, case n % 9 when 0 then 'no' else 'yes' end, true, case n % 9 when 0 then 'sick' end, 30, mode, true, false,
         n % 3, on_day + time '10:00', recorded_by from delivery.meeting join (select case_id, n from c) x using (case_id);
insert into delivery.activity_entry (id, case_id, person_id, placement_id, provider_id, on_day, code, hours, mode, with_whom, came, took_place, reason, language_support, job_proposals,
    withdrawn, recorded_at, recorded_by)
  select uuidv7(), case_id, person_id, placement_id, provider_id, on_day, ('{practical-support,language,own-work}'::text[])[1 + k % 3], 1 + (n + k) % 4 * 0.5,
         case k % 3 when 2 then 'remote' else 'physical' end, case k % 3 when 2 then 'own' else 'adviser' end, 'yes', true, null, n % 5 = 0, 0, false, on_day + time '15:00', staff
    from log cross join generate_series(0, 1) k where nth not in (3 + n % 3, 17 + n % 3) or k = 0;
insert into delivery.confirmation (id, case_id, person_id, subject_kind, subject_id, answer, recorded_at, recorded_by)
  select uuidv7(), e.case_id, e.person_id, 'activity', e.id, case when c.n % 50 = 1 then 'disputed' else 'confirmed' end, e.recorded_at, c.staff
    from delivery.activity_entry e join c using (case_id) where c.n % 3 = 1;

insert into delivery.periodic_report (id, case_id, person_id, provider_id, placement_ids, month, version, content, digest, due_on, payable_until, recorded_at)
  select uuidv7(), c.case_id, c.person_id, c.provider_id, array[c.placement_id], to_char(m.first, 'YYYY-MM'), 1,
         '{"lines":[{"code":"practical-support","planned":true,"physicalHours":6,"remoteHours":2,"plannedHours":16}],"failed":[]}', md5(c.n::text),
         (m.first + interval '1 month 9 days')::date, (m.first + interval '13 months')::date, m.first + interval '1 month'
    from c, generate_series(date_trunc('month', c.first_day), '2022-07-01', interval '1 month') m (first);
insert into platform.person_version (person_id, version) select person_id, 1 from c;
