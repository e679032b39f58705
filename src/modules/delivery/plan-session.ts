import type { CaseId, UserId } from '../../kernel/ids.ts'
import { dayOf, type Instant, timeOf } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import { type CompanyKind, type MeetingChannel, rulesOn } from '../../rules/index.ts'
import { openDesk, type ProviderDesk } from './desk.ts'
import {
  type ActivityEntry,
  checkEntry,
  planMeeting as mayPlan,
  meetInTime,
  type Occurrence,
  occurrencesOf,
  type Repeat,
} from './domain/index.ts'
import { isStaffOf } from './give-adviser.ts'
import { channelTo } from './notices.ts'
import { slotsOf } from './session-clashes.ts'
import { addBookings, type NewBooking, type SessionFacts } from './session-store.ts'

export interface PlanSession {
  /** One participant, or a group. */
  readonly caseIds: readonly CaseId[]
  readonly startsAt: Instant
  /** In steps of a quarter. */
  readonly minutes: number
  /** A code of `rules.delivery.activities`. */
  readonly code: string
  readonly mode: MeetingChannel
  /** The adviser unless said; own work is done alone. */
  readonly withWhom?: CompanyKind | undefined
  /** The one who acts, or the spell's adviser, unless said. */
  readonly adviserId?: UserId | undefined
  readonly place?: string | undefined
  readonly repeat?: Repeat | undefined
}

export type PlannedSessions = {
  readonly seriesId: string | null
  readonly sessions: { readonly sessionId: string; readonly startsAt: Instant }[]
}

/**
 * Plans an activity in the calendar: once or in a series, for one participant or a group; each is told of their own, and
 * nothing is saved unless all can be (programme 4.5). Problems: those of `openDesk`, `planMeeting`, `checkEntry` and
 * `occurrencesOf`, `group-someone-hidden`, `group-someone-protected`, `meeting-overlaps`, `not-provider-staff`.
 */
export async function planSession(context: Context, command: PlanSession): Promise<Result<PlannedSessions>> {
  const desks = await openGroup(context, command.caseIds)
  if (!desks.ok) return desks
  const someoneProtected = desks.value.some(({ head }) => head.protection !== 'none')
  if (desks.value.length > 1 && someoneProtected) return fail(problem('group-someone-protected', { field: 'caseIds' }))
  const times = occurrencesOf(command.startsAt, command.repeat ?? null)
  if (!times.ok) return times
  const facts = factsOf(context, desks.value, command)
  const adviser = await mayLead(context, command.adviserId)
  if (!adviser.ok) return adviser
  const seriesId = command.repeat === undefined ? null : newId<string>()
  const sessions = times.value
    .filter((time) => !time.skipped)
    .map((time) => ({ ...time, sessionId: newId<string>(), seriesId }))
  const rows = rowsOf(context, desks.value, sessions, facts)
  if (!rows.ok) return rows
  const free = await areFree(context, rows.value)
  if (!free.ok) return free
  await addBookings(context, rows.value)
  for (const desk of desks.value) await tellPlanned(context, desk, rows.value)
  return ok({ seriesId, sessions: sessions.map(({ sessionId, startsAt }) => ({ sessionId, startsAt })) })
}

/**
 * Opens the case of each, in one order for all who do so. Somebody whom the actor may not see, such as one with a protected
 * identity, is pointed out by the place in the list. Problems: those of `openDesk`, `group-someone-hidden`.
 */
export async function openGroup(context: Context, caseIds: readonly CaseId[]): Promise<Result<ProviderDesk[]>> {
  const desks: ProviderDesk[] = []
  for (const caseId of [...new Set(caseIds)].sort()) {
    const desk = await openDesk(context, caseId)
    if (desk.ok) desks.push(desk.value)
    else if (caseIds.length === 1 || desk.problem.code !== 'not-found') return desk
    else
      return fail(
        problem('group-someone-hidden', { field: 'caseIds', values: { place: caseIds.indexOf(caseId) + 1, count: 1 } }),
      )
  }
  return ok(desks)
}

