import { sql } from 'kysely'
import type { CaseId, PersonId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { CaseLine, PersonPage } from './contract.ts'
import { deliveryArea } from './delivery-area.ts'
import { changedFields, currentSpellStart, registeredDays } from './domain/index.ts'
import { type CaseHead, caseOfPerson, findCase } from './find-case.ts'
import { allVersions, earlierSpells } from './store.ts'

export interface CaseListQuery {
  readonly page: number
  readonly limit: number
  /** Beginnings of given or family names; every word must match. */
  readonly name?: string | undefined
  readonly whose: 'mine' | 'office' | 'all'
}

/**
 * A page of cases by family name. Persons the actor may not see are left out, twice over; protected ones stand only
 * in their own caseworker's list, never in a search (programme 4.1). Sensitive facts cannot be searched (programme 12).
 */
export async function listCases(
  context: Context,
  query: CaseListQuery,
): Promise<{ items: CaseLine[]; page: number; limit: number; total: number }> {
  const { page, limit } = query
  const found = await findPage(context, query)
  const { rows } = await sql<CaseLine>`
    select c.case_id as "caseId", c.person_id as "personId", p.given_name || ' ' || p.family_name as name,
           p.birth_date as "birthDate", p.municipality_code as "municipalityCode",
           registration.area_on(p.municipality_code, platform.acting_on()) as "areaCode",
           a.caseworker_user_id as "caseworkerId", u.display_name as "caseworkerName", p.protection <> 'none' as protected,
           c.opened_on as "openedOn", x.closed_on is not null as closed
      from unnest(${found.cases}::uuid[]) with ordinality f (case_id, place)
      join registration.case_file c on c.case_id = f.case_id
      join registration.v_person p on p.person_id = c.person_id
      left join registration.v_assignment a on a.case_id = c.case_id
      left join registration.case_closed x on x.case_id = c.case_id
      left join platform.user_account u on u.id = a.caseworker_user_id
     order by f.place`.execute(context.db)
  for (const row of rows) context.readPerson(row.personId as PersonId)
  return { items: rows, page, limit, total: found.total }
}

async function findPage(
  context: Context,
  { name, whose, page, limit }: CaseListQuery,
): Promise<{ total: number; cases: string[] }> {
  const words = (name ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  // The longest word leaves the fewest, so it is the one looked up.
  const patterns = words.sort((a, b) => b.length - a.length).map((word) => `${word.replace(/[\\%_]/g, '\\$&')}%`)
  const caseworker = whose === 'mine' ? context.actor.userId : null
  const office = whose === 'office' ? context.actor.officeId : null
  // Without an office of one's own there are no cases of the office.
  if (whose !== 'all' && caseworker === null && office === null) return { total: 0, cases: [] }
  const { rows } = await sql<{ found: { total: number; cases: string[] } }>`
    select registration.list_cases(${caseworker}::uuid, ${office}::uuid, ${patterns}::text[], ${(page - 1) * limit}::integer,
                                   ${limit}::integer) as found`.execute(context.db)
  return rows[0]?.found ?? { total: 0, cases: [] }
}

/** Everything about the person of a case, with every version. Problem: `not-found`. */
export async function readPerson(context: Context, caseId: CaseId): Promise<Result<PersonPage>> {
  const head = await findCase(context, caseId)
  return head === null ? fail(problem('not-found')) : ok(await personPageOf(context, head))
}

/** The signed-in jobseeker's own page, or null before registration. */
export async function readOwnPerson(context: Context): Promise<PersonPage | null> {
  const { personId } = context.actor
  const head = personId === null ? null : await caseOfPerson(context, personId)
  return head === null ? null : personPageOf(context, head)
}

async function personPageOf(context: Context, head: CaseHead): Promise<PersonPage> {
  const versions = await allVersions(context, head.personId)
  const current = versions.at(-1)
  if (current === undefined) throw new Error('a person without a version')
  const area = head.areaCode === null ? null : await deliveryArea(context, head.areaCode)
  const spells = await earlierSpells(context, head.caseId)
  const { spellBreakDays } = context.rules.registration
  const spellStart = currentSpellStart(head.registeredFrom, spells, spellBreakDays)
  const history = versions.map(({ id, recordedAt, facts }, index) => {
    const before = versions[index - 1]
    return { id, recordedAt, changed: before === undefined ? [] : changedFields(before.facts, facts) }
  })
  return {
    ...current.facts,
    ssyk: [...current.facts.ssyk],
    caseId: head.caseId,
    personId: head.personId,
    versionId: current.id,
    registeredFrom: spellStart,
    registeredDays: registeredDays(spellStart, context.today),
    areaCode: head.areaCode,
    areaName: area?.name ?? null,
    ...(await responsibleNames(context, head)),
    profilingNoticeOn: head.profilingNoticeOn,
    openedOn: head.openedOn,
    closed: head.closed,
    versions: history.reverse(),
  }
}

async function responsibleNames(context: Context, head: CaseHead) {
  const { rows } = await sql<{ officeName: string | null; caseworkerName: string | null }>`
    select (select name from platform.office where id = ${head.officeId}) as "officeName",
           (select display_name from platform.user_account where id = ${head.caseworkerId}) as "caseworkerName"`.execute(
    context.db,
  )
  return rows[0] ?? { officeName: null, caseworkerName: null }
}
