import type { Day } from '../../../kernel/day.ts'
import { addWorkingDays } from '../../../kernel/working-days.ts'
import type { Rules } from '../../../rules/index.ts'

/** What a complaint is about. */
export const complaintSubjects = ['provider', 'employment-service', 'other'] as const
export type ComplaintSubject = (typeof complaintSubjects)[number]

/** A participant's complaint (*klagomål*): received, and answered by the overseer. */
export interface Complaint {
  readonly receivedOn: Day
  readonly dueOn: Day
  readonly answeredOn: Day | null
}

/** The last day to answer: the 15th working day after it came (programme 7). */
export function complaintDueOn(receivedOn: Day, rules: Rules): Day {
  return addWorkingDays(receivedOn, rules.oversight.complaintAnsweredWorkingDays)
}

export function complaintState({ answeredOn, dueOn }: Complaint, today: Day): 'received' | 'overdue' | 'answered' {
  if (answeredOn !== null) return 'answered'
  return dueOn < today ? 'overdue' : 'received'
}