/** Whoever leads it works with the provider. Problem: `not-provider-staff`. */
async function mayLead(context: Context, adviserId: UserId | undefined): Promise<Result<null>> {
  const { userId, organisationId } = context.actor
  if (adviserId === undefined || adviserId === userId || organisationId === null) return ok(null)
  const isStaff = await isStaffOf(context, adviserId, organisationId)
  return isStaff ? ok(null) : fail(problem('not-provider-staff', { field: 'adviserId' }))
}

function factsOf(
  context: Context,
  desks: readonly ProviderDesk[],
  command: PlanSession,
): Omit<SessionFacts, 'startsAt'> {
  const { actor } = context
  const ofSpell = desks[0]?.spells.at(-1)?.adviserId ?? null
  return {
    minutes: command.minutes,
    code: command.code,
    mode: command.mode,
    withWhom: command.withWhom ?? (command.code === 'own-work' ? 'own' : 'adviser'),
    adviserId: command.adviserId ?? (actor.role === 'adviser' ? actor.userId : ofSpell),
    place: command.place?.trim() || null,
  }
}

type Time = Occurrence & { readonly sessionId: string; readonly seriesId: string | null }

function rowsOf(
  context: Context,
  desks: readonly ProviderDesk[],
  times: readonly Time[],
  facts: Omit<SessionFacts, 'startsAt'>,
): Result<NewBooking[]> {
  const rows: NewBooking[] = []
  for (const { startsAt, onDay, sessionId, seriesId } of times) {
    const allowed = checkSession({ ...facts, startsAt })
    if (!allowed.ok) return allowed
    for (const desk of desks) {
      const spell = mayPlan(startsAt, context.now, desk)
      if (!spell.ok) return spell
      const { caseId, personId } = desk.head
      const whose = { caseId, personId, placementId: spell.value.placementId, providerId: desk.providerId }
      rows.push({ id: newId(), ...whose, sessionId, seriesId, ...facts, startsAt, onDay })
    }
  }
  return ok(rows)
}

/** What is planned must be possible to log: an allowed activity by the law of its day, in quarters. Problems of `checkEntry`. */
export function checkSession(facts: SessionFacts): Result<ActivityEntry> {
  const onDay = dayOf(facts.startsAt)
  const entry = {
    ...facts,
    onDay,
    hours: facts.minutes / 60,
    mode: facts.mode === 'physical' ? 'physical' : 'remote',
    came: 'yes',
    tookPlace: true,
    reason: null,
  } as ActivityEntry
  return checkEntry(entry, rulesOn(onDay))
}

/** Nobody is in two places at once; other clashes are shown and left to who plans. Problem: `meeting-overlaps`. */
export async function areFree(context: Context, rows: readonly NewBooking[]): Promise<Result<null>> {
  const known = await slotsOf(context, rows)
  const moved = new Set(rows.flatMap((row) => (row.replaces === undefined ? [] : [row.replaces])))
  for (const row of rows) {
    const own = known.filter((slot) => slot.caseId === row.caseId && !moved.has(slot.id))
    const met = own.find((slot) => meetInTime({ ...row, individual: false }, slot))
    if (met === undefined) continue
    const values = { day: dayOf(met.startsAt), time: timeOf(met.startsAt) }
    return fail(problem('meeting-overlaps', { field: 'startsAt', values }))
  }
  return ok(null)
}

/** Tells a participant of the own new places: of one as an activity, of several as a series. */
export async function tellPlanned(context: Context, desk: ProviderDesk, rows: readonly NewBooking[]): Promise<void> {
  const own = rows.filter((row) => row.caseId === desk.head.caseId)
  const [first] = own
  if (first === undefined) return
  await notify(context, {
    kind: own.length === 1 ? 'delivery.session-planned' : 'delivery.series-planned',
    channel: channelTo(desk.head),
    personId: desk.head.personId,
    subjectId: first.id,
    values: { day: first.onDay, time: timeOf(first.startsAt), times: own.length },
  })
}
