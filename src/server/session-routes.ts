import { sql } from 'kysely'
import { z } from 'zod'
import { problem } from '../kernel/problem.ts'
import { fail, ok } from '../kernel/result.ts'
import { roles } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { type Route, route } from '../platform/http/route.ts'

const duty = z.object({
  id: z.string(),
  role: z.enum(roles),
  organisation: z.string().nullable(),
  current: z.boolean(),
})

/** `copyDays`: how long answers may be shown from the device. `sendDays`: how long an act may wait there with its key. */
const offline = z.object({ copyDays: z.number(), sendDays: z.number() })

const session = z.object({
  user: z.object({ id: z.string(), name: z.string(), personId: z.string().nullable() }),
  duty: z.object({
    id: z.string(),
    role: z.enum(roles),
    organisationId: z.string().nullable(),
    organisation: z.string().nullable(),
    officeId: z.string().nullable(),
  }),
  duties: z.array(duty),
  csrfToken: z.string(),
  today: z.iso.date(),
  now: z.iso.datetime(),
  offline: offline.nullable().describe('Null: nothing of what is read may be kept on the device'),
})

/** Who is signed in, under which duty, and which day it is in the house. */
export const sessionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/session',
    operation: 'getSession',
    summary: 'Who is signed in, under which duty, and the day',
    module: 'platform',
    may: 'signed-in',
    purpose: 'show who is signed in',
    reply: session,
    async handle(context, { session: entered }) {
      const { rows } = await sql<z.output<typeof duty>>`
        select d.id, d.role, o.name as organisation, d.id = ${entered.dutyId} as current
          from platform.duty d left join platform.organisation o on o.id = d.organisation_id
         where d.user_id = ${context.actor.userId} and d.valid_from <= ${context.today} and (d.valid_to is null or d.valid_to > ${context.today})
         order by d.role, d.id`.execute(context.db)
      const current = rows.find((one) => one.current)
      if (!current || !entered.csrfToken || !entered.userId) return fail(problem('session-ended'))
      return ok({
        user: { id: entered.userId, name: entered.name ?? '', personId: entered.personId ?? null },
        duty: {
          id: current.id,
          role: current.role,
          organisationId: entered.organisationId ?? null,
          organisation: current.organisation,
          officeId: entered.officeId ?? null,
        },
        duties: rows,
        csrfToken: entered.csrfToken,
        today: entered.today,
        now: context.now,
        offline: await offlineOf(context),
      })
    },
  }),
  route({
    method: 'POST',
    path: '/session/duty',
    operation: 'useDuty',
    summary: 'Act under another of the own duties from the next request on',
    module: 'platform',
    may: 'signed-in',
    purpose: 'show who is signed in',
    body: z.object({ dutyId: z.uuid() }),
    reply: z.object({ dutyId: z.uuid() }),
    status: 201,
    async handle(context, { body: { dutyId }, session: entered }) {
      const { rows } = await sql<{ used: boolean }>`
        select platform.use_duty(${entered.csrfToken ?? ''}, ${dutyId}) as used`.execute(context.db)
      return rows[0]?.used === true ? ok({ dutyId }) : fail(problem('duty-not-yours', { field: 'dutyId' }))
    },
  }),
]

const worksAway: ReadonlySet<string> = new Set(['adviser', 'coordinator'])

/**
 * Whether this person's device may keep what it needs without a network (programme 12): a participant's own way, unless the
 * identity is protected, and a provider's day. Everyone else works where there is a network.
 */
async function offlineOf(context: Context): Promise<z.output<typeof offline> | null> {
  const { offlineCopyDays: copyDays, idempotencyDays: sendDays } = context.rules.platform
  const { role, personId } = context.actor
  if (worksAway.has(role)) return { copyDays, sendDays }
  if (role !== 'jobseeker' || personId === null) return null
  const { rows } = await sql<{ protection: string }>`
    select protection from registration.v_person where person_id = ${personId}`.execute(context.db)
  return rows[0]?.protection === 'none' ? { copyDays, sendDays } : null
}
