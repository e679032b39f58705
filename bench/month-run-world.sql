-- A market on the eve of closing August 2022: everyone has been in service between a fortnight and a year, every month so far is
-- reported, and every month before August is posted as it was right then. Run by the superuser with triggers off: what is measured
-- is the run, so the rows are laid straight into the tables. :cases and :contracts are set by the bench.
create temp table k as
  select n, uuidv7() as contract_id, uuidv7() as address_id, (n % 150) as p, (1 + n % 2)::text as price_model, 'FA' || lpad((n / 150)::text, 2, '0') as area
    from generate_series(0, :contracts - 1) n;
create temp table staff as select n, uuidv7() as id from generate_series(0, 199) n;
create temp table p as select n, uuidv7() as id from generate_series(0, 149) n;
-- One in twenty has changed provider in June, one in fifty found work in April that is now to be paid.
create temp table c as
  select n, uuidv7() as case_id, uuidv7() as person_id, uuidv7() as decision_id, uuidv7() as extension_id, uuidv7() as placement_id, uuidv7() as second_id,
         (n % :contracts) as k1, ((n + 1) % :contracts) as k2, ('{A,B,C,A,B}'::text[])[1 + n / 7 % 5] as level, f as first_day,
         n % 20 = 0 and f < '2022-05-01' as changed, case when n % 50 = 7 and f < '2022-03-15' then '2022-04-01'::date + n / 50 % 28 end as work_from,
         (select id from staff s where s.n = c.n % 200) as staff, f + time '09:00' as at
    from (select n, '2021-09-10'::date + n * 37 % 340 as f from generate_series(1, :cases) n) c;
analyze c; analyze k; analyze p; analyze staff;

insert into platform.organisation (id, kind, name) values (uuidv7(), 'authority', 'Arbetsförmedlingen');
insert into platform.office (id, organisation_id, name, municipality_code) select uuidv7(), id, 'Kontoret', '1480' from platform.organisation;
insert into platform.user_account (id, subject, display_name) select id, 'bench|' || n, 'Kim Prov ' || n from staff;
insert into registration.person (person_id, identity_number, created_at) select person_id, lpad(n::text, 12, '0'), at from c;
insert into registration.person_version (person_id, identity_number, given_name, family_name, municipality_code, home_approximate, sex, birth_date, birth_region,
    education, disability, registered_from, registered_days_10y, ssyk, wanted_extent_percent, available_hours, language, interpreter, availability, protection, recorded_at)
  select person_id, lpad(n::text, 12, '0'), 'Sam', 'Prov ' || n, '1480', false, 'female', '1980-01-01', 'sweden', 'upper-secondary', false, '2021-01-01', 60, '{}', 100, 40,
         'sv', false, 'yes', 'none', at from c;
insert into registration.case_file (case_id, person_id, opened_on, channel, recorded_at, recorded_by) select case_id, person_id, first_day, 'digital', at, staff from c;
insert into registration.assignment (case_id, person_id, office_id, caseworker_user_id, from_day, recorded_at)
  select case_id, person_id, (select id from platform.office), staff, first_day, at from c;

insert into market.provider (id, name, recorded_at) select id, 'Provbolaget ' || n, '2020-01-01' from p;
insert into platform.organisation (id, kind, name) select id, 'provider', 'Provbolaget ' || n from p;
insert into market.contract (id, provider_id, area_code, price_model, from_day, recorded_at) select contract_id, p.id, area, price_model, '2020-01-01', '2020-01-01' from k join p on p.n = k.p;
-- Triggers sleep while the world is laid; this one's row is what the reads go by.
insert into market.contract_span select id, provider_id, area_code, from_day, to_day from market.contract;

insert into decision.decision (id, case_id, person_id, chain_id, position, kind, assessment_id, level, price_model, window_no, rules_key, granted_on, days, area_code, decided_by, recorded_at)
  select decision_id, case_id, person_id, decision_id, 1, 'referral', uuidv7(), level, case level when 'B' then price_model end, 4, 'rom1', first_day - 20, 180, area, staff, at
    from c join k on k.n = k1;
