import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { AbsenceReason, DeviationKind, Rules } from '../../../rules/index.ts'
import { type LogState, type OwnSpell, spellToLogIn } from './log-day.ts'

/** An absence, or something else that the caseworker must know (programme 4.5). */
export type DeviationReport = {
  readonly kind: 'absence' | DeviationKind
  readonly firstDay: Day
  readonly lastDay: Day
  /** Minutes away; for an absence of less than whole days. */
  readonly minutes: number | null
  /** Of an absence only. */
  readonly reason: AbsenceReason | null
  readonly description: string | null
}

/**
 * Checks a deviation report: about days that are over, inside one spell, an absence over 15 minutes with its reason.
 * `endsAt` is the end of the meeting it is about, if any. Problems: `end-before-start`, `not-over-yet`, `in-the-future`,
 * `not-in-service`, `absence-too-short`, `reason-missing`, `description-missing`.
 */
export function checkDeviation(
  report: DeviationReport,
  state: LogState & { readonly now: Instant; readonly endsAt: Instant | null },
  rules: Rules,
): Result<OwnSpell> {
  if (report.lastDay < report.firstDay)
    return fail(
      problem('end-before-start', { field: 'lastDay', values: { from: report.firstDay, to: report.lastDay } }),
    )
  if (state.endsAt !== null && state.endsAt > state.now) return fail(problem('not-over-yet'))
  const spell = spellToLogIn(report.lastDay, state)
  if (!spell.ok) return spell
  if (report.firstDay < spell.value.firstDay)
    return fail(problem('not-in-service', { field: 'firstDay', values: { day: report.firstDay } }))
  if (report.kind !== 'absence') {
    return report.description?.trim() ? spell : fail(problem('description-missing', { field: 'description' }))
  }
  if (report.reason === null) return fail(problem('reason-missing', { field: 'reason' }))
  const least = rules.delivery.absenceMinutes
  if (report.minutes !== null && report.minutes <= least)
    return fail(problem('absence-too-short', { field: 'minutes', values: { minutes: least } }))
  return ok(spell.value)
}

/**
 * Whether the caseworker may accept it: an unknown reason is never approved absence (programme 4.5).
 * Problems: `already-decided`, `absence-reason-unknown`, `why-missing`.
 */
export function decideDeviation(
  report: Pick<DeviationReport, 'kind' | 'reason'> & { readonly outcome: string | null },
  outcome: 'accepted' | 'not-accepted',
  why: string | null,
): Result<null> {
  if (report.outcome !== null) return fail(problem('already-decided'))
  if (outcome === 'accepted' && report.reason === 'unknown') return fail(problem('absence-reason-unknown'))
  if (outcome === 'not-accepted' && !why?.trim()) return fail(problem('why-missing', { field: 'why' }))
  return ok(null)
}
