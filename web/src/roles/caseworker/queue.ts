import { addDays, type Day, mondayOf } from '../../../../src/kernel/day.ts'

/** A work item of `GET /tasks`. */
export type Task = {
  id: string
  kind: string
  caseId: string | null
  person: string | null
  why: { code: string; values?: Record<string, string | number> }
  dueOn: Day
  subjectId: string
  mine: boolean
}

export const groupsInOrder = ['late', 'today', 'week', 'later'] as const
export type Group = (typeof groupsInOrder)[number]

/** The queue by deadline: what is late, due today, due this week (to Sunday), and the rest. */
export function byDeadline(tasks: readonly Task[], today: Day): Map<Group, Task[]> {
  const weekEnds = addDays(mondayOf(today), 6)
  return Map.groupBy(tasks, ({ dueOn }): Group => {
    if (dueOn < today) return 'late'
    if (dueOn === today) return 'today'
    return dueOn <= weekEnds ? 'week' : 'later'
  })
}

/** The answer of `GET /tasks`: a page of it, and what waits in all by kind. */
export type TaskPage = {
  items: readonly Task[]
  page: number
  limit: number
  total: number
  doneToday: number
  kinds: readonly { kind: string; count: number }[]
}

/** The part of the case where each kind of work item of a caseworker is finished; a test holds them against the modules'. */
export const tabs: Readonly<Record<string, string>> = {
  'answer-assessment-review': '/decision',
  'investigate-deeper-support': '/decision',
  'plan-next-step': '/decision',
  'decide-when-budget-opens': '/decision',
  'prepare-extension': '/extension',
  'plan-end-of-service': '/extension',
  'market.choose-together': '/choice',
  'market.name-adviser': '/choice',
  'delivery.name-adviser': '/choice',
  'delivery.decide-plan': '/delivery',
  'delivery.decide-deviation': '/delivery',
  'delivery.settle-dispute': '/delivery',
  'delivery.decide-report': '/delivery',
  'delivery.answer-informative': '/delivery',
  'delivery.read-final-report': '/delivery',
  'dialogue.answer-question': '/dialogue',
  'dialogue.contact-about-report': '/dialogue',
  'decide-referral': '/decision',
  'look-at-signal': '/outcomes',
  'verify-outcome': '/outcomes',
  'settle-money': '/money',
}

/** The part of the case where a kind of task is done; the overview for others. */
export const tabOf = (kind: string): string => tabs[kind] ?? ''

/** What the queue is narrowed to; kept while the caseworker goes through it from case to case, never in the address. */
export const narrowed: { kind: string } = { kind: '' }

/** The work items that stand on a case in the order of the queue, and the first that stands on another. */
export function aroundCase(tasks: readonly Task[], caseId: string): { here: Task[]; next: Task | null } {
  return {
    here: tasks.filter((task) => task.caseId === caseId),
    next: tasks.find((task) => task.caseId !== null && task.caseId !== caseId) ?? null,
  }
}
