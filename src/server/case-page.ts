import { z } from 'zod'
import type { PersonId } from '../kernel/ids.ts'
import { problem } from '../kernel/problem.ts'
import { fail, ok } from '../kernel/result.ts'
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

export interface CasePageRow {
  readonly person: PersonId
  /** The page as JSON text, sent as it is. */
  readonly page: string
}

/**
 * The whole case in one statement: the person, and every step of every module under the reader's own row-level security.
 * The database writes the JSON itself: parsing and writing it again would cost the app more than all the rest.
 */
export function casePageSql(views: readonly StepView[]): string {
  const steps = views.map(
    ([module, view]) =>
      `select '${module}' as module, s.kind, s.on_day, s.recorded_at, s.recorded_by, s.rule, s.facts from ${view} s where s.case_id = $1`,
  )
  return `
    select p.person_id as person, json_build_object(
             'caseId', c.case_id, 'openedOn', c.opened_on,
             'person', json_build_object('personId', p.person_id, 'name', p.given_name || ' ' || p.family_name, 'birthDate', p.birth_date,
                                         'municipalityCode', p.municipality_code, 'language', p.language, 'protection', p.protection),
             'steps', coalesce((
               select json_agg(t) from (
                 select s.module, s.kind, s.on_day as "on", to_char(s.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
                        u.display_name as who, s.rule, s.facts
                   from (${steps.join(' union all ')}) s left join platform.user_account u on u.id = s.recorded_by
                  order by s.on_day, s.recorded_at) t), '[]'))::text as page
      from registration.case_file c join registration.v_person p on p.person_id = c.person_id
     where c.case_id = $1`
}

/** The case's page: every step, who, when, under which rule (house section 1, `stepsOf`). */
export function casePageRoute(views: readonly StepView[]): Route {
  const text = casePageSql(views)
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
    ahead: ({ caseId }) => ({ text, values: [caseId] }),
    async handle(context, { ahead }) {
      const [found] = ahead as readonly CasePageRow[]
      if (!found) return fail(problem('not-found'))
      context.readPerson(found.person)
      return ok(jsonText(found.page))
    },
  })
}
