import { sql } from 'kysely'
import { addDays, monthOf } from '../../kernel/day.ts'
import { addMillis, dayOf, type Instant, timeOf } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import type { MeetingChannel } from '../../rules/index.ts'
import { closeDispute } from './confirm-log.ts'
import { dayWarnings, hasDraft, openDesk, type ProviderDesk } from './desk.ts'
import {
  type Attendance,
  attend,
  type DecidedWaiver,
  type Meeting,
  meetingWarnings,
  minutesAway,
  notHeldReasons,
  type Warning,
  wasHeld,
} from './domain/index.ts'
import { refreshDrafts } from './drafts.ts'
import { type PlanMeeting, saveMeeting } from './plan-meeting.ts'
import { addFact, findMeeting, glanceAtMeeting, metBefore, type StoredMeeting } from './store.ts'
import { waiversOn } from './waiver-reads.ts'

/** What came of a meeting: did the person come, did it take place, why not, and what was done. */
export interface Happened {
  readonly came: Attendance['came']
  readonly tookPlace: boolean
  readonly reason?: Attendance['reason'] | undefined
  readonly languageSupport?: boolean | undefined
  /** Individual proposals of jobs to apply for. */
  readonly jobProposals?: number | undefined
  readonly progress?: string | undefined
  /** Of who came partly. */
  readonly minutesAway?: number | undefined
}

export interface RecordAttendance extends Happened {
  readonly meetingId: string
  /** As it was held; as planned unless said. */
  readonly minutes?: number | undefined
  readonly mode?: MeetingChannel | undefined
  readonly individual?: boolean | undefined
  /** The recorded attendance that this one corrects. */
  readonly corrects?: string | undefined
  /** The key that the row is saved under, made by who sends it; a new one unless said. */
  readonly entryId?: string | undefined
}

export type Logged = { readonly id: string; readonly warnings: Warning[] }

/**
 * Records what came of a planned meeting, or corrects it; a correction is a new row that the participant answers anew
 * (programme 4.5). Problems: those of `openDesk`, `in-the-future`, `not-in-service`, `attendance-impossible`,
 * `reason-missing`, `reason-unknown`, `already-recorded`, `changed-meanwhile`.
 */
export async function recordAttendance(context: Context, command: RecordAttendance): Promise<Result<Logged>> {
  const seen = await glanceAtMeeting(context, command.meetingId)
  if (seen === null) return fail(problem('not-found'))
  const [desk, meeting, day] = await Promise.all([
    openDesk(context, seen.caseId),
    findMeeting(context, command.meetingId),
    readDay(context, seen, command.mode),
  ])
  if (!desk.ok) return desk
  if (meeting === null) return fail(problem('changed-meanwhile'))
  if (meeting.providerId !== desk.value.providerId) return fail(problem('not-your-participant'))
  if (meeting.attendanceId !== null && command.corrects === undefined) return fail(problem('already-recorded'))
  if (meeting.attendanceId !== (command.corrects ?? null)) return fail(problem('changed-meanwhile'))
  return saveAttendance(context, desk.value, { ...meeting, ...day }, command)
}

/** What the day of a meeting needs for its warnings. */
interface KnownDay {
  readonly waivers: readonly DecidedWaiver[]
  /** Nobody has met the person in the spell before; only asked of a meeting that is not physical. */
  readonly isFirst: boolean
}

async function readDay(
  context: Context,
  of: Pick<StoredMeeting, 'caseId' | 'placementId' | 'startsAt' | 'mode'>,
  mode: MeetingChannel | undefined,
): Promise<KnownDay> {
  const onDay = dayOf(of.startsAt)
  const [waivers, met] = await Promise.all([
    waiversOn(context, onDay, of.caseId),
    (mode ?? of.mode) === 'physical' || metBefore(context, of, onDay),
  ])
  return { waivers, isFirst: !met }
}

export interface LogMeeting extends PlanMeeting, Happened {}

/**
 * Logs a meeting that was not planned, in one step. Problems: those of `recordAttendance`, `not-provider-staff`,
 * `meeting-already-there`.
 */
