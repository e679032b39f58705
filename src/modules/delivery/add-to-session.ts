import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { lockCases } from '../registration/index.ts'
import type { ChangedSession } from './change-session.ts'
import type { ProviderDesk } from './desk.ts'
import { planMeeting as mayPlan, mostInGroup } from './domain/index.ts'
import { areFree, openGroup, tellPlanned } from './plan-session.ts'
import {
  addBookings,
  type Booking,
  laterSessions,
  membersOf,
  membersOfAll,
  type NewBooking,
  sizeOf,
  takenOut,
} from './session-store.ts'

export interface AddToSession {
  readonly sessionId: string
  /** Who is to be there too. */
  readonly caseIds: readonly CaseId[]
  /** Also the later ones of the same series, those that lie in the participant's service. */
  readonly andLater?: boolean | undefined
  /** Needed of one who was taken out before, whose place it follows on. */
  readonly why?: string | undefined
}

/**
 * Adds participants to a session that is booked already, or to it and the later ones of its series; each is told of their own,
 * and nothing is saved unless all can be (programme 4.5). Problems: those of `openGroup` and `planMeeting`, `not-found`,
 * `changed-meanwhile`, `already-recorded`, `already-in-session`, `group-too-large`, `group-someone-protected`, `why-missing`,
 * `meeting-overlaps`.
 */
export async function addToSession(context: Context, command: AddToSession): Promise<Result<ChangedSession>> {
  const seen = await sessionsToJoin(context, command)
  if (seen.length === 0) return fail(problem('not-found'))
  // Held together and in one order, those who are there too: nobody moves the session meanwhile.
  const held = await lockCases(context, [...new Set([...seen.map((each) => each.caseId), ...command.caseIds])].sort())
  const desks = await openGroup(context, command.caseIds)
  if (!desks.ok) return desks
  const places = await sessionsToJoin(context, command)
  if (places.length === 0 || places.some((place) => !held.has(place.caseId))) return fail(problem('changed-meanwhile'))
  const protectedOne = [...held.values()].some(({ protection }) => protection !== 'none')
  if (protectedOne) return fail(problem('group-someone-protected', { field: 'caseIds' }))
  const rows = await rowsToAdd(context, command, places, desks.value)
  if (!rows.ok) return rows
  const free = await areFree(context, rows.value)
  if (!free.ok) return free
  await addBookings(context, rows.value)
  for (const desk of desks.value) await tellPlanned(context, desk, rows.value)
  return ok({ participants: desks.value.length })
}

/** Everybody's places in the session, and in the later ones of its series if they are meant too; in order of time. */
export async function sessionsToJoin(
  context: Context,
  { sessionId, andLater }: Pick<AddToSession, 'sessionId' | 'andLater'>,
): Promise<Booking[]> {
  const members = await membersOf(context, sessionId)
  const [first] = members
  if (first === undefined || !andLater || first.seriesId === null) return members
  return membersOfAll(context, await laterSessions(context, first.seriesId, first.startsAt))
}

/** The new places, each as the others' in the same session. */
async function rowsToAdd(
  context: Context,
  { sessionId, why }: AddToSession,
  places: readonly Booking[],
  desks: readonly ProviderDesk[],
): Promise<Result<NewBooking[]>> {
  const rows: NewBooking[] = []
  const before = await takenOut(context, [...new Set(places.map((place) => place.sessionId))])
  for (const [each, members] of Map.groupBy(places, (place) => place.sessionId)) {
    const isMeant = each === sessionId
    const can = await hasRoom(context, members, desks.length)
    if (!can.ok) return can
    for (const desk of desks) {
      const { caseId, personId } = desk.head
      if (members.some((member) => member.caseId === caseId)) {
        if (isMeant) return fail(problem('already-in-session', { field: 'caseIds' }))
        continue
      }
      const [like] = members
      if (like === undefined) throw new Error('a session has members')
      const spell = mayPlan(like.startsAt, context.now, desk)
      // A later one may lie after the participant's service: they are in those before.
      if (!spell.ok && isMeant) return spell
      if (!spell.ok) continue
      const { bookingId: _place, entryId: _entry, ...facts } = like
      const { placementId } = spell.value
      const own = { ...facts, id: newId<string>(), caseId, personId, placementId, providerId: desk.providerId }
      const replaces = before.find((out) => out.sessionId === each && out.caseId === caseId)?.bookingId
      if (replaces === undefined) rows.push(own)
      else if (why?.trim()) rows.push({ ...own, replaces, why: why.trim() })
      else return fail(problem('why-missing', { field: 'why' }))
    }
  }
  return ok(rows)
}

/** Nothing is logged of the session yet, and there is room in the group. Problems: `already-recorded`, `group-too-large`. */
async function hasRoom(context: Context, members: readonly Booking[], more: number): Promise<Result<null>> {
  const [first] = members
  if (first === undefined || members.some((member) => member.entryId !== null)) return fail(problem('already-recorded'))
  const size = await sizeOf(context, first.sessionId)
  return size + more <= mostInGroup
    ? ok(null)
    : fail(problem('group-too-large', { field: 'caseIds', values: { most: mostInGroup } }))
}
