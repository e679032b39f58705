import { addDays, type Day, maxDay } from '../../../kernel/day.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { addWorkingDays } from '../../../kernel/working-days.ts'
import type { Rules } from '../../../rules/index.ts'
import { mayStartOn } from '../../decision/domain/index.ts'

/** Who makes the choice: the person, a caseworker at the person's side, or the nearest-provider rule. */
export type ChosenBy = 'participant' | 'caseworker' | 'rule'

export type StartAsked = {
  readonly by: ChosenBy
  readonly chosenOn: Day
  /** The first day unless another is asked for: `ordinaryFirstDay`, or `firstDayBack`. */
  readonly ordinary: Day
  /** An earlier start that was asked for; null = the ordinary day. */
  readonly startOn: Day | null
  readonly startReason: string | null
}

/**
 * The 10th working day after the day of the choice or placement, sooner where the decision allows it (programme 4.4).
 *
 * @param earlyStartOn the day from which the decision lets service start, null when it says nothing
 */
export function ordinaryFirstDay(chosenOn: Day, earlyStartOn: Day | null, rules: Rules): Day {
  return mayStartOn(earlyStartOn, chosenOn, rules)
}

/** Who returns after an interruption goes on without a new wait, like at a change of provider (programme 4.3, 4.4). */
export function firstDayBack(chosenOn: Day, returnOn: Day, rules: Rules): Day {
  return maxDay(returnOn, addWorkingDays(chosenOn, rules.market.changeDelayWorkingDays))
}

/**
 * The first day in service: the ordinary one, or an earlier one that a caseworker gives a reason for (programme 4.4).
 * Problems: `early-start-only-by-caseworker`, `early-start-needs-reason`, `start-before-choice`, `start-too-late`.
 */
export function firstDayOfService(asked: StartAsked): Result<Day> {
  const { startOn, chosenOn, ordinary } = asked
  if (startOn === null || startOn === ordinary) return ok(ordinary)
  const at = { field: 'startOn' }
  if (startOn > ordinary) return fail(problem('start-too-late', { ...at, values: { latest: ordinary } }))
  if (asked.by !== 'caseworker') return fail(problem('early-start-only-by-caseworker', at))
  const earliest = addDays(chosenOn, 1)
  if (startOn < earliest) return fail(problem('start-before-choice', { ...at, values: { earliest } }))
  if (!asked.startReason?.trim()) return fail(problem('early-start-needs-reason', { field: 'startReason' }))
  return ok(startOn)
}
