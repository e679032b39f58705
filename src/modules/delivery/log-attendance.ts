import { sql } from 'kysely'
import type { CaseId } from '../../kernel/ids.ts'
import { dayOf } from '../../kernel/instant.ts'
import { type Problem, problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { openDesk } from './desk.ts'
import { hoursOf, minutesAway, type Warning } from './domain/index.ts'
import { saveEntry } from './log-activity.ts'
import { type Happened, type Logged, recordAttendance } from './record-attendance.ts'
import { type Booking, findBooking } from './session-store.ts'
import { findMeeting } from './store.ts'

/** What came of one participant's part in a meeting or a session. */
export interface AttendanceEntry extends Happened {
  /** Made where it was ticked, once: the row is saved under it, so sending it again saves nothing twice. */
  readonly entryId: string
  readonly kind: 'meeting' | 'session'
  /** The planned meeting, or the participant's place in the session. */
  readonly id: string
  /** What was saved before, that this corrects. */
  readonly corrects?: string | undefined
}

export type AttendanceResult = {
  readonly entryId: string
  readonly state: 'saved' | 'already-saved' | 'refused'
  readonly warnings: readonly Warning[]
  readonly problem: Problem | null
}

/**
 * Logs what came of meetings and sessions, for one or for a whole group in one request, also what was ticked offline earlier:
 * each entry stands for itself, one that is refused leaves the others saved and says why (programme 4.5).
 * Problems of an entry: those of `recordAttendance` and `logActivity`, `session-called-off`, `entry-reused`,
 * `minutes-away-missing`, `minutes-away-impossible`.
 */
export async function logAttendance(
  context: Context,
  command: { readonly entries: readonly AttendanceEntry[] },
): Promise<Result<{ results: AttendanceResult[] }>> {
  const results = new Map<string, AttendanceResult>()
  for (const { entry } of await inLockOrder(context, command.entries)) {
    results.set(entry.entryId, await logOne(context, entry))
  }
  const all = command.entries.map((entry) => results.get(entry.entryId))
  return ok({ results: all.filter((each) => each !== undefined) })
}

/** Cases are locked in one order by all who log, so that two groups with the same participants never wait for each other. */
async function inLockOrder(context: Context, entries: readonly AttendanceEntry[]) {
  const ids = entries.map((entry) => entry.id)
  const { rows } = await sql<{ id: string; caseId: CaseId }>`
    select m.id, m.case_id as "caseId" from delivery.meeting m where m.id = any (${ids}::uuid[])
    union all select b.id, b.case_id from delivery.booking b where b.id = any (${ids}::uuid[])`.execute(context.db)
  const caseOf = new Map(rows.map((row) => [row.id, row.caseId]))
  return entries
    .map((entry) => ({ entry, caseId: caseOf.get(entry.id) ?? '' }))
    .sort((a, b) => (a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0))
}

/** One entry in a transaction of its own inside the request's: what is refused leaves nothing behind. */
async function logOne(context: Context, entry: AttendanceEntry): Promise<AttendanceResult> {
  const answer = (state: AttendanceResult['state'], more: Partial<AttendanceResult> = {}): AttendanceResult => ({
    entryId: entry.entryId,
    state,
    warnings: [],
    problem: null,
    ...more,
  })
  const before = await savedAs(context, entry)
  if (before !== null) return before.same ? answer('already-saved') : refused(answer, entry)
  await sql`savepoint entry`.execute(context.db)
  try {
    const saved = await (entry.kind === 'meeting' ? logMeetingPart(context, entry) : logSessionPart(context, entry))
    if (!saved.ok) {
      await sql`rollback to savepoint entry`.execute(context.db)
      return (await savedMeanwhile(context, entry))
        ? answer('already-saved')
        : answer('refused', { problem: saved.problem })
    }
    await sql`release savepoint entry`.execute(context.db)
    return answer('saved', { warnings: saved.value.warnings })
  } catch (error) {
    await sql`rollback to savepoint entry`.execute(context.db)
    if (!isTakenKey(error)) throw error
    return (await savedMeanwhile(context, entry)) ? answer('already-saved') : refused(answer, entry)
  }
}

type Answer = (state: AttendanceResult['state'], more: Partial<AttendanceResult>) => AttendanceResult

const refused = (answer: Answer, { entryId }: AttendanceEntry) =>
  answer('refused', { problem: problem('entry-reused', { values: { entry: entryId } }) })

const isTakenKey = (error: unknown) => (error as { code?: string }).code === '23505'

/** Whether a row stands under the key, corrected since or not, and says the same of the same. */
async function savedAs(context: Context, entry: AttendanceEntry): Promise<{ readonly same: boolean } | null> {
  const { rows } = await sql<{ kind: string; subject: string | null; came: string; tookPlace: boolean }>`
    select 'meeting' as kind, a.meeting_id as subject, a.came, a.took_place as "tookPlace" from delivery.attendance a where a.id = ${entry.entryId}
    union all
    select 'session', e.booking_id, e.came, e.took_place from delivery.activity_entry e where e.id = ${entry.entryId}`.execute(
    context.db,
  )
  const [row] = rows
  if (row === undefined) return null
  const about = row.kind === entry.kind && row.subject === entry.id
  return { same: about && row.came === entry.came && row.tookPlace === entry.tookPlace }
}

/** The same entry, sent again while the first was still being saved: it waited for the case, and now it stands. */
async function savedMeanwhile(context: Context, entry: AttendanceEntry): Promise<boolean> {
  return (await savedAs(context, entry))?.same ?? false
}

/** Somebody who came partly must say how long they were away, or nobody could know whether it is to be reported. */
async function logMeetingPart(context: Context, entry: AttendanceEntry): Promise<Result<Logged>> {
  const { kind: _kind, id, ...happened } = entry
  const meeting = await findMeeting(context, id)
  if (meeting === null) return fail(problem('not-found'))
  const away = minutesAway({ ...entry, ...part(entry) }, meeting.minutes)
  return away.ok ? recordAttendance(context, { ...happened, meetingId: id }) : away
}

const part = (entry: AttendanceEntry) => ({ reason: entry.reason ?? null, minutesAway: entry.minutesAway ?? null })

async function logSessionPart(context: Context, entry: AttendanceEntry): Promise<Result<Logged>> {
  const seen = await findBooking(context, entry.id)
  if (seen === null) return fail(problem('not-found'))
  const desk = await openDesk(context, seen.caseId)
  if (!desk.ok) return desk
  const booking = await findBooking(context, entry.id)
  if (booking === null) return fail(problem('changed-meanwhile'))
  if (booking.providerId !== desk.value.providerId) return fail(problem('not-your-participant'))
  const can = canLog(context, booking, entry)
  if (!can.ok) return can
  const away = minutesAway({ ...entry, ...part(entry) }, booking.minutes)
  if (!away.ok) return away
  const onDay = dayOf(booking.startsAt)
  const facts = {
    onDay,
    code: booking.code,
    hours: hoursOf(entry.came, booking.minutes, away.value, context.rules),
    mode: booking.mode === 'physical' ? ('physical' as const) : ('remote' as const),
    withWhom: booking.withWhom,
    came: entry.came,
    tookPlace: entry.tookPlace,
    reason: entry.reason,
    languageSupport: entry.languageSupport,
    jobProposals: entry.jobProposals,
    note: entry.progress,
  }
  const replaced = entry.corrects === undefined ? null : { entryId: entry.corrects, onDay }
  const session = { id: entry.entryId, bookingId: booking.bookingId, minutesAway: away.value }
  return saveEntry(context, desk.value, facts, replaced, session)
}

/** It has begun, is not called off, and what stands of it is what the entry corrects. */
function canLog(context: Context, booking: Booking, { corrects }: AttendanceEntry): Result<null> {
  if (booking.calledOff) return fail(problem('session-called-off'))
  if (booking.startsAt > context.now)
    return fail(problem('in-the-future', { field: 'startsAt', values: { today: context.today } }))
  if (booking.entryId !== null && corrects === undefined) return fail(problem('already-recorded'))
  return booking.entryId === (corrects ?? null) ? ok(null) : fail(problem('changed-meanwhile'))
}
