import pg from 'pg'
import { seeded } from '../src/kernel/random.ts'
import { municipalities, municipality } from '../src/rules/reference/index.ts'

export interface Silent {
  readonly municipalityCode: string
  readonly home: { readonly lat: number; readonly lon: number }
  /** Of the person's recorded random order. */
  readonly seed: string
}

/** People who let their time to choose pass, most of them where most people live. */
export function silentPeople(count: number): Silent[] {
  const random = seeded('nearest')
  const weighted = municipalities().map((one) => [one.code, one.skrGroup === 'A1' ? 12 : 3] as const)
  return Array.from({ length: count }, (_, index) => {
    const municipalityCode = random.weighted(weighted)
    const seat = municipality(municipalityCode)?.seat ?? { lat: 59, lon: 15 }
    const home = { lat: seat.lat + (random.next() - 0.5) / 10, lon: seat.lon + (random.next() - 0.5) / 5 }
    return { municipalityCode, home, seed: `seed-${index}` }
  })
}

/** Lays the people with a case, a referral and a choice that was due: the tables that the rule reads, triggers off. Those who were placed before have the days of a decision. */
export async function laySilent(superUrl: string, people: readonly Silent[]): Promise<void> {
  const admin = new pg.Client(superUrl)
  await admin.connect()
  try {
    await admin.query("set session_replication_role = 'replica'")
    await admin.query(
      `create temp table c as
         select p.n, uuidv7() as case_id, uuidv7() as person_id, uuidv7() as decision_id, p.code, p.lat, p.lon, p.seed, '2022-09-19 09:00Z'::timestamptz as at
           from jsonb_to_recordset($1) as p (n integer, code text, lat float8, lon float8, seed text)`,
      [JSON.stringify(people.map(({ municipalityCode: code, home, seed }, n) => ({ n, code, ...home, seed })))],
    )
    await admin.query(`
      insert into platform.organisation (id, kind, name) values (uuidv7(), 'authority', 'Arbetsförmedlingen');
      insert into platform.office (id, organisation_id, name, municipality_code) select uuidv7(), id, 'Kontoret', '1480' from platform.organisation;
      insert into platform.user_account (id, subject, display_name) values (uuidv7(), 'bench|nearest', 'Kim Prov');
      insert into platform.organisation (id, kind, name) select id, 'provider', name from market.provider;
      insert into registration.person (person_id, identity_number, created_at) select person_id, lpad(n::text, 12, '0'), at from c;
      insert into registration.person_version (person_id, identity_number, given_name, family_name, municipality_code, lat, lon, home_approximate, sex, birth_date,
          birth_region, education, disability, registered_from, registered_days_10y, ssyk, wanted_extent_percent, available_hours, language, interpreter, availability,
          protection, recorded_at)
        select person_id, lpad(n::text, 12, '0'), 'Sam', 'Prov ' || n, code, lat, lon, false, 'female', '1980-01-01', 'sweden', 'upper-secondary', false, '2021-01-01', 60,
               '{}', 100, 40, 'sv', false, 'yes', 'none', at from c;
      insert into registration.case_file (case_id, person_id, opened_on, channel, recorded_at) select case_id, person_id, '2022-09-01', 'digital', at from c;
      insert into registration.assignment (case_id, person_id, office_id, caseworker_user_id, from_day, recorded_at)
        select case_id, person_id, (select id from platform.office), (select id from platform.user_account), '2022-09-01', at from c;
      insert into decision.decision (id, case_id, person_id, chain_id, position, kind, assessment_id, level, price_model, window_no, rules_key, granted_on, days, area_code,
          decided_by, recorded_at)
        select decision_id, case_id, person_id, decision_id, 1, 'referral', uuidv7(), 'A', null, 4, 'rom1', '2022-09-19', 180, 'FA15',
               (select id from platform.user_account), at from c;
      insert into decision.decision_dates (decision_id, case_id, person_id, first_day, last_day, recorded_at)
        select decision_id, case_id, person_id, first_day, first_day + 179, recorded_at from market.placement;
      insert into market.choice_window (case_id, person_id, decision_id, cause, order_seed, opened_on, remind_on, due_on, place_on, recorded_at)
        select case_id, person_id, decision_id, 'referral', seed, '2022-09-19', '2022-09-22', '2022-09-26', '2022-09-27', at from c;
      insert into platform.person_version (person_id, version) select person_id, 1 from c;
      update platform.clock set offset_days = date '2022-09-27' - (clock_timestamp() at time zone 'Europe/Stockholm')::date`)
    await admin.query('vacuum analyze')
  } finally {
    await admin.end()
  }
}
