import type { Day } from '../../../kernel/day.ts'
import { addWorkingDays } from '../../../kernel/working-days.ts'
import type { Rules } from '../../../rules/index.ts'

/**
 * Why a person chooses: a new decision, a move to an area without the provider, a return after an interruption, or the
 * contract with the provider is over before the service is.
 */
export type ChoiceCause = 'referral' | 'moved' | 'returned' | 'contract-over'

/** Whether the choice is a change: the person has a provider, with whom service goes on until the new one takes over. */
export function isChange(cause: ChoiceCause): boolean {
  return cause === 'moved' || cause === 'contract-over'
}

/** `openedOn` is day 0, when the letter is available; the choice must be in by the end of `dueOn`. */
export type ChoiceDays = {
  readonly openedOn: Day
  /** The reminder goes out on the morning of this day. */
  readonly remindOn: Day
  readonly dueOn: Day
  /** The nearest-provider rule is applied by job on this day. */
  readonly placeOn: Day
}

/** The days of a choice window, all working days counted from day 0 (programme 4.4; 4.3 for a move). */
export function choiceDays(openedOn: Day, cause: ChoiceCause, rules: Rules): ChoiceDays {
  const { market } = rules
  const length = cause === 'moved' ? market.moveChoiceWorkingDays : market.choiceWorkingDays
  return {
    openedOn,
    remindOn: addWorkingDays(openedOn, market.reminderWorkingDay),
    dueOn: addWorkingDays(openedOn, length),
    placeOn: addWorkingDays(openedOn, Math.max(market.placementWorkingDay, length + 1)),
  }
}
