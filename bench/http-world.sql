-- Cases with sixty steps each, as a service of half a year leaves them. Run by the superuser with triggers off: what is
-- measured is reading, so the rows are laid straight into the tables. :cases and :caseworker are set by the bench.
create temp table c as
  select n, gen_random_uuid() as case_id, gen_random_uuid() as person_id, gen_random_uuid() as assessment_id, gen_random_uuid() as decision_id,
         gen_random_uuid() as placement_id, gen_random_uuid() as plan_id, gen_random_uuid() as mapping_id,
         '2022-03-01T09:00:00Z'::timestamptz as at, :caseworker::uuid as staff
    from generate_series(1, :cases) n;
create temp table provider as select gen_random_uuid() as id, gen_random_uuid() as contract_id, gen_random_uuid() as address_id, gen_random_uuid() as adviser_id;

insert into platform.access (person_id, holder, ground, valid_from) select person_id, :authority, 'public-duty', '2022-03-01' from c;
insert into platform.access (person_id, holder, ground, valid_from) select person_id, provider.id, 'placement', '2022-03-20' from c, provider;
insert into platform.user_account (id, subject, display_name) select adviser_id, 'bench|adviser', 'Robin Handledare' from provider;

insert into platform.user_account (id, subject, display_name, person_id) select gen_random_uuid(), 'bench|' || n, 'Sam Prov ' || n, person_id from c;

insert into registration.person (person_id, identity_number, created_at) select person_id, lpad(n::text, 12, '0'), at from c;
insert into registration.person_version (person_id, identity_number, given_name, family_name, municipality_code, home_approximate, sex, birth_date, birth_region,
    education, disability, registered_from, registered_days_10y, ssyk, wanted_extent_percent, available_hours, language, interpreter, availability, protection, recorded_at)
  select person_id, lpad(n::text, 12, '0'), 'Sam', 'Prov ' || n, '1480', false, 'female', '1980-01-01', 'sweden', 'upper-secondary', false, '2022-01-01', 60, '{}', 100, 40,
         'sv', false, 'yes', 'none', at from c;
insert into registration.case_file (case_id, person_id, opened_on, channel, recorded_at, recorded_by) select case_id, person_id, '2022-03-01', 'digital', at, staff from c;
insert into registration.assignment (case_id, person_id, caseworker_user_id, from_day, recorded_at, recorded_by) select case_id, person_id, staff, '2022-03-01', at, staff from c;
insert into registration.profiling_notice (case_id, person_id, given_on, channel, recorded_at, recorded_by) select case_id, person_id, '2022-03-02', 'screen', at, staff from c;

insert into assessment.assessment (id, case_id, person_id, model, window_no, rules_key, on_day, probability, low, high, log_odds, intercept, parts, inputs, facts,
    result, level, criteria, referable, waived_by, automatic, reason, recorded_at, recorded_by)
  select assessment_id, case_id, person_id, 'model-0', 4, 'rom1', '2022-03-03', 0.31, 0.28, 0.34, -0.8, 0.1, '[]', '{}', '{}', 'referable', 'B', '[]', true, '{}', false,
         'Bench', at, staff from c;

insert into decision.planning_talk (id, case_id, person_id, held_on, mode, available, notes, recorded_at, recorded_by)
  select gen_random_uuid(), case_id, person_id, '2022-03-07', 'meeting', 'yes', 'Bench', at, staff from c;
insert into decision.decision (id, case_id, person_id, chain_id, position, kind, assessment_id, level, price_model, window_no, rules_key, granted_on, days, area_code,
    decided_by, recorded_at, recorded_by)
  select decision_id, case_id, person_id, decision_id, 1, 'referral', assessment_id, 'B', '1', 4, 'rom1', '2022-03-08', 180, '15', staff, at, staff from c;
insert into decision.decision_ground (decision_id, case_id, person_id, reason, criteria, recorded_at, recorded_by)
  select decision_id, case_id, person_id, 'Du behöver stöd för att hitta ett arbete som passar dig.', '[]', at, staff from c;
