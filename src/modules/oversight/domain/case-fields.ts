import { addDays, addMonths, day } from '../../../kernel/day.ts'
import type { Random } from '../../../kernel/random.ts'

/** All that is registered of a person and the case, under the names of the register's columns. */
export type CaseRecord = Readonly<Record<string, unknown>>

/** A field that must not matter to the tool's answer, and how it is changed. */
export interface CaseField {
  readonly name: string
  readonly change: (random: Random) => CaseRecord
}

/** A fact that may matter: the fields it stands in, and other values that it could have had. */
export interface RelevantFact {
  readonly name: string
  readonly sensitive: boolean
  readonly fields: readonly string[]
  readonly others: (record: CaseRecord) => readonly CaseRecord[]
}

const oneOf =
  (values: readonly unknown[]) =>
  (random: Random): unknown =>
    random.pick(values)
const word = (random: Random): string => `Ord${random.int(1_000_000)}`
const key = (random: Random): string => random.uuid()
const number =
  (below: number) =>
  (random: Random): number =>
    random.int(below)

const plain: Readonly<Record<string, (random: Random) => unknown>> = {
  id: key,
  person_id: key,
  case_id: key,
  replaces: key,
  identity_number: (random) => `19${random.int(90) + 10}0101${random.int(9000) + 1000}`,
  given_name: word,
  family_name: word,
  street: (random) => `${word(random)}gatan ${random.int(200)}`,
  postcode: (random) => String(10_000 + random.int(80_000)),
  locality: word,
  lat: (random) => 55 + random.next() * 14,
  lon: (random) => 11 + random.next() * 13,
  home_approximate: oneOf([true, false]),
  email: (random) => `${word(random)}@example.com`,
  phone: (random) => `070-17406${random.int(90) + 10}`,
  language: oneOf(['sv', 'en', 'ar', 'fa', 'so', 'ti', 'uk']),
  interpreter: oneOf([true, false]),
  protection: oneOf(['none', 'secrecy-mark']),
  // Only whether a disability reduces work ability is asked, never which one.
  disability_code: oneOf([null, '11', '21', '51']),
  driving_licence: oneOf([true, false, null]),
  // They decide on a referral, not on the estimate.
  availability: oneOf(['yes', 'no', 'partly']),
  available_hours: number(41),
  extract_fingerprint: word,
  recorded_at: (random) => `2021-0${random.int(9) + 1}-11T10:00:00.000Z`,
  recorded_by: key,
  office_id: key,
  caseworker_user_id: key,
  delivery_area: (random) => `FA${random.int(60) + 1}`,
  opened_on: (random) => addDays(day('2020-01-01'), random.int(900)),
  channel: oneOf(['digital', 'office', 'remote-meeting', 'assisted', 'import']),
  closed_on: oneOf([null, '2022-01-01']),
  closed: oneOf([true, false]),
}

/** What must not matter: name, address within the municipality, ways of contact, language, keys, who handles the case and when. */
export const irrelevantFields: readonly CaseField[] = Object.entries(plain).map(([name, draw]) => ({
  name,
  change: (random) => ({ [name]: draw(random) }),
}))

const otherThan =
  (name: string, values: readonly unknown[]) =>
  (record: CaseRecord): CaseRecord[] =>
    values.filter((value) => value !== record[name]).map((value) => ({ [name]: value }))
const moved =
  (name: string, months: readonly number[]) =>
  (record: CaseRecord): CaseRecord[] =>
    months.map((count) => ({ [name]: addMonths(day(String(record[name])), count) }))

const mostDays = 3653

function fact(name: string, sensitive: boolean, others: RelevantFact['others'], fields = [name]): RelevantFact {
  return { name, sensitive, fields, others }
}

/** What the tool may look at, each with a few other values to see what it is worth; sensitive ones are told as such. */
export const relevantFacts: readonly RelevantFact[] = [
  fact('sex', true, otherThan('sex', ['female', 'male'])),
  fact('birth_date', true, moved('birth_date', [-120, 120])),
  fact('birth_region', true, otherThan('birth_region', ['sweden', 'nordic', 'europe', 'world'])),
  fact('disability', true, otherThan('disability', [true, false])),
  fact('education', false, otherThan('education', ['compulsory', 'upper-secondary', 'post-secondary', 'unknown'])),
  fact('education_completed', false, otherThan('education_completed', [true, false])),
  fact('programme', false, otherThan('programme', [null, 'JOB', 'UGA', 'ETP'])),
  fact('registered_from', false, moved('registered_from', [-12, -3, 3])),
  fact('registered_days_10y', false, (record) =>
    [-365, 365].map((days) => ({
      registered_days_10y: Math.min(mostDays, Math.max(0, Number(record.registered_days_10y) + days)),
    })),
  ),
  fact('ssyk', false, () => [[], ['2'], ['5'], ['9'], ['2', '5']].map((ssyk) => ({ ssyk }))),
  fact('wanted_extent_percent', false, otherThan('wanted_extent_percent', [50, 75, 100])),
  fact('municipality_code', false, otherThan('municipality_code', ['0180', '1480', '1280', '2480', '0330'])),
]
