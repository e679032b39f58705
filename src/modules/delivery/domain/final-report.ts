import type { Day } from '../../../kernel/day.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { addWorkingDays } from '../../../kernel/working-days.ts'
import type { ActivityKind, Rules } from '../../../rules/index.ts'
import type { Spell } from '../../market/domain/index.ts'

/** What the person does after the service. */
export type Occupation = 'work' | 'studies' | 'jobseeking' | 'other-measure' | 'sick-leave' | 'other'
export const occupations: readonly Occupation[] = [
  'work',
  'studies',
  'jobseeking',
  'other-measure',
  'sick-leave',
  'other',
]

/** Given when a spell has ended: what was done, what came of it, what is next (programme 4.6). */
export type FinalReport = {
  readonly occupation: Occupation
  readonly done: readonly { readonly code: ActivityKind; readonly text: string }[]
  readonly progress: string
  readonly nextStep: string
}

/** The last day for the final report: the 5th working day after the end. */
export function finalReportDueOn(lastDay: Day, rules: Rules): Day {
  return addWorkingDays(lastDay, rules.delivery.finalReportWorkingDays)
}

/**
 * A final report comes when the spell is over, once; a correction is a new report that points to the one that stands.
 * `current` is that one's key. Problems: `not-over-yet`, `already-reported`, `changed-meanwhile`.
 */
export function canGiveFinalReport(
  spell: Spell,
  state: { readonly today: Day; readonly current: string | null; readonly corrects: string | null },
): Result<Day> {
  if (spell.lastDay === null || spell.lastDay > state.today) return fail(problem('not-over-yet'))
  if (state.corrects === state.current) return ok(spell.lastDay)
  return fail(problem(state.corrects === null ? 'already-reported' : 'changed-meanwhile'))
}
