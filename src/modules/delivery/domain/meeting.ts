import type { Day } from '../../../kernel/day.ts'
import { dayOf, type Instant } from '../../../kernel/instant.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { type MeetingChannel, rulesOn } from '../../../rules/index.ts'
import { type Attendance, checkAttendance } from './activity.ts'
import { type LogState, type OwnSpell, spellOn, spellToLogIn } from './log-day.ts'
import { type DecidedWaiver, isWaived } from './waiver.ts'

/** A development meeting with what came of it (programme 4.5). */
export type Meeting = {
  readonly onDay: Day
  readonly minutes: number
  readonly mode: MeetingChannel
  readonly individual: boolean
  /** Held with the person there; null while nothing is recorded. */
  readonly held: boolean | null
  /** The participant disputes it and nobody has settled that it stands. */
  readonly disputed: boolean
}

/** Notes to who logs: saved all the same, but worth knowing. */
export type Warning =
  | 'approved-absence'
  | 'meeting-too-short'
  | 'telephone-does-not-count'
  | 'group-does-not-count'
  | 'first-meeting-physical'
  | 'not-planned'
  | 'month-reported'

/** Whether the way of meeting counts: the ordinary ways, or the telephone under a waiver of the area. */
function modeCounts(
  { mode, onDay }: Pick<Meeting, 'mode' | 'onDay'>,
  areaCode: string | null,
  waivers: readonly DecidedWaiver[],
): boolean {
  const ordinary = rulesOn(onDay).delivery.meetingChannels
  return ordinary.includes(mode) || isWaived('telephone-meeting', onDay, areaCode, waivers)
}

/** Whether it counts as physical where the person lives: met at the same place, or any way under a waiver of that. */
export function countsPhysical(
  { mode, onDay }: Pick<Meeting, 'mode' | 'onDay'>,
  areaCode: string | null,
  waivers: readonly DecidedWaiver[],
): boolean {
  return mode === 'physical' || isWaived('no-physical-meeting', onDay, areaCode, waivers)
}

/** A meeting counts when held, undisputed, individual, long enough, and met in a way that counts on its day (programme 4.5). */
export function countsForClocks(
  meeting: Meeting,
  areaCode: string | null,
  waivers: readonly DecidedWaiver[] = [],
): boolean {
  return (
    meeting.held === true &&
    !meeting.disputed &&
    meeting.individual &&
    meeting.minutes >= rulesOn(meeting.onDay).delivery.meetingMinutes &&
    modeCounts(meeting, areaCode, waivers)
  )
}

/** What keeps a held meeting from counting, for who logs it. */
export function meetingWarnings(
  meeting: Meeting,
  first: boolean,
  areaCode: string | null,
  waivers: readonly DecidedWaiver[] = [],
): Warning[] {
  if (meeting.held !== true) return []
  const rules = rulesOn(meeting.onDay)
  const warnings: Warning[] = []
  if (meeting.minutes < rules.delivery.meetingMinutes) warnings.push('meeting-too-short')
  if (!modeCounts(meeting, areaCode, waivers)) warnings.push('telephone-does-not-count')
  if (!meeting.individual) warnings.push('group-does-not-count')
  if (first && rules.delivery.firstMeetingPhysical && !countsPhysical(meeting, areaCode, waivers))
    warnings.push('first-meeting-physical')
  return warnings
}

/** A meeting is planned ahead and inside the spell. Problems: `meeting-in-the-past`, `not-in-service`. */
export function planMeeting(startsAt: Instant, now: Instant, state: LogState): Result<OwnSpell> {
  if (startsAt <= now) return fail(problem('meeting-in-the-past', { field: 'startsAt' }))
  const onDay = dayOf(startsAt)
  const spell = spellOn(onDay, state.spells)
  return spell ? ok(spell) : fail(problem('not-in-service', { field: 'startsAt', values: { day: onDay } }))
}

/**
 * What came of a meeting is recorded when it has begun, by the provider of that day.
 * Problems: `in-the-future`, `not-in-service`, and those of `checkAttendance`.
 */
export function attend(
  meeting: { readonly startsAt: Instant; readonly individual: boolean },
  attendance: Attendance,
  state: LogState & { readonly now: Instant },
): Result<{ spell: OwnSpell; attendance: Attendance }> {
  if (meeting.startsAt > state.now)
    return fail(problem('in-the-future', { field: 'startsAt', values: { today: state.today } }))
  const onDay = dayOf(meeting.startsAt)
  const spell = spellToLogIn(onDay, state)
  if (!spell.ok) return spell
  const checked = checkAttendance(attendance, meeting.individual, rulesOn(onDay))
  return checked.ok ? ok({ spell: spell.value, attendance: checked.value }) : checked
}