insert into decision.decision_dates (decision_id, case_id, person_id, first_day, last_day, recorded_at, recorded_by)
  select decision_id, case_id, person_id, '2022-03-21', '2022-09-16', at, staff from c;

insert into market.provider (id, name, recorded_at) select id, 'Provbolaget', '2022-01-01' from provider;
insert into market.choice_window (case_id, person_id, decision_id, cause, order_seed, opened_on, remind_on, due_on, place_on, recorded_at, recorded_by)
  select case_id, person_id, decision_id, 'referral', 'x', '2022-03-08', '2022-03-11', '2022-03-15', '2022-03-16', at, staff from c;
insert into market.placement (id, case_id, person_id, decision_id, provider_id, contract_id, address_id, how, assisted, chosen_on, first_day, recorded_at, recorded_by)
  select c.placement_id, c.case_id, c.person_id, c.decision_id, p.id, p.contract_id, p.address_id, 'chosen', false, '2022-03-10', '2022-03-21', c.at, c.staff from c, provider p;

insert into delivery.spell_adviser (case_id, person_id, placement_id, provider_id, adviser_id, from_day, recorded_at, recorded_by)
  select c.case_id, c.person_id, c.placement_id, p.id, p.adviser_id, '2022-03-21', c.at, p.adviser_id from c, provider p;
insert into delivery.mapping (id, case_id, person_id, placement_id, provider_id, on_day, recorded_at, recorded_by)
  select c.mapping_id, c.case_id, c.person_id, c.placement_id, p.id, '2022-03-22', c.at, p.adviser_id from c, provider p;
insert into delivery.plan (id, case_id, person_id, placement_id, provider_id, decision_id, version, goals, activities, hours_per_week, language_support, agreed_on, recorded_at, recorded_by)
  select c.plan_id, c.case_id, c.person_id, c.placement_id, p.id, c.decision_id, 1, 'Bench', '[{"code":"coaching","hoursPerWeek":4,"mode":"physical"}]', 20, false, '2022-03-28', c.at,
         p.adviser_id from c, provider p;
insert into delivery.plan_answer (plan_id, case_id, person_id, answer, recorded_at) select plan_id, case_id, person_id, 'agreed', at from c;
insert into delivery.plan_decision (plan_id, case_id, person_id, outcome, on_day, recorded_at, recorded_by) select plan_id, case_id, person_id, 'approved', '2022-03-30', at, staff from c;
insert into delivery.activity_entry (id, case_id, person_id, placement_id, provider_id, on_day, code, hours, mode, with_whom, came, took_place, language_support, job_proposals, withdrawn,
    recorded_at, recorded_by)
  select gen_random_uuid(), c.case_id, c.person_id, c.placement_id, p.id, '2022-03-23'::date + week * 7, 'practical-support', 2, 'physical', 'adviser', 'yes', true, false, 1, false,
         c.at + week * interval '7 days', p.adviser_id from c, provider p, generate_series(0, 19) week;
with report as (
  insert into delivery.periodic_report (id, case_id, person_id, provider_id, placement_ids, month, version, content, digest, due_on, payable_until, recorded_at)
    select gen_random_uuid(), c.case_id, c.person_id, p.id, array[c.placement_id], '2022-0' || month, 1, '{}', '', '2022-09-14', '2023-09-14', c.at + month * interval '30 days'
      from c, provider p, generate_series(4, 8) month returning *
), signed as (
  insert into delivery.report_signature (report_id, case_id, person_id, provider_id, failed, on_day, recorded_at, recorded_by)
    select id, case_id, person_id, provider_id, '{}', '2022-09-05', recorded_at, (select adviser_id from provider) from report returning *
) insert into delivery.report_decision (report_id, case_id, person_id, provider_id, outcome, how, on_day, recorded_at)
    select report_id, case_id, person_id, provider_id, 'approved', 'rule', '2022-09-05', recorded_at from signed;
