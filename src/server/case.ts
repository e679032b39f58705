import { sql } from 'kysely'
import { z } from 'zod'
import type { PersonId } from '../kernel/ids.ts'
import { problem } from '../kernel/problem.ts'
import { fail, ok } from '../kernel/result.ts'
import { type Route, route } from '../platform/http/route.ts'
import { stepViews } from './modules.ts'

const step = z.object({
  module: z.string(),
  kind: z.string(),
  on: z.iso.date(),
  at: z.string(),
  who: z.string().nullable(),
  rule: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
})

const casePage = z.object({
  caseId: z.string(),
  person: z.object({
    personId: z.string(),
    name: z.string(),
    birthDate: z.iso.date(),
    municipalityCode: z.string(),
    language: z.string(),
    protection: z.string(),
  }),
  openedOn: z.iso.date(),
  steps: z.array(step),
})

const steps = stepViews
  .map(
    ([module, view]) =>
      `select '${module}' as module, s.kind, s.on_day, s.recorded_at, s.recorded_by, s.rule, s.facts from ${view} s where s.case_id = $1`,
  )
  .join(' union all ')

/** The whole case in one statement: the person, and every step of every module under the reader's own row-level security. */
const pageSql = `
  select c.case_id as "caseId", c.opened_on as "openedOn", p.person_id as "personId", p.given_name || ' ' || p.family_name as name,
         p.birth_date as "birthDate", p.municipality_code as "municipalityCode", p.language, p.protection,
         (select coalesce(json_agg(json_build_object('module', s.module, 'kind', s.kind, 'on', s.on_day, 'at', s.recorded_at, 'who', u.display_name,
                                                     'rule', s.rule, 'facts', s.facts) order by s.on_day, s.recorded_at), '[]')
            from (${steps}) s left join platform.user_account u on u.id = s.recorded_by) as steps
    from registration.v_case c join registration.v_person p on p.person_id = c.person_id
   where c.case_id = $1`

type Row = Omit<z.output<typeof casePage>, 'person'> & z.output<typeof casePage>['person'] & { personId: PersonId }

/** The case's page: every step, who, when, under which rule (house section 1, `stepsOf`). */
export const caseRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/cases/:caseId',
    operation: 'getCase',
    summary: 'A case with every step in order of time',
    module: 'platform',
    may: ['jobseeker', 'caseworker', 'approver', 'overseer', 'coordinator', 'adviser'],
    purpose: 'show the case',
    params: z.object({ caseId: z.uuid() }),
    reply: casePage,
    async handle(context, { params }) {
      const { rows } = await sql.raw<Row>(pageSql.replaceAll('$1', `'${params.caseId}'::uuid`)).execute(context.db)
      const row = rows[0]
      if (!row) return fail(problem('not-found'))
      context.readPerson(row.personId)
      const { caseId, openedOn, steps: all, ...person } = row
      return ok({ caseId, openedOn, person, steps: all })
    },
  }),
]