export async function logMeeting(context: Context, command: LogMeeting): Promise<Result<Logged>> {
  // Side by side with the lock: what is read behind it.
  const [desk, there] = await Promise.all([openDesk(context, command.caseId), meetingAt(context, command)])
  if (!desk.ok) return desk
  if (there !== null) {
    const values = { day: dayOf(there), time: timeOf(there) }
    return fail(problem('meeting-already-there', { field: 'startsAt', values }))
  }
  const checked = attend(
    { startsAt: command.startsAt, individual: command.individual ?? true },
    { came: command.came, tookPlace: command.tookPlace, reason: command.reason ?? null },
    { ...desk.value, now: context.now },
  )
  if (!checked.ok) return checked
  const saved = await saveMeeting(context, desk.value, command, null)
  if (!saved.ok) return saved
  const planned = {
    meetingId: saved.value.id,
    startsAt: command.startsAt,
    minutes: command.minutes ?? context.rules.delivery.meetingMinutes,
    mode: command.mode,
    individual: command.individual ?? true,
  }
  const { caseId } = command
  const spell = { placementId: checked.value.spell.placementId, startsAt: command.startsAt, mode: command.mode, caseId }
  const day = await readDay(context, spell, command.mode)
  return saveAttendance(context, desk.value, { ...planned, ...day }, command)
}

/** The start of another meeting of the participant at the same time that was not called off, also one nobody came to. Null if none. */
async function meetingAt(context: Context, { caseId, startsAt, minutes }: LogMeeting): Promise<Instant | null> {
  const until = addMillis(startsAt, (minutes ?? context.rules.delivery.meetingMinutes) * 60_000)
  const { rows } = await sql<{ startsAt: Instant }>`
    select m.starts_at as "startsAt" from delivery.v_meeting m
     where m.case_id = ${caseId} and m.on_day between ${addDays(dayOf(startsAt), -1)}::date and ${dayOf(until)}::date
       and m.starts_at < ${until} and m.starts_at + make_interval(mins => m.minutes) > ${startsAt}
       and (m.took_place is distinct from false or m.reason <> all (${[...notHeldReasons]}::text[]))
       and m.provider_id = ${context.actor.organisationId}
     limit 1`.execute(context.db)
  return rows[0]?.startsAt ?? null
}

type Planned = KnownDay &
  Pick<StoredMeeting, 'meetingId' | 'minutes' | 'mode' | 'individual'> & { readonly startsAt: Instant }

async function saveAttendance(
  context: Context,
  desk: ProviderDesk,
  meeting: Planned,
  command: Happened & Partial<RecordAttendance>,
): Promise<Result<Logged>> {
  const held = {
    minutes: command.minutes ?? meeting.minutes,
    mode: command.mode ?? meeting.mode,
    individual: command.individual ?? meeting.individual,
  }
  const given = { came: command.came, tookPlace: command.tookPlace, reason: command.reason ?? null }
  const checked = attend({ startsAt: meeting.startsAt, individual: held.individual }, given, {
    ...desk,
    now: context.now,
  })
  if (!checked.ok) return checked
  const { spell, attendance } = checked.value
  const away = awayOf(attendance, command.minutesAway ?? null, meeting.minutes)
  if (!away.ok) return away
  const stood = await whatStood(context, command.corrects)
  const id = command.entryId ?? newId<string>()
  const onDay = dayOf(meeting.startsAt)
  await addFact(context, 'attendance', desk.head, {
    id,
    meeting_id: meeting.meetingId,
    placement_id: spell.placementId,
    provider_id: desk.providerId,
    came: attendance.came,
    took_place: attendance.tookPlace,
    reason: attendance.reason,
    ...held,
    language_support: command.languageSupport ?? stood?.languageSupport ?? false,
    job_proposals: command.jobProposals ?? stood?.jobProposals ?? 0,
    progress: (command.progress ?? stood?.progress)?.trim() || null,
    minutes_away: away.value,
    replaces: command.corrects ?? null,
  })
  if (command.corrects !== undefined) await closeDispute(context, command.corrects)
  if (hasDraft(desk, onDay)) await refreshDrafts(context, { ...desk.head, providerId: desk.providerId }, monthOf(onDay))
  const asMeeting: Meeting = { ...held, onDay, held: wasHeld(attendance), disputed: false }
  const { isFirst, waivers } = meeting
  const warnings = [...dayWarnings(desk, onDay), ...meetingWarnings(asMeeting, isFirst, desk.head.areaCode, waivers)]
  return ok({ id, warnings })
}

/** What a correction leaves as it was unless it says otherwise; null where nothing is corrected. */
async function whatStood(context: Context, corrected: string | undefined) {
  if (corrected === undefined) return null
  const { rows } = await sql<{ languageSupport: boolean; jobProposals: number; progress: string | null }>`
    select language_support as "languageSupport", job_proposals as "jobProposals", progress from delivery.attendance where id = ${corrected}`.execute(
    context.db,
  )
  return rows[0] ?? null
}

/** Null where nobody said how long who came partly was away. */
function awayOf(attendance: Attendance, minutes: number | null, planned: number): Result<number | null> {
  return attendance.came === 'partly' && minutes === null
    ? ok(null)
    : minutesAway({ ...attendance, minutesAway: minutes }, planned)
}
