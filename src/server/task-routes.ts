import { sql } from 'kysely'
import { z } from 'zod'
import type { PersonId } from '../kernel/ids.ts'
import { ok } from '../kernel/result.ts'
import type { Role } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { type Route, route } from '../platform/http/route.ts'

const task = z.object({
  id: z.string(),
  kind: z.string(),
  caseId: z.string().nullable(),
  person: z.string().nullable(),
  why: z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
  dueOn: z.iso.date(),
  subjectId: z.string(),
  mine: z.boolean(),
})

const list = z.object({
  items: z.array(task),
  page: z.number(),
  limit: z.number(),
  total: z.number(),
  doneToday: z.number(),
  kinds: z.array(z.object({ kind: z.string(), count: z.number() })).describe('What waits in all, by kind'),
})

/** What waits for the whole authority but is the duty of one role there: no other sees it in its queue. */
const dutyOf: Readonly<Record<string, Role>> = {
  'settle-invoice': 'approver',
  'approve-payee': 'approver',
  'settle-bank-answer': 'approver',
  'market.decide-transfer': 'overseer',
  'admission.judge-application': 'overseer',
  'delivery.old-dispute': 'overseer',
  'oversight.answer-complaint': 'overseer',
}

/** Whether an open work item waits for the actor: named, of the own office, or of the own organisation and the own duty. */
function waitsFor({ actor }: Context) {
  const ofOthers = Object.entries(dutyOf).flatMap(([kind, role]) => (role === actor.role ? [] : [kind]))
  return sql`t.closed_at is null
    and (t.for_user = ${actor.userId} or (t.for_user is null and t.for_office = ${actor.officeId})
         or (t.for_organisation = ${actor.organisationId} and t.kind <> all (${ofOthers}::text[])))`
}

async function kindsThatWait(context: Context): Promise<{ kind: string; count: number }[]> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select t.kind, count(*)::int as count from platform.task t where ${waitsFor(context)} group by t.kind order by t.kind`.execute(
    context.db,
  )
  return rows
}

/** One queue over everything: what waits for the signed-in user, the own office or the own organisation, by deadline. */
export const taskRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/tasks',
    operation: 'listTasks',
    summary: 'The work queue, sorted by last day',
    module: 'platform',
    may: ['caseworker', 'approver', 'overseer', 'coordinator', 'adviser'],
    purpose: 'show the work queue',
    query: z.object({
      kind: z.string().max(60).optional(),
      search: z.string().max(100).optional(),
      done: z.enum(['today']).optional().describe('What the signed-in user has done today instead of what waits'),
      page: z.coerce.number().int().min(1).default(1),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    reply: list,
    async handle(context, { query }) {
      const { actor } = context
      const doneToday = sql`t.closed_by = ${actor.userId} and t.closed_at >= ${context.today}::date`
      const { rows } = await sql<
        z.output<typeof task> & { personId: PersonId | null; total: number; doneToday: number }
      >`
        select t.id, t.kind, t.case_id as "caseId", t.person_id as "personId", t.why, t.due_on as "dueOn", t.subject_id as "subjectId",
               p.given_name || ' ' || p.family_name as person, t.for_user is not distinct from ${actor.userId}::uuid as mine,
               count(*) over () as total
          from platform.task t left join registration.v_person p on p.person_id = t.person_id
         where ${query.done ? doneToday : waitsFor(context)}
           and (${query.kind ?? null}::text is null or t.kind = ${query.kind ?? null})
           and (${query.search ?? null}::text is null or p.given_name || ' ' || p.family_name ilike '%' || ${query.search ?? ''} || '%')
         order by t.due_on, t.id limit ${query.limit} offset ${(query.page - 1) * query.limit}`.execute(context.db)
      for (const row of rows) if (row.personId) context.readPerson(row.personId)
      const done = await sql<{ count: number }>`
        select count(*) as count from platform.task t where ${doneToday}`.execute(context.db)
      return ok({
        items: rows.map(({ personId: _personId, total: _total, ...row }) => row),
        page: query.page,
        limit: query.limit,
        total: rows[0]?.total ?? 0,
        doneToday: done.rows[0]?.count ?? 0,
        kinds: await kindsThatWait(context),
      })
    },
  }),
]