insert into decision.decision (id, case_id, person_id, chain_id, position, kind, assessment_id, level, price_model, window_no, rules_key, granted_on, days, area_code, decided_by, recorded_at)
  select extension_id, case_id, person_id, decision_id, 2, 'extension', uuidv7(), level, case level when 'B' then price_model end, 4, 'rom1', first_day + 160, 180, area, staff, at
    from c join k on k.n = k1 where first_day + 180 <= coalesce(work_from, '2022-08-31');
insert into decision.decision_dates (decision_id, case_id, person_id, first_day, last_day, recorded_at)
  select d.id, d.case_id, d.person_id, c.first_day + (d.position - 1) * 180, c.first_day + d.position * 180 - 1, d.recorded_at from decision.decision d join c using (case_id);

insert into market.placement (id, case_id, person_id, decision_id, provider_id, contract_id, address_id, how, assisted, chosen_on, first_day, recorded_at)
  select placement_id, case_id, person_id, decision_id, p.id, contract_id, address_id, 'chosen', false, first_day - 14, first_day, at from c join k on k.n = k1 join p on p.n = k.p
  union all
  select second_id, case_id, person_id, decision_id, p.id, contract_id, address_id, 'changed', false, '2022-06-14', '2022-06-15', at
    from c join k on k.n = k2 join p on p.n = k.p where changed and work_from is null;
insert into market.placement_end (placement_id, case_id, person_id, last_day, cause, recorded_at)
  select placement_id, case_id, person_id, coalesce(work_from - 1, '2022-06-14'), case when work_from is null then 'changed' else 'outcome' end, '2022-08-10'
    from c where changed or work_from is not null;

insert into delivery.plan (id, case_id, person_id, placement_id, provider_id, decision_id, version, goals, activities, hours_per_week, language_support, agreed_on, recorded_at)
  select uuidv7(), case_id, person_id, id, provider_id, decision_id, 1, 'Bench', '[{"code":"practical-support","hoursPerWeek":4,"mode":"physical"}]', 20, false, first_day + 7, recorded_at
    from market.placement;
insert into delivery.plan_decision (plan_id, case_id, person_id, outcome, on_day, recorded_at, recorded_by)
  select q.id, q.case_id, q.person_id, 'approved', q.agreed_on + 2, q.recorded_at, c.staff from delivery.plan q join c using (case_id);

-- Days with a provider by month, which reports and posted fees are made of.
create temp table served as
  select s.id as placement_id, s.case_id, s.person_id, s.provider_id, s.contract_id, c.n, c.level, c.first_day as chain_first_day, c.staff, c.decision_id, m.first as month_first,
         to_char(m.first, 'YYYY-MM') as month, uuidv7() as report_id,
         least(coalesce(e.last_day, c.first_day + 359), (m.first + interval '1 month - 1 day')::date) - greatest(s.first_day, m.first::date) + 1 as days,
         extract(day from m.first + interval '1 month - 1 day')::integer as of_days, k.price_model
    from market.placement s join c on c.case_id = s.case_id join k on k.n = c.k1 left join market.placement_end e on e.placement_id = s.id,
         lateral (select g::date as first from generate_series(date_trunc('month', s.first_day), least('2022-08-01', coalesce(e.last_day, '2022-08-31')), interval '1 month') g) m;
analyze served;
insert into delivery.periodic_report (id, case_id, person_id, provider_id, placement_ids, month, version, content, digest, due_on, payable_until, recorded_at)
  select report_id, case_id, person_id, provider_id, array[placement_id], month, 1,
         '{"languageSupport": false, "jobProposals": true, "noActivities": false, "hours": [{"code": "practical-support", "remote": 2, "physical": 6}, {"code": "motivating-talks", "remote": 0, "physical": 2}]}',
         md5(report_id::text), (month_first + interval '1 month 9 days')::date, (month_first + interval '13 months')::date, month_first + interval '1 month 2 days' from served;
insert into delivery.report_signature (report_id, case_id, person_id, provider_id, failed, on_day, recorded_at, recorded_by)
  select report_id, case_id, person_id, provider_id, '{}', (month_first + interval '1 month 4 days')::date, month_first + interval '1 month 4 days', staff from served;
