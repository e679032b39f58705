import type { Day } from '../../../kernel/day.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { addWorkingDays } from '../../../kernel/working-days.ts'
import type { Rules } from '../../../rules/index.ts'

/** Who makes the choice: the person, a caseworker at the person's side, or the nearest-provider rule. */
export type ChosenBy = 'participant' | 'caseworker' | 'rule'

export type StartAsked = {
  readonly by: ChosenBy
  readonly chosenOn: Day
  /** An earlier start that was asked for; null = the ordinary day. */
  readonly startOn: Day | null
  readonly startReason: string | null
}

/** The 10th working day after the day of the choice or placement (programme 4.4). */
export function ordinaryFirstDay(chosenOn: Day, rules: Rules): Day {
  return addWorkingDays(chosenOn, rules.market.startDelayWorkingDays)
}

/**
 * The first day in service: the ordinary one, or an earlier one that a caseworker gives a reason for (programme 4.4).
 * Problems: `early-start-only-by-caseworker`, `early-start-needs-reason`, `start-before-choice`, `start-too-late`.
 */
export function firstDayOfService(asked: StartAsked, rules: Rules): Result<Day> {
  const ordinary = ordinaryFirstDay(asked.chosenOn, rules)
  const { startOn, chosenOn } = asked
  if (startOn === null || startOn === ordinary) return ok(ordinary)
  const at = { field: 'startOn' }
  if (startOn > ordinary) return fail(problem('start-too-late', { ...at, values: { latest: ordinary } }))
  if (asked.by !== 'caseworker') return fail(problem('early-start-only-by-caseworker', at))
  if (startOn < chosenOn) return fail(problem('start-before-choice', { ...at, values: { earliest: chosenOn } }))
  if (!asked.startReason?.trim()) return fail(problem('early-start-needs-reason', { field: 'startReason' }))
  return ok(startOn)
}
