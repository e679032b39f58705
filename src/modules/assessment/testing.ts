import { addDays, type Day, day } from '../../kernel/day.ts'
import type { CaseId, PersonId } from '../../kernel/ids.ts'
import { testPersonNumber } from '../../kernel/person-number.ts'
import type { Random } from '../../kernel/random.ts'
import type { Actor } from '../../platform/actor.ts'
import { systemActor, type TestWorld } from '../../platform/testing.ts'
import type { BirthRegion, EducationLevel, ProgrammeCode } from '../../rules/index.ts'
import { type PersonDetails, registerPerson, seedDeliveryAreas } from '../registration/index.ts'
import type { AssessmentFacts } from './domain/index.ts'
import { type AssessPersonReply, assessPerson, shippedModel } from './index.ts'

/** The model that answers in tests: the shipped one. */
export const theTool = shippedModel()

/** Facts of a person whom the tool gives level A on 2022-10-03; name only what the test is about. */
export function aPersonsFacts(facts: Partial<AssessmentFacts> = {}): AssessmentFacts {
  return {
    sex: 'male',
    birthDate: day('1972-01-10'),
    education: 'upper-secondary',
    educationCompleted: true,
    birthRegion: 'sweden',
    disability: false,
    programme: 'JOB',
    registeredFrom: day('2020-10-01'),
    registeredDaysTenYears: 1200,
    ssyk: ['5120'],
    wantedExtentPercent: 100,
    municipalityCode: '1480',
    municipalityGroup: 'A1',
    ...facts,
  }
}

const stockDay = day('2022-10-03')

/** A person of a day's stock of registered people, with the composition of the published participants of 2022. */
export function aPersonOfStock(random: Random): AssessmentFacts {
  const days = Math.round(Math.min(3600, Math.exp(6.75 + 0.85 * random.normal())))
  const age = Math.min(64, Math.max(20, Math.round(44 + 12 * random.normal())))
  const extent = random.weighted([
    [100, 60],
    [75, 20],
    [50, 20],
  ])
  return aPersonsFacts({
    sex: random.weighted([
      ['female', 48],
      ['male', 52],
    ]),
    birthDate: addDays(stockDay, -Math.round((age + random.next()) * 365.25)),
    education: random.weighted<EducationLevel>([
      ['compulsory', 31],
      ['upper-secondary', 37],
      ['post-secondary', 28],
      ['unknown', 4],
    ]),
    educationCompleted: random.next() < 0.78,
    birthRegion: random.weighted<BirthRegion>([
      ['sweden', 33],
      ['nordic', 1],
      ['europe', 12],
      ['world', 54],
    ]),
    disability: random.next() < 0.09,
    programme:
      days < 300
        ? null
        : random.weighted<ProgrammeCode | null>([
            ['JOB', 85],
            [null, 15],
          ]),
    registeredFrom: addDays(stockDay, -days),
    registeredDaysTenYears: Math.min(3652, days + random.int(600)),
    ssyk: [random.pick(['2512', '3322', '4110', '5120', '5311', '7126', '8332', '9112'])],
    wantedExtentPercent: extent,
  })
}

/** Persons by what the tool says of them on 2022-10-03. */
export type Profile = 'A' | 'B' | 'C' | 'near' | 'far'

const profiles: Readonly<Record<Profile, { birth: Day; details: Partial<PersonDetails> }>> = {
  A: { birth: day('1972-01-10'), details: {} },
  B: { birth: day('1990-05-05'), details: { birthRegion: 'world' } },
  C: { birth: day('1980-05-05'), details: { birthRegion: 'europe', education: 'compulsory' } },
  near: {
    birth: day('1995-01-10'),
    details: { programme: null, registeredFrom: day('2022-03-01'), registeredDays10y: 216 },
  },
  far: { birth: day('1962-01-10'), details: { disability: true } },
}

/** What a man of the profile tells at registration; `nth` tells persons apart without changing what the tool says. */
export function detailsOf(profile: Profile, nth = 0): PersonDetails {
  const { birth, details } = profiles[profile]
  return {
    identityNumber: testPersonNumber(addDays(birth, Math.floor(nth / 10)), 981 + 2 * (nth % 10)),
    givenName: 'Sami',
    familyName: 'Testlund',
    street: 'Exempelgatan 12',
    postcode: '41102',
    locality: 'Göteborg',
    municipalityCode: '1480',
    birthRegion: 'sweden',
    education: 'upper-secondary',
    educationCompleted: true,
    disability: false,
    programme: 'JOB',
    registeredFrom: day('2020-10-01'),
    registeredDays10y: 1200,
    ssyk: ['5120'],
    wantedExtentPercent: 100,
    language: 'sv',
    interpreter: false,
    email: 'sami@example.com',
    ...details,
  }
}

export interface RegisteredPerson {
  readonly personId: PersonId
  readonly caseId: CaseId
}

/** Lays the delivery areas; needed once in a world before persons are referred. */
export async function withAreas(world: TestWorld): Promise<void> {
  await world.must(systemActor, seedDeliveryAreas)
}

const registered = new WeakMap<TestWorld, number>()

/** Details of a person that this world has not registered before. */
export function newDetails(world: TestWorld, profile: Profile = 'A'): PersonDetails {
  const nth = registered.get(world) ?? 0
  registered.set(world, nth + 1)
  return detailsOf(profile, nth)
}

/** Registers a person at the office, told about profiling unless said. */
export function aRegisteredPerson(
  world: TestWorld,
  given: { profile?: Profile; details?: Partial<PersonDetails>; told?: boolean; by?: Actor } = {},
): Promise<RegisteredPerson> {
  const details = { ...newDetails(world, given.profile), ...given.details }
  return world.must(given.by ?? world.caseworker, (context) =>
    registerPerson(context, { details, channel: 'office', toldAboutProfiling: given.told ?? true }),
  )
}

/** Registers a person and asks the tool. */
export async function anAssessedPerson(
  world: TestWorld,
  given: Parameters<typeof aRegisteredPerson>[1] = {},
): Promise<RegisteredPerson & { assessment: AssessPersonReply }> {
  const person = await aRegisteredPerson(world, given)
  const assessment = await world.must(world.caseworker, (context) =>
    assessPerson(context, { caseId: person.caseId, reason: 'Första bedömningen' }),
  )
  return { ...person, assessment }
}