insert into delivery.report_decision (report_id, case_id, person_id, provider_id, outcome, how, on_day, recorded_at)
  select report_id, case_id, person_id, provider_id, 'approved', 'rule', (month_first + interval '1 month 4 days')::date, month_first + interval '1 month 4 days' from served;

insert into outcomes.claim (id, series_id, case_id, person_id, provider_id, kind, subsidised, extent_percent, first_day, employer, recorded_at)
  select c.second_id, c.second_id, c.case_id, c.person_id, s.provider_id, 'work', false, 100, c.work_from, 'Provbageriet', '2022-08-08' from c join market.placement s on s.id = c.placement_id
   where work_from is not null;
insert into outcomes.verification (claim_id, case_id, person_id, provider_id, outcome, reason, on_day, recorded_at, recorded_by)
  select v.id, v.case_id, v.person_id, v.provider_id, 'verified', 'Inkomstuppgifterna visar det', '2022-08-10', '2022-08-10', c.staff from outcomes.claim v join c using (case_id);

-- What stands posted: every month before August, but for one in a hundred of July, whose report was late.
create temp table fee as
  select *, floor((case level when 'A' then 121000 when 'C' then 198000 else case price_model when '1' then 136400 else 165000 end end) * days::numeric / of_days + 0.5)::bigint as ore
    from served where month < '2022-08' and not (month = '2022-07' and n % 100 = 3);
create temp table made as
  select uuidv7() as id, provider_id, contract_id, month, sum(ore) as ore, count(*) as lines from fee group by provider_id, contract_id, month order by month, contract_id;
insert into compensation.statement (id, provider_id, contract_id, month, version, total_ore, line_count, needed_approvers, made_on, recorded_at)
  select id, provider_id, contract_id, month, 1, ore, lines, 2, ((month || '-11')::date + interval '1 month')::date, (month || '-11')::date + interval '1 month' from made;
insert into compensation.entitlement_line (id, statement_id, case_id, person_id, provider_id, contract_id, kind, entitlement_key, month, chain_first_day, level, amount_ore, entitled_ore,
    posted_ore, rule, steps, facts, decided_by, recorded_at)
  select uuidv7(), m.id, case_id, person_id, f.provider_id, f.contract_id, 'base_fee', 'base_fee ' || f.month, f.month, chain_first_day, level, f.ore, f.ore, 0,
         '{"name":"compensation.baseFeeOre","key":"rom1@2020-03-30","since":"2020-03-30","clause":"5, tabell 1","provenance":"C"}',
         jsonb_build_array(jsonb_build_object('code', 'days-at-level', 'values', jsonb_build_object('from', f.month || '-01', 'to', f.month || '-28', 'days', days, 'level', level)),
                           jsonb_build_object('code', 'base-fee-share', 'values', jsonb_build_object('rateOre', 121000, 'days', days, 'of', of_days)),
                           jsonb_build_object('code', 'base-fee-rounded', 'values', jsonb_build_object('amountOre', f.ore))),
         jsonb_build_object('decisionIds', jsonb_build_array(decision_id), 'reportIds', jsonb_build_array(report_id), 'claimIds', '[]'::jsonb), array[staff],
         (f.month || '-11')::date + interval '1 month'
    from fee f join made m on m.contract_id = f.contract_id and m.month = f.month where f.ore > 0 order by f.month, f.contract_id;
insert into compensation.statement_approval (statement_id, provider_id, step, approved_by, total_ore, recorded_at)
  select m.id, provider_id, s.step, (select id from staff where n = s.step), ore, (month || '-13')::date + interval '1 month' from made m, generate_series(1, 2) s (step);
insert into compensation.month_run (id, month, kind, requested_at, started_at, ended_at, contracts)
  select uuidv7(), month, 'close', at, at, at, contracts from (select month, max((month || '-11')::date + interval '1 month') as at, count(*) as contracts from made group by month) m;
insert into platform.person_version (person_id, version) select person_id, 1 from c;
