import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { Rules } from '../../../rules/index.ts'
import { type Attendance, toStep } from './activity.ts'

/** What is said of somebody's part in a planned session. */
export type Part = Pick<Attendance, 'came' | 'tookPlace' | 'reason'> & {
  /** Minutes that the person was away; of one who came to a part of it. */
  readonly minutesAway: number | null
}

/**
 * How many minutes of a session the person was away: none or all of it, or what is said of one who came partly.
 * Problems: `minutes-away-missing`, `minutes-away-impossible`.
 */
export function minutesAway({ came, minutesAway }: Part, sessionMinutes: number): Result<number> {
  if (came === 'yes') return ok(0)
  if (came === 'no') return ok(sessionMinutes)
  if (minutesAway === null) return fail(problem('minutes-away-missing', { field: 'minutesAway' }))
  if (minutesAway < 1 || minutesAway >= sessionMinutes)
    return fail(
      problem('minutes-away-impossible', { field: 'minutesAway', values: { most: Math.max(sessionMinutes - 1, 1) } }),
    )
  return ok(minutesAway)
}

/** An absence that must be reported when the session is over: longer than the rule's minutes, and the person's (programme 4.5). */
export function mustReport(part: Pick<Part, 'reason'>, away: number, rules: Rules): boolean {
  return part.reason !== null && away > rules.delivery.absenceMinutes && isAbsence(part.reason, rules)
}

function isAbsence(reason: NonNullable<Part['reason']>, rules: Rules): boolean {
  return rules.delivery.absenceReasons.some((each) => each.code === reason)
}

/** The hours to log of a session: all of it, also for who did not come, or what is left when somebody was away a part of it. */
export function hoursOf(came: Part['came'], sessionMinutes: number, away: number, rules: Rules): number {
  const minutes = came === 'partly' ? sessionMinutes - away : sessionMinutes
  return Math.max(toStep(minutes / 60, rules), rules.delivery.hourStepMinutes / 60)
}
