import type { Day } from '../../../kernel/day.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { AbsenceReason, ActivityKind, ActivityRule, CompanyKind, Rules } from '../../../rules/index.ts'

/** What the periodic report tells apart: at the same place, or at a distance (programme 4.6). */
export type ActivityMode = 'physical' | 'remote'

/** Did the person come: a part of the time is `partly`. */
export type Came = 'yes' | 'no' | 'partly'

/** Three separate facts (programme 4.5): did the person come, did it take place, and if either fails, why. */
export type Attendance = {
  readonly came: Came
  readonly tookPlace: boolean
  /** An absence reason when the person did not come in full; otherwise why it was not held. Null when all went as planned. */
  readonly reason: AbsenceReason | NotHeldReason | null
}

/** Why something did not take place although nobody was to blame for being away. */
export type NotHeldReason = 'provider-hindered' | 'cancelled'
export const notHeldReasons: readonly NotHeldReason[] = ['provider-hindered', 'cancelled']

/** One activity as logged; `hours` in steps of a quarter. */
export type ActivityEntry = Attendance & {
  readonly onDay: Day
  readonly code: ActivityKind
  readonly hours: number
  readonly mode: ActivityMode
  readonly withWhom: CompanyKind
}

/** The rule of an allowed activity. Problems: `activity-forbidden`, `activity-unknown`. */
export function allowedActivity(code: string, rules: Rules): Result<ActivityRule> {
  const found = rules.delivery.activities.find((each) => each.code === code)
  if (found) return ok(found)
  const forbidden = rules.delivery.forbiddenActivities.some((each) => each.code === code)
  return fail(problem(forbidden ? 'activity-forbidden' : 'activity-unknown', { field: 'code', values: { code } }))
}

/** Whether hours are a positive number of the rule's steps, a quarter of an hour. Quarters add up exactly as numbers. */
export function isInSteps(hours: number, rules: Rules): boolean {
  return hours > 0 && Number.isInteger((hours * 60) / rules.delivery.hourStepMinutes)
}

/** Hours rounded to the nearest step, half up; for what is planned, never for what was logged. */
export function toStep(hours: number, rules: Rules): number {
  const steps = 60 / rules.delivery.hourStepMinutes
  return Math.round(hours * steps) / steps
}

/** Whether something was held with the person there, wholly or in part. */
export function wasHeld(attendance: Pick<Attendance, 'came' | 'tookPlace'>): boolean {
  return attendance.tookPlace && attendance.came !== 'no'
}

/**
 * Checks that the three facts fit together. `alone` = nothing can take place without the person.
 * Problems: `attendance-impossible`, `reason-missing`, `reason-unknown`.
 */
export function checkAttendance(attendance: Attendance, alone: boolean, rules: Rules): Result<Attendance> {
  const { came, tookPlace, reason } = attendance
  if (alone && came === 'no' && tookPlace) return fail(problem('attendance-impossible', { field: 'tookPlace' }))
  if (came === 'yes' && tookPlace) return ok({ came, tookPlace, reason: null })
  if (reason === null) return fail(problem('reason-missing', { field: 'reason' }))
  const known = [...rules.delivery.absenceReasons.map((each) => each.code), ...notHeldReasons] as readonly string[]
  if (!known.includes(reason)) return fail(problem('reason-unknown', { field: 'reason', values: { code: reason } }))
  return ok(attendance)
}

/**
 * Checks an entry by the law of its day: allowed code, hours in steps, own work alone and only own work, a course given by
 * the provider itself. Problems: `activity-forbidden`, `activity-unknown`, `hours-not-in-steps`, `own-work-is-own`,
 * `own-staff-only`, and those of `checkAttendance`.
 */
export function checkEntry(entry: ActivityEntry, rules: Rules): Result<ActivityEntry> {
  const allowed = allowedActivity(entry.code, rules)
  if (!allowed.ok) return allowed
  if (!isInSteps(entry.hours, rules))
    return fail(problem('hours-not-in-steps', { field: 'hours', values: { minutes: rules.delivery.hourStepMinutes } }))
  if ((entry.code === 'own-work') !== (entry.withWhom === 'own'))
    return fail(problem('own-work-is-own', { field: 'withWhom' }))
  if (allowed.value.ownStaffOnly && entry.withWhom !== 'adviser' && entry.withWhom !== 'provider-staff')
    return fail(problem('own-staff-only', { field: 'withWhom' }))
  const attendance = checkAttendance(entry, entry.withWhom === 'own', rules)
  return attendance.ok ? ok({ ...entry, ...attendance.value }) : attendance
}
