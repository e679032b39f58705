import { CompiledQuery } from 'kysely'
import { z } from 'zod'
import type { PersonId } from '../kernel/ids.ts'
import { problem } from '../kernel/problem.ts'
import { fail, ok } from '../kernel/result.ts'
import type { Context } from '../platform/context.ts'
import { jsonText, type Route, route } from '../platform/http/route.ts'

const step = z.object({
  module: z.string(),
  kind: z.string(),
  on: z.iso.date(),
  at: z.iso.datetime(),
  who: z.string().nullable(),
  rule: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
})

const casePage = z.object({
  caseId: z.string(),
  openedOn: z.iso.date(),
  person: z.object({
    personId: z.string(),
    name: z.string(),
    birthDate: z.iso.date(),
    municipalityCode: z.string(),
    language: z.string(),
    protection: z.string(),
  }),
  steps: z.array(step),
})

/** A module's name and the view with its steps. */
export type StepView = readonly [module: string, view: string]

/** What is found together with the sign-in: the page as JSON text, or only the person where the steps must be read anew. */
export interface CasePageRow {
  readonly person: PersonId
  readonly page: string | null
}

const head = `json_build_object('personId', p.person_id, 'name', p.given_name || ' ' || p.family_name, 'birthDate', p.birth_date,
                              'municipalityCode', p.municipality_code, 'language', p.language, 'protection', p.protection)`

/**
 * The case's page in one small statement: the person and the names of those who acted as of now, and the steps as they were
 * kept for this kind of reader, if nothing about the person has been written since. The database writes the JSON itself:
 * parsing and writing it again would cost the app more than all the rest.
 */
export const casePageSql = `
  select p.person_id as person, case when k.steps is not null then
           json_build_object('caseId', c.case_id, 'openedOn', c.opened_on, 'person', ${head}, 'steps', (
             select '[' || coalesce(string_agg(s.body || coalesce(to_json(u.display_name)::text, 'null') || '}', ',' order by s.nth), '') || ']'
               from rows from (jsonb_to_recordset(k.steps) as (body text, by uuid)) with ordinality as s (body, by, nth)
               left join platform.user_account u on u.id = s.by)::json)::text end as page
    from registration.case_file c join registration.v_person p on p.person_id = c.person_id
    left join platform.person_version v on v.person_id = p.person_id
    left join platform.kept_steps k on k.case_id = c.case_id and k.role = current_setting('krom.role', true)
          and k.organisation_id = platform.reader_organisation() and k.version = coalesce(v.version, 0)
   where c.case_id = $1`

/**
 * Every step of every module under the reader's own row-level security, and the count of writes that they are as of. A step
 * is written out as JSON up to the name of who acted, which is put in at reading: names change and are nobody's to keep.
 */
function stepsSql(views: readonly StepView[]): string {
  const steps = views.map(
    ([module, view]) =>
      `select '${module}' as module, s.kind, s.on_day, s.recorded_at, s.recorded_by, s.rule, s.facts from ${view} s where s.case_id = $1`,
  )
  return `
    select coalesce((select version from platform.person_version where person_id = $2), 0) as version, coalesce((
             select json_agg(json_build_object('by', s.recorded_by, 'body', left(json_build_object(
                      'module', s.module, 'kind', s.kind, 'on', s.on_day, 'at', to_char(s.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                      'rule', s.rule, 'facts', s.facts)::text, -1) || ',"who":') order by s.on_day, s.recorded_at)
               from (${steps.join(' union all ')}) s), '[]')::text as steps`
}

const keepSql = `
  insert into platform.kept_steps (case_id, role, organisation_id, person_id, version, steps)
  values ($1, current_setting('krom.role'), platform.reader_organisation(), $2, $3, $4::jsonb)
  on conflict (case_id, role, organisation_id) do update set version = excluded.version, steps = excluded.steps`

/** The case's page: every step, who, when, under which rule (house section 1, `stepsOf`). */
export function casePageRoute(views: readonly StepView[]): Route {
  const read = stepsSql(views)
  return route({
    method: 'GET',
    path: '/cases/:caseId',
    operation: 'getCase',
    summary: 'A case with every step in order of time',
    module: 'platform',
    may: ['jobseeker', 'caseworker', 'approver', 'overseer', 'coordinator', 'adviser'],
    purpose: 'show the case',
    params: z.object({ caseId: z.uuid() }),
    reply: casePage,
    glance: {
      statement: ({ caseId }) => ({ text: casePageSql, values: [caseId] }),
      answer(rows) {
        const [row] = rows as readonly CasePageRow[]
        return row?.page ? { persons: [row.person], reply: jsonText(row.page) } : null
      },
    },
    async handle(context, { params: { caseId } }) {
      const [found] = (await run<CasePageRow>(context, casePageSql, [caseId])).rows
      if (!found) return fail(problem('not-found'))
      context.readPerson(found.person)
      return ok(jsonText(found.page ?? (await readAnew(context, read, { caseId, personId: found.person }))))
    },
  })
}

/** Reads the steps from the modules, keeps them for the next reader of this kind, and gives the page. */
async function readAnew(context: Context, read: string, of: { caseId: string; personId: PersonId }): Promise<string> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const { rows } = await run<{ version: number; steps: string }>(context, read, [of.caseId, of.personId])
    const now = rows[0]
    if (!now) throw new Error('the steps gave no row')
    await run(context, keepSql, [of.caseId, of.personId, now.version, now.steps])
    const page = (await run<CasePageRow>(context, casePageSql, [of.caseId])).rows[0]?.page
    // Somebody may have written about the person between the two statements: then what was kept is old already.
    if (page) return page
  }
  throw new Error(`the case ${of.caseId} is written faster than it can be read`)
}

const mostAttempts = 20

function run<Row>(context: Context, text: string, values: readonly unknown[]) {
  return context.db.executeQuery(CompiledQuery.raw(text, [...values]) as CompiledQuery<Row>)
}
