import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Point } from '../../kernel/geo.ts'
import type { CaseId, OfficeId, PersonId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName, lockNames } from '../../platform/context.ts'
import type { ProgrammeCode } from '../../rules/index.ts'
import { type LetterLanguage, letterLanguage, type Protection } from './domain/index.ts'

/** What every later step needs to know of a case and its person, as of now. */
export interface CaseHead {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly name: string
  readonly givenName: string
  readonly familyName: string
  /** Street, postcode and locality as printed on a letter; null where unknown or protected. */
  readonly street: string | null
  readonly postcode: string | null
  readonly locality: string | null
  readonly email: string | null
  readonly birthDate: Day
  readonly municipalityCode: string
  /** The delivery area of the home municipality on the day; null when no area holds it. */
  readonly areaCode: string | null
  readonly officeId: OfficeId | null
  readonly caseworkerId: UserId | null
  /** Null for a protected identity. */
  readonly home: Point | null
  readonly homeApproximate: boolean
  readonly protection: Protection
  /** The language to write in. */
  readonly language: LetterLanguage
  /** ISO 639 code of the language the person speaks. */
  readonly spokenLanguage: string
  readonly interpreter: boolean
  readonly programme: ProgrammeCode | null
  readonly registeredFrom: Day
  readonly wantedExtentPercent: number
  readonly availableHours: number
  readonly availability: 'yes' | 'no' | 'partly'
  /** Null until the person has been told about profiling. */
  readonly profilingNoticeOn: Day | null
  readonly openedOn: Day
  readonly channel: string
  readonly closedOn: Day | null
  readonly closed: boolean
}

type Row = Omit<CaseHead, 'name' | 'home' | 'language' | 'closed'> & { lat: number | null; lon: number | null }

const head = sql`
  select c.case_id as "caseId", c.person_id as "personId", p.given_name as "givenName", p.family_name as "familyName",
         p.street, p.postcode, p.locality, p.email, p.birth_date as "birthDate", p.municipality_code as "municipalityCode",
         registration.area_on(p.municipality_code, platform.acting_on()) as "areaCode",
         a.office_id as "officeId", a.caseworker_user_id as "caseworkerId", p.lat, p.lon, p.home_approximate as "homeApproximate",
         p.protection, p.language as "spokenLanguage", p.interpreter, p.programme, p.registered_from as "registeredFrom",
         p.wanted_extent_percent as "wantedExtentPercent", p.available_hours as "availableHours", p.availability,
         n.given_on as "profilingNoticeOn", c.opened_on as "openedOn", c.channel, x.closed_on as "closedOn"
    from registration.case_file c
    join registration.v_person p on p.person_id = c.person_id
    left join registration.v_assignment a on a.case_id = c.case_id
    left join registration.profiling_notice n on n.case_id = c.case_id
    left join registration.case_closed x on x.case_id = c.case_id`

/** The case as the actor may see it, or null. The person is noted as read. */
export async function findCase(context: Context, caseId: CaseId): Promise<CaseHead | null> {
  const { rows } = await sql<Row>`${head} where c.case_id = ${caseId}`.execute(context.db)
  return rows[0] === undefined ? null : found(context, rows[0])
}

/** The person's case, the latest opened when there are several, or null. */
export async function caseOfPerson(context: Context, personId: PersonId): Promise<CaseHead | null> {
  const { rows } = await sql<Row>`
    ${head} where c.person_id = ${personId} order by c.opened_on desc, c.case_id desc limit 1`.execute(context.db)
  return rows[0] === undefined ? null : found(context, rows[0])
}

/** Holds the case for the rest of the transaction, so that two acts on it never interleave. Problem: `not-found`. */
export async function lockCase(context: Context, caseId: CaseId): Promise<Result<CaseHead>> {
  // Sent together: the server reads the case only when it has the lock.
  const [, locked] = await Promise.all([lockName(context, lockOf(caseId)), findCase(context, caseId)])
  return locked === null ? fail(problem('not-found')) : ok(locked)
}

/** A held case and how its person is reached. */
export type HeldCase = Pick<
  CaseHead,
  'caseId' | 'personId' | 'name' | 'street' | 'postcode' | 'locality' | 'email' | 'protection' | 'language'
>

type HeldRow = Omit<HeldCase, 'name' | 'language'> & Pick<CaseHead, 'givenName' | 'familyName' | 'spokenLanguage'>

/**
 * Holds many cases for the rest of the transaction, for a duty that goes through everyone; those that the actor may see. All
 * who hold several take them in the order of their keys, so that two wait for each other instead of both failing.
 */
export async function lockCases(context: Context, caseIds: readonly CaseId[]): Promise<ReadonlyMap<CaseId, HeldCase>> {
  await lockNames(context, caseIds.map(lockOf))
  const { rows } = await sql<HeldRow>`
    select c.case_id as "caseId", c.person_id as "personId", p.given_name as "givenName", p.family_name as "familyName", p.street, p.postcode, p.locality,
           p.email, p.protection, p.language as "spokenLanguage"
      from registration.case_file c join registration.v_person p on p.person_id = c.person_id
     where c.case_id = any (${[...caseIds]}::uuid[])`.execute(context.db)
  return new Map(
    rows.map(({ givenName, familyName, spokenLanguage, ...row }) => {
      context.readPerson(row.personId)
      const name = `${givenName} ${familyName}`
      return [row.caseId, { ...row, name, language: letterLanguage(spokenLanguage) }]
    }),
  )
}

/** `lockCase` for many, with all that is known of each. Problem: `not-found` when the actor may not see one of them. */
export async function lockCaseHeads(
  context: Context,
  caseIds: readonly CaseId[],
): Promise<Result<ReadonlyMap<CaseId, CaseHead>>> {
  const [, { rows }] = await Promise.all([
    lockNames(context, caseIds.map(lockOf)),
    // Each by itself, or the planner would go through everybody's assignments to find those of a thousand.
    sql<Row>`
      select h.* from unnest(${[...caseIds]}::uuid[]) as held (case_id)
       cross join lateral (${head} where c.case_id = held.case_id offset 0) h`.execute(context.db),
  ])
  const heads = new Map(rows.map((row) => [row.caseId, found(context, row)]))
  return caseIds.every((caseId) => heads.has(caseId)) ? ok(heads) : fail(problem('not-found'))
}

/**
 * What was read of a case, unless nothing was because the actor may not see the case: then it is as if it were not there
 * (house 5). Problem: `not-found`.
 */
export async function unlessHidden<T>(
  context: Context,
  caseId: CaseId,
  read: { readonly reply: T; readonly empty: boolean },
): Promise<Result<T>> {
  return read.empty && (await findCase(context, caseId)) === null ? fail(problem('not-found')) : ok(read.reply)
}

const lockOf = (caseId: CaseId): string => `case:${caseId}`

function found(context: Context, row: Row): CaseHead {
  context.readPerson(row.personId)
  const { lat, lon, ...rest } = row
  return {
    ...rest,
    name: `${rest.givenName} ${rest.familyName}`,
    home: lat === null || lon === null ? null : { lat, lon },
    language: letterLanguage(rest.spokenLanguage),
    closed: rest.closedOn !== null,
  }
}
