import { sql } from 'kysely'
import type { CaseId, OrganisationId, UserId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import { replacing } from './change-session.ts'
import { openDesk } from './desk.ts'
import { addBookings, membersOf, sizeOf } from './session-store.ts'

interface Leaving {
  readonly providerId: OrganisationId
  readonly fromAdviserId: UserId
  /** Who has each of the moved participants now. */
  readonly takerOf: ReadonlyMap<CaseId, UserId>
  /** All of the adviser's participants are moved: then every session goes to somebody else. */
  readonly whole: boolean
}

/**
 * The coming sessions that a leaving adviser leads are led by whoever took over most of those in them: a group where others take
 * part too only when the whole caseload moves. Same time, same place; one with somebody whom the actor may not see stays. How many.
 */
export async function giveSessions(context: Context, leaving: Leaving): Promise<number> {
  if (leaving.takerOf.size === 0) return 0
  const { rows } = await sql<{ sessionId: string }>`
    select distinct b.session_id as "sessionId", b.starts_at from delivery.v_booking b
     where b.adviser_id = ${leaving.fromAdviserId} and b.provider_id = ${leaving.providerId} and not b.called_off and b.entry_id is null
       and b.starts_at > ${context.now} order by b.starts_at, b.session_id`.execute(context.db)
  let given = 0
  for (const sessionId of new Set(rows.map((row) => row.sessionId))) {
    if (await giveSession(context, leaving, sessionId)) given += 1
  }
  return given
}

async function giveSession(context: Context, { takerOf, whole }: Leaving, sessionId: string): Promise<boolean> {
  const members = await membersOf(context, sessionId)
  const moved = members.filter((each) => takerOf.has(each.caseId))
  const follows = whole || moved.length === members.length
  if (!follows || (await sizeOf(context, sessionId)) > members.length) return false
  const adviserId = mostOf(moved.map((each) => takerOf.get(each.caseId))) ?? mostOf([...takerOf.values()])
  for (const { caseId } of members) {
    const desk = await openDesk(context, caseId)
    if (!desk.ok) return false
  }
  await addBookings(
    context,
    members.map((each) => replacing(each, { adviserId, why: '' })),
  )
  return true
}

/** The one that comes most often, equals by key. */
function mostOf(advisers: readonly (UserId | undefined)[]): UserId | null {
  const counts = new Map<UserId, number>()
  for (const each of advisers) if (each !== undefined) counts.set(each, (counts.get(each) ?? 0) + 1)
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return first?.[0] ?? null
}
