import { addDays, type Day, day } from '../../kernel/day.ts'
import type { CaseId, PersonId } from '../../kernel/ids.ts'
import { formatPersonNumber, testPersonNumber } from '../../kernel/person-number.ts'
import type { Actor } from '../../platform/actor.ts'
import { systemActor, type TestWorld } from '../../platform/testing.ts'
import { extractColumns, type PersonDetails } from './domain/index.ts'
import { registerPerson } from './register-person.ts'
import { seedDeliveryAreas } from './seed-delivery-areas.ts'

const firstBirth = day('1980-05-05')

/** Details of a made-up person in Göteborg; `serial` from 0 tells persons apart, odd ones are men. */
export function someDetails(serial = 0, details: Partial<PersonDetails> = {}): PersonDetails {
  return {
    identityNumber: aNumber(serial),
    givenName: 'Sami',
    familyName: 'Testlund',
    street: 'Exempelgatan 12',
    postcode: '411 02',
    locality: 'Göteborg',
    municipalityCode: '1480',
    birthRegion: 'world',
    education: 'upper-secondary',
    educationCompleted: true,
    disability: false,
    programme: 'JOB',
    registeredFrom: day('2021-09-01'),
    registeredDays10y: 397,
    ssyk: ['5120'],
    language: 'ar',
    interpreter: false,
    email: 'sami.testlund@example.com',
    phone: '070-1740600',
    ...details,
  }
}

/** A test number; every twenty serials are born on the same day. */
export function aNumber(serial: number): string {
  return formatPersonNumber(testPersonNumber(addDays(firstBirth, Math.floor(serial / 20)), 980 + (serial % 20)))
}

/** Registers a person as the caseworker of the world. */
export function aRegisteredPerson(
  world: TestWorld,
  details: PersonDetails = someDetails(),
  by: Actor = world.caseworker,
): Promise<{ personId: PersonId; caseId: CaseId }> {
  return world.must(by, (context) => registerPerson(context, { details, channel: 'office' }))
}

/** A jobseeker whose sign-in broker vouches for the number, as needed to register oneself. */
export async function aVouchedJobseeker(world: TestWorld, { identityNumber }: PersonDetails): Promise<Actor> {
  const jobseeker = await world.anActor('jobseeker')
  await world.rows('insert into platform.identity_claim (user_id, identity_number) values ($1, $2)', [
    jobseeker.userId,
    identityNumber,
  ])
  return jobseeker
}

/** Lays the default delivery areas. */
export async function layAreas(world: TestWorld): Promise<void> {
  await world.must(systemActor, seedDeliveryAreas)
}

type Cells = Partial<Record<(typeof extractColumns)[number], string>>

/** One good row of a register extract, by columns. */
export function anExtractRow(serial = 0, cells: Cells = {}): Record<(typeof extractColumns)[number], string> {
  return {
    personnummer: aNumber(serial),
    fornamn: 'Åsa',
    efternamn: 'Övningsén',
    gatuadress: 'Provvägen 1',
    postnummer: '411 02',
    postort: 'Göteborg',
    kommunkod: '1480',
    kon: serial % 2 === 1 ? 'M' : 'K',
    fodelseregion: 'sverige',
    utbildning: 'gymnasium',
    fullfoljd: 'ja',
    nedsatt_arbetsformaga: 'nej',
    program: 'JOB',
    inskriven_fran: '2021-03-01',
    inskrivna_dagar_10_ar: '581',
    ssyk: '5120',
    onskad_omfattning: '100',
    sprak: 'svenska',
    tolk: 'nej',
    epost: '',
    telefon: '070-1740600',
    skyddade_uppgifter: '',
    ...cells,
  }
}

/** A register extract as text: header and rows, with the separator and line ends asked for. */
export function anExtract(
  rows: readonly ReturnType<typeof anExtractRow>[],
  { separator = ';', lineEnd = '\r\n' }: { separator?: string; lineEnd?: string } = {},
): string {
  const lines = rows.map((row) => extractColumns.map((column) => row[column]).join(separator))
  return [extractColumns.join(separator), ...lines, ''].join(lineEnd)
}

/** Rows enough to make several batches. */
export function manyExtractRows(count: number, cells: Cells = {}): ReturnType<typeof anExtractRow>[] {
  return Array.from({ length: count }, (_each, serial) => anExtractRow(serial, cells))
}

/** The day that tests judge extracts on. */
export const extractDay: Day = day('2022-10-03')
