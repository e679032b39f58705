import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '../../kernel/instant.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { tokenHash } from '../../platform/http/request.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import type { Language } from '../../platform/problems.ts'

/** Who has meetings of their own. */
export const calendarRoles = ['jobseeker', 'coordinator', 'adviser'] as const

/** When the living address was made, or null where there is none. */
export type CalendarState = { readonly madeAt: Instant | null }

interface Latest {
  readonly id: string
  readonly living: boolean
  readonly recordedAt: Instant
}

/** Whether there is an address to the own calendar under the duty in use; the secret itself is known to nobody here. */
export async function calendarState(context: Context): Promise<Result<CalendarState>> {
  const latest = await latestOf(context)
  return ok({ madeAt: latest?.living ? latest.recordedAt : null })
}

/**
 * Makes a secret address to the own calendar; the one before opens nothing from now on. `path` is told this once.
 * Problem: `not-allowed`.
 */
export async function makeCalendarAddress(
  context: Context,
  language: Language,
): Promise<Result<{ path: string; madeAt: Instant }>> {
  const may = mayAct(context, calendarRoles)
  if (!may.ok) return may
  const token = randomBytes(32).toString('hex')
  await addAddress(context, { tokenHash: tokenHash(token), language })
  return ok({ path: `/calendar/${token}.ics`, madeAt: context.now })
}

/** Ends the address to the own calendar; without one nothing happens. Problem: `not-allowed`. */
export async function revokeCalendarAddress(context: Context): Promise<Result<CalendarState>> {
  const may = mayAct(context, calendarRoles)
  if (!may.ok) return may
  const latest = await latestOf(context)
  if (latest?.living) await addAddress(context, { tokenHash: null, language: 'sv' })
  return ok({ madeAt: null })
}

async function addAddress(
  context: Context,
  made: { readonly tokenHash: Buffer | null; readonly language: Language },
): Promise<void> {
  const { userId, role, organisationId, personId } = context.actor
  // Two at once: the second must see the first, or both would be first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`calendar ${userId}`}, 0))`.execute(context.db)
  const latest = await latestOf(context)
  await sql`
    insert into delivery.calendar_address (id, user_id, role, organisation_id, token_hash, language, replaces, recorded_at)
    values (${newId()}, ${userId}, ${role}, ${organisationId}, ${made.tokenHash}, ${made.language}, ${latest?.id ?? null}, ${context.now})`.execute(
    context.db,
  )
  if (personId !== null) context.wrotePerson(personId)
}

async function latestOf(context: Context): Promise<Latest | null> {
  const { userId, role, organisationId } = context.actor
  const { rows } = await sql<Latest>`
    select id, token_hash is not null as living, recorded_at as "recordedAt" from delivery.v_calendar_address
     where user_id = ${userId} and role = ${role} and organisation_id is not distinct from ${organisationId}`.execute(
    context.db,
  )
  return rows[0] ?? null
}
