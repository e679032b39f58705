import { sql } from 'kysely'
import { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import { ok } from '../kernel/result.ts'
import { type Route, route } from '../platform/http/route.ts'

const pages = {
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
}
const clock = z.object({
  today: z.iso.date(),
  offsetDays: z.number(),
  ranTo: z.iso.date().nullable(),
  running: z.boolean(),
})

const auditRow = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  who: z.string().nullable(),
  role: z.string(),
  organisation: z.string().nullable(),
  operation: z.string(),
  purpose: z.string(),
  persons: z.number(),
  wrote: z.boolean(),
})

const notice = z.object({
  id: z.string(),
  kind: z.string(),
  channel: z.string(),
  queuedAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  attempts: z.number(),
  lastError: z.string().nullable(),
})

/** The system keeper's own pages: the clock, the log, the outbox. None of them names a participant. */
export const administrationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/clock',
    operation: 'getClock',
    summary: 'Which day it is in the house, and how far the calendar duties have come',
    module: 'platform',
    may: ['administrator'],
    purpose: 'no personal data',
    reply: clock,
    async handle(context) {
      const { rows } = await sql<{
        offsetDays: number
        ranTo: Day | null
      }>`select offset_days as "offsetDays", ran_to as "ranTo" from platform.clock`.execute(context.db)
      const row = rows[0]
      const ranTo = row?.ranTo ?? null
      return ok({
        today: context.today,
        offsetDays: row?.offsetDays ?? 0,
        ranTo,
        running: ranTo === null || ranTo < context.today,
      })
    },
  }),
  route({
    method: 'POST',
    path: '/clock/forward',
    operation: 'moveClock',
    summary: 'Move the day of a test system forward; the calendar duties of each day are run in order',
    module: 'platform',
    may: ['administrator'],
    purpose: 'no personal data',
    body: z.object({ days: z.number().int().min(1).max(366) }),
    status: 202,
    reply: z.object({ movedDays: z.number() }),
    async handle(context, { body }) {
      await sql`select platform.move_clock(${body.days})`.execute(context.db)
      await sql`select platform.enqueue('run-days', '{}'::json, 'run-days')`.execute(context.db)
      return ok({ movedDays: body.days })
    },
  }),
  route({
    method: 'GET',
    path: '/audit',
    operation: 'listAudit',
    summary: 'Who did what and why, newest first; an administrator sees all, a participant what concerns the own case',
    module: 'platform',
    may: ['administrator', 'jobseeker'],
    purpose: 'show the log',
    query: z.object({
      ...pages,
      operation: z.string().max(60).optional(),
      others: z.enum(['yes', 'no']).optional().describe('yes leaves out what the reader did'),
    }),
    reply: z.object({ items: z.array(auditRow), page: z.number(), limit: z.number(), total: z.number() }),
    async handle(context, { query }) {
      const { rows } = await sql<z.output<typeof auditRow> & { total: number }>`
        select e.id, e.at, u.display_name as who, e.role, o.name as organisation, e.operation, e.purpose,
               cardinality(e.person_ids) as persons, e.wrote, count(*) over () as total
          from platform.audit_entry e left join platform.user_account u on u.id = e.user_id left join platform.organisation o on o.id = e.organisation_id
         where (${query.operation ?? null}::text is null or e.operation = ${query.operation ?? null})
           and (${query.others ?? 'no'}::text = 'no' or e.user_id is distinct from ${context.actor.userId}::uuid)
         order by e.at desc, e.id desc limit ${query.limit} offset ${(query.page - 1) * query.limit}`.execute(
        context.db,
      )
      return ok({
        items: rows.map(({ total: _total, ...row }) => row),
        page: query.page,
        limit: query.limit,
        total: rows[0]?.total ?? 0,
      })
    },
  }),
  route({
    method: 'GET',
    path: '/outbox',
    operation: 'listOutbox',
    summary: 'Notices queued and sent, newest first; kinds and times only',
    module: 'platform',
    may: ['administrator'],
    purpose: 'no personal data',
    query: z.object({ ...pages, waiting: z.enum(['yes', 'no']).optional() }),
    reply: z.object({ items: z.array(notice), page: z.number(), limit: z.number(), total: z.number() }),
    async handle(context, { query }) {
      const { rows } = await sql<z.output<typeof notice> & { total: number }>`
        select id, kind, channel, queued_at as "queuedAt", sent_at as "sentAt", attempts, last_error as "lastError", count(*) over () as total
          from platform.notice
         where ${query.waiting ?? null}::text is null or (sent_at is null) = (${query.waiting ?? null}::text = 'yes')
         order by queued_at desc, id desc limit ${query.limit} offset ${(query.page - 1) * query.limit}`.execute(
        context.db,
      )
      return ok({
        items: rows.map(({ total: _total, ...row }) => row),
        page: query.page,
        limit: query.limit,
        total: rows[0]?.total ?? 0,
      })
    },
  }),
]
