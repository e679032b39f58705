import type { CaseId } from '../../kernel/ids.ts'
import { type Instant, instant } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { ActivityRow, MeetingRow, WithdrawnRow } from './contract/log-imports.ts'
import { type KnownRow, meetingOf, standingFact } from './imported-rows.ts'
import { correctActivity, logActivity } from './log-activity.ts'
import { moveMeeting, planMeeting } from './plan-meeting.ts'
import { logMeeting, recordAttendance } from './record-attendance.ts'
import { findMeeting, type StoredMeeting } from './store.ts'

/** What a row became: the meeting or the entry as it stands now. */
export interface Became {
  readonly id: string
  readonly warnings: readonly string[]
}

/** Plans, moves or records a meeting by the same doors as the screens. Problems: theirs, `changed-meanwhile`. */
export async function takeMeeting(
  context: Context,
  caseId: CaseId,
  row: MeetingRow,
  known: KnownRow | null,
): Promise<Result<Became>> {
  const { minutes, mode, individual, place } = row
  const wish = { startsAt: instant(row.startsAt), minutes, mode, individual, place }
  if (known?.meetingId) return changeMeeting(context, row, wish, known.meetingId)
  if (row.came === undefined) {
    const planned = await planMeeting(context, { caseId, ...wish })
    return planned.ok ? ok({ id: planned.value.id, warnings: [] }) : planned
  }
  const logged = await logMeeting(context, { caseId, ...wish, ...happened(row), came: row.came })
  if (!logged.ok) return logged
  return ok({ id: await meetingOf(context, logged.value.id), warnings: logged.value.warnings })
}

type Wish = Pick<MeetingRow, 'minutes' | 'mode' | 'individual' | 'place'> & { readonly startsAt: Instant }

async function changeMeeting(
  context: Context,
  row: MeetingRow,
  wish: Wish,
  meetingId: string,
): Promise<Result<Became>> {
  const meeting = await findMeeting(context, await standingFact(context, 'meeting', meetingId))
  if (meeting === null) return fail(problem('changed-meanwhile'))
  const isMoved = wish.startsAt !== meeting.startsAt
  let id = meeting.meetingId
  if (isMoved || (row.came === undefined && isOtherwise(wish, meeting))) {
    const moved = await moveMeeting(context, { meetingId: id, ...wish })
    if (!moved.ok) return moved
    id = moved.value.id
  }
  if (row.came === undefined) return ok({ id, warnings: [] })
  const { minutes, mode, individual } = wish
  const recorded = await recordAttendance(context, {
    meetingId: id,
    minutes,
    mode,
    individual,
    ...happened(row),
    languageSupport: row.languageSupport ?? false,
    jobProposals: row.jobProposals ?? 0,
    progress: row.progress ?? '',
    came: row.came,
    corrects: meeting.attendanceId ?? undefined,
  })
  return recorded.ok ? ok({ id, warnings: recorded.value.warnings }) : recorded
}

/** What is not said stays as it is. */
function isOtherwise(wish: Wish, meeting: StoredMeeting): boolean {
  return (
    wish.mode !== meeting.mode ||
    (wish.minutes ?? meeting.minutes) !== meeting.minutes ||
    (wish.individual ?? meeting.individual) !== meeting.individual ||
    (wish.place ?? meeting.place) !== meeting.place
  )
}

function happened({ tookPlace = true, reason, minutesAway, languageSupport, jobProposals, progress }: MeetingRow) {
  return { tookPlace, reason, minutesAway, languageSupport, jobProposals, progress }
}

/** Logs, corrects or withdraws an activity by the same doors as the screens. Problems: theirs, `changed-meanwhile`. */
export async function takeActivity(
  context: Context,
  caseId: CaseId,
  row: ActivityRow | WithdrawnRow,
  known: KnownRow | null,
): Promise<Result<Became>> {
  if (!known?.entryId) {
    return 'withdrawn' in row
      ? fail(problem('not-found', { field: 'externalId' }))
      : logActivity(context, { caseId, ...factsOf(row) })
  }
  const entryId = await standingFact(context, 'activity_entry', known.entryId)
  const corrected = await correctActivity(
    context,
    'withdrawn' in row ? { entryId, withdrawn: true, note: row.note } : { entryId, ...wholeOf(row) },
  )
  // What was withdrawn on the screen is not there to correct.
  if (!corrected.ok && corrected.problem.code === 'not-found') return fail(problem('changed-meanwhile'))
  return corrected
}

/** A row that comes again says all that it is about: what it leaves out is no longer so. */
function wholeOf(row: ActivityRow) {
  const facts = factsOf(row)
  return {
    ...facts,
    languageSupport: facts.languageSupport ?? false,
    jobProposals: facts.jobProposals ?? 0,
    note: facts.note ?? '',
  }
}

function factsOf(row: ActivityRow) {
  const { kind: _kind, externalId: _id, caseId: _case, participant: _participant, ...facts } = row
  return facts
}
