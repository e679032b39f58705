import type { CaseId } from '../../kernel/ids.ts'
import { dayOf, type Instant, timeOf } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import type { MeetingChannel } from '../../rules/index.ts'
import { lockCases } from '../registration/index.ts'
import { openDesk, type ProviderDesk } from './desk.ts'
import { planMeeting as mayPlan } from './domain/index.ts'
import { channelTo } from './notices.ts'
import { areFree, checkSession } from './plan-session.ts'
import {
  addBookings,
  type Booking,
  laterSessions,
  membersOf,
  membersOfAll,
  type NewBooking,
  sizeOf,
} from './session-store.ts'

export interface MoveSession {
  readonly sessionId: string
  readonly startsAt: Instant
  /** What is not said stays as it was. */
  readonly minutes?: number | undefined
  readonly mode?: MeetingChannel | undefined
  readonly place?: string | undefined
  readonly why: string
}

/** How many participants are told. */
export type ChangedSession = { readonly participants: number }

/**
 * Moves a session for all who are in it, or changes how it is held; what stood before is kept with why, and each is told
 * (programme 4.5). Problems: those of `openSession`, `planMeeting` and `checkEntry`, `why-missing`, `meeting-overlaps`.
 */
export async function moveSession(context: Context, command: MoveSession): Promise<Result<ChangedSession>> {
  const opened = await openSession(context, command.sessionId, command.why)
  if (!opened.ok) return opened
  const rows: NewBooking[] = []
  for (const { desk, booking } of opened.value) {
    const facts = {
      ...booking,
      startsAt: command.startsAt,
      minutes: command.minutes ?? booking.minutes,
      mode: command.mode ?? booking.mode,
      place: command.place === undefined ? booking.place : command.place.trim() || null,
    }
    const allowed = checkSession(facts)
    if (!allowed.ok) return allowed
    const spell = mayPlan(facts.startsAt, context.now, desk)
    if (!spell.ok) return spell
    const { placementId } = spell.value
    rows.push(replacing(booking, { ...facts, placementId, onDay: dayOf(facts.startsAt), why: command.why }))
  }
  const free = await areFree(context, rows)
  if (!free.ok) return free
  await addBookings(context, rows)
  for (const row of rows) await tell(context, opened.value, 'delivery.session-moved', row)
  return ok({ participants: rows.length })
}

export interface CancelSession {
  readonly sessionId: string
  /** Only this participant is taken out of the group. */
  readonly caseId?: CaseId | undefined
  /** Also the later ones of the same series. */
  readonly andLater?: boolean | undefined
  readonly why: string
}

/**
 * Calls off a session, one participant's place in it, or it and the later ones of its series; what stood is kept with why, and
 * each is told once. Problems: those of `openSession`, `why-missing`.
 */
export async function cancelSession(context: Context, command: CancelSession): Promise<Result<ChangedSession>> {
  const members = await membersOf(context, command.sessionId)
  const [first] = members
  if (first === undefined) return fail(problem('not-found'))
  const later = command.andLater && first.seriesId !== null
  const sessions = later ? await laterSessions(context, first.seriesId, first.startsAt) : [command.sessionId]
  // All at once and in one order: two who call off parts of the same series wait for each other.
  if (later) await lockCases(context, [...new Set((await membersOfAll(context, sessions)).map((each) => each.caseId))])
  const places = command.caseId && later ? await sessionsOf(context, sessions, command.caseId) : null
  const told = new Map<CaseId, { opened: Opened[]; row: NewBooking }>()
  for (const sessionId of sessions) {
    // Whoever came in or was taken out of some of them has no place in each.
    if (places && sessionId !== command.sessionId && !places.has(sessionId)) continue
    const opened = await openSession(context, sessionId, command.why, command.caseId)
    if (!opened.ok) return opened
    const rows = opened.value.map(({ booking }) => replacing(booking, { why: command.why, calledOff: true }))
    await addBookings(context, rows)
    for (const row of rows) if (!told.has(row.caseId)) told.set(row.caseId, { opened: opened.value, row })
  }
  for (const { opened, row } of told.values()) {
    await tell(context, opened, later ? 'delivery.series-called-off' : 'delivery.session-called-off', row)
  }
  return ok({ participants: told.size })
}

/** Those of the sessions where the case has a place. */
async function sessionsOf(
  context: Context,
  sessionIds: readonly string[],
  caseId: CaseId,
): Promise<ReadonlySet<string>> {
  const members = await membersOfAll(context, sessionIds)
  return new Set(members.filter((each) => each.caseId === caseId).map((each) => each.sessionId))
}

type Opened = { readonly desk: ProviderDesk; readonly booking: Booking }

/**
 * The desks of all who are in a session that is still to come, or of one of them: it is changed for all or for nobody.
 * Problems: `not-found`, `why-missing`, `group-someone-hidden`, `already-recorded`, `changed-meanwhile`, those of `openDesk`.
 */
async function openSession(context: Context, sessionId: string, why: string, only?: CaseId): Promise<Result<Opened[]>> {
  if (!why.trim()) return fail(problem('why-missing', { field: 'why' }))
  const seen = (await membersOf(context, sessionId)).filter((each) => only === undefined || each.caseId === only)
  if (seen.length === 0) return fail(problem('not-found'))
  const desks: ProviderDesk[] = []
  for (const each of seen) {
    const desk = await openDesk(context, each.caseId)
    if (!desk.ok) return desk
    desks.push(desk.value)
  }
  // Read again when all are locked: another may have moved it while this waited.
  const members = (await membersOf(context, sessionId)).filter((each) => only === undefined || each.caseId === only)
  if (members.length !== seen.length) return fail(problem('changed-meanwhile'))
  if (only === undefined) {
    const hidden = (await sizeOf(context, sessionId)) - members.length
    if (hidden > 0) return fail(problem('group-someone-hidden', { values: { place: 0, count: hidden } }))
  }
  const opened: Opened[] = []
  for (const booking of members) {
    const desk = desks.find((each) => each.head.caseId === booking.caseId)
    if (desk === undefined) return fail(problem('changed-meanwhile'))
    if (booking.providerId !== desk.providerId) return fail(problem('not-your-participant'))
    if (booking.entryId !== null) return fail(problem('already-recorded'))
    opened.push({ desk, booking })
  }
  return ok(opened)
}

/** The row that takes over from a place in a session. */
export function replacing(booking: Booking, changes: Partial<NewBooking>): NewBooking {
  const { bookingId, entryId: _entry, ...facts } = booking
  return { ...facts, ...changes, id: newId(), replaces: bookingId }
}

type Told = 'delivery.session-moved' | 'delivery.session-called-off' | 'delivery.series-called-off'

async function tell(context: Context, opened: readonly Opened[], kind: Told, row: NewBooking): Promise<void> {
  const head = opened.find(({ desk }) => desk.head.caseId === row.caseId)?.desk.head
  if (head === undefined) throw new Error('whoever is told is in the session')
  await notify(context, {
    kind,
    channel: channelTo(head),
    personId: head.personId,
    subjectId: row.id,
    values: { day: row.onDay, time: timeOf(row.startsAt) },
  })
}
