import type { Day } from '../../../kernel/day.ts'
import { type Problem, problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { ActivityKind, ActivityRule, Rules } from '../../../rules/index.ts'
import { type ActivityMode, allowedActivity, isInSteps } from './activity.ts'
import { type LogState, spellOn } from './log-day.ts'

/** One kind of activity in the plan. */
export type PlannedActivity = {
  readonly code: ActivityKind
  readonly hoursPerWeek: number
  readonly mode: ActivityMode
  /** What is done, in words. */
  readonly content?: string | null | undefined
  /** All hours of a short course; others run on. */
  readonly totalHours?: number | null | undefined
  /** The real vacancy or regular study place that a short course is tied to. */
  readonly vacancy?: string | null | undefined
}

/** The joint development plan, agreed between participant and adviser (programme 4.5). */
export type Plan = {
  readonly goals: string
  readonly activities: readonly PlannedActivity[]
  readonly languageSupport: boolean
  readonly agreedOn: Day
}

export type PlanState = LogState & {
  /** The day of the mapping with this provider, or null. */
  readonly mappedOn: Day | null
  /** Hours a week that the person can work; null = not known. */
  readonly availableHours: number | null
  /** The caseworker has decided a parallel measure. */
  readonly parallelMeasureDecided: boolean
}

/** Hours a week of all activities, own work included; exact, for all are in steps of a quarter. */
export function hoursPerWeek(activities: readonly PlannedActivity[]): number {
  return activities.reduce((total, each) => total + each.hoursPerWeek, 0)
}

/**
 * Checks a plan before it goes to the caseworker: mapping first, agreed in service, only what is allowed, and all
 * available hours covered (programme 4.5). Problems: `mapping-missing`, `in-the-future`, `not-in-service`, `plan-empty`,
 * `activity-twice`, `activity-forbidden`, `activity-unknown`, `hours-not-in-steps`, `needs-decision`,
 * `course-needs-vacancy`, `course-too-long`, `plan-hours-too-few`, `plan-hours-too-many`.
 */
export function checkPlan(plan: Plan, state: PlanState, rules: Rules): Result<Plan & { hoursPerWeek: number }> {
  if (state.mappedOn === null) return fail(problem('mapping-missing'))
  if (plan.agreedOn > state.today) return fail(problem('in-the-future', { field: 'agreedOn' }))
  if (spellOn(plan.agreedOn, state.spells) === null) return fail(problem('not-in-service', { field: 'agreedOn' }))
  const faulty = activitiesFault(plan.activities, state, rules)
  if (faulty) return fail(faulty)
  const has = hoursPerWeek(plan.activities)
  const needs = state.availableHours ?? rules.delivery.planHoursPerWeek
  if (has < needs) return fail(problem('plan-hours-too-few', { field: 'activities', values: { has, needs } }))
  // Who stands at the market's disposal for more than a week's most plans just that.
  const most = Math.max(rules.delivery.planMostHoursPerWeek, needs)
  if (has > most) return fail(problem('plan-hours-too-many', { field: 'activities', values: { has, most } }))
  return ok({ ...plan, hoursPerWeek: has })
}

function activitiesFault(activities: readonly PlannedActivity[], state: PlanState, rules: Rules): Problem | null {
  if (activities.length === 0) return problem('plan-empty', { field: 'activities' })
  const seen = new Set<string>()
  for (const activity of activities) {
    const { code } = activity
    if (seen.has(code)) return problem('activity-twice', { field: 'activities', values: { code } })
    seen.add(code)
    const allowed = allowedActivity(code, rules)
    if (!allowed.ok) return { ...allowed.problem, field: 'activities' }
    if (!isInSteps(activity.hoursPerWeek, rules)) return notInSteps(rules)
    if (allowed.value.needsDecision && !state.parallelMeasureDecided)
      return problem('needs-decision', { field: 'activities', values: { code } })
    const course = allowed.value.maxHours === null ? null : courseFault(activity, allowed.value, rules)
    if (course) return course
  }
  return null
}

function courseFault(activity: PlannedActivity, allowed: ActivityRule, rules: Rules): Problem | null {
  if (!activity.vacancy?.trim()) return problem('course-needs-vacancy', { field: 'activities' })
  const total = activity.totalHours ?? null
  if (total !== null && !isInSteps(total, rules)) return notInSteps(rules)
  if (total === null || total > (allowed.maxHours ?? total))
    return problem('course-too-long', { field: 'activities', values: { most: allowed.maxHours ?? 0 } })
  return null
}

function notInSteps(rules: Rules): Problem {
  return problem('hours-not-in-steps', { field: 'activities', values: { minutes: rules.delivery.hourStepMinutes } })
}
