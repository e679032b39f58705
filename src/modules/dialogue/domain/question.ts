import type { Day } from '../../../kernel/day.ts'
import { addWorkingDays } from '../../../kernel/working-days.ts'
import type { Rules } from '../../../rules/index.ts'

/** A question straight to the employment service (*fråga direkt*). */
export interface Question {
  readonly askedOn: Day
  readonly dueOn: Day
  readonly answeredOn: Day | null
}

export type QuestionState = 'open' | 'overdue' | 'answered-in-time' | 'answered-late'

/** The last day to answer: the 3rd working day after it was asked (programme 4.5). */
export function questionDueOn(askedOn: Day, rules: Rules): Day {
  return addWorkingDays(askedOn, rules.delivery.questionWorkingDays)
}

export function questionState({ dueOn, answeredOn }: Question, today: Day): QuestionState {
  if (answeredOn !== null) return answeredOn <= dueOn ? 'answered-in-time' : 'answered-late'
  return dueOn < today ? 'overdue' : 'open'
}
