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
 * A page of cases by family name. Row-level security leaves out persons the actor may not see; protected ones stand only
 * in their own caseworker's list, never in a search (programme 4.1). Sensitive facts cannot be searched (programme 12).
 */
export async function listCases(
  context: Context,
  query: CaseListQuery,
): Promise<{ items: CaseLine[]; page: number; limit: number; total: number }> {
  const where = sql.join(conditions(context, query), sql` and `)
  const from = sql`
    from registration.case_file c
    join registration.v_person p on p.person_id = c.person_id
    left join registration.v_assignment a on a.case_id = c.case_id
    left join registration.case_closed x on x.case_id = c.case_id
    left join platform.user_account u on u.id = a.caseworker_user_id`
  const counted = await sql<{ total: number }>`select count(*) as total ${from} where ${where}`.execute(context.db)
  const { rows } = await sql<CaseLine>`
    select c.case_id as "caseId", c.person_id as "personId", p.given_name || ' ' || p.family_name as name,
           p.birth_date as "birthDate", p.municipality_code as "municipalityCode",
           registration.area_on(p.municipality_code, platform.acting_on()) as "areaCode",
           a.caseworker_user_id as "caseworkerId", u.display_name as "caseworkerName", p.protection <> 'none' as protected,
           c.opened_on as "openedOn", x.closed_on is not null as closed
      ${from} where ${where}
     order by p.family_name, p.given_name, c.case_id
     limit ${query.limit} offset ${(query.page - 1) * query.limit}`.execute(context.db)
  for (const row of rows) context.readPerson(row.personId as PersonId)
  return { items: rows, page: query.page, limit: query.limit, total: counted.rows[0]?.total ?? 0 }
}

function conditions(context: Context, { name, whose }: CaseListQuery) {
  const words = (name ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const list = words.map((word) => {
    const pattern = `${word.replace(/[\\%_]/g, '\\$&')}%`
    return sql`(lower(p.given_name) like ${pattern} or lower(p.family_name) like ${pattern})`
  })
  if (whose === 'mine') list.push(sql`a.caseworker_user_id = ${context.actor.userId}`)
  if (whose === 'office') list.push(sql`a.office_id = ${context.actor.officeId}`)
  if (whose !== 'mine' || words.length > 0) list.push(sql`p.protection = 'none'`)
  return list
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
