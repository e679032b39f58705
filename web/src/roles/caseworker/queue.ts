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

const tabs: Readonly<Record<string, string>> = {
  'answer-assessment-review': '/decision',
  'investigate-deeper-support': '/decision',
  'plan-next-step': '/decision',
  'prepare-extension': '/decision',
  'plan-end-of-service': '/decision',
  'market.choose-together': '/choice',
  'market.name-adviser': '/choice',
  'delivery.decide-plan': '/delivery',
  'delivery.decide-deviation': '/delivery',
  'delivery.look-at-dispute': '/delivery',
  'delivery.decide-report': '/delivery',
  'verify-outcome': '/outcomes',
}

/** The part of the case where a kind of task is done; the overview for others. */
export const tabOf = (kind: string): string => tabs[kind] ?? ''
