import { addDays, type Day, minDay } from '../../../kernel/day.ts'
import type { ActivityKind, Rules } from '../../../rules/index.ts'
import type { Absence } from './log-day.ts'
import { moveDue } from './move-due.ts'

export type ClockRule =
  | 'meeting-every-14-days'
  | 'meeting-physical-every-28-days'
  | 'first-meeting-physical'
  | 'weekly-physical-activity'
  | 'plan-agreed'
  | 'plan-covers-hours'
  | 'weekly-hours'
  | 'half-physical'

/** Why a period stands as it does, with the day or number that decides it. */
export type ClockBecause = { readonly code: string; readonly values?: Readonly<Record<string, string | number>> }

/** One period of one rule: kept, breached, or still open. `dueOn` is the moved day; null = the absence has no end. */
export type ClockPeriod = {
  readonly rule: ClockRule
  readonly dueOn: Day | null
  readonly state: 'kept' | 'breached' | 'open'
  readonly because: ClockBecause
}

export type ClockMeeting = { readonly on: Day; readonly minutes: number; readonly physical: boolean }
export type ClockActivity = {
  readonly on: Day
  readonly hours: number
  readonly physical: boolean
  readonly kind: ActivityKind
}

/**
 * One spell with one provider. Days are inclusive; `null` = open. Meetings that do not count (telephone without waiver, not
 * individual) are left out by the caller.
 */
export type ClockCase = {
  readonly service: { readonly from: Day; readonly to: Day | null }
  readonly plan: { readonly on: Day; readonly hours: number } | null
  readonly meetings: readonly ClockMeeting[]
  readonly activities: readonly ClockActivity[]
  readonly absences: readonly Absence[]
  /** Days in a full-time parallel measure. */
  readonly parallel?: readonly Absence[] | undefined
  readonly availableHours?: number | undefined
  /** First day of the chain; the service's first day when absent. */
  readonly chainFrom?: Day | undefined
  /** As known at the end of this day. */
  readonly until: Day
}

/** The last day that counts: the earlier of `until` and the last day in service. */
export function horizonOf(of: Pick<ClockCase, 'service' | 'until'>): Day {
  return of.service.to === null ? of.until : minDay(of.service.to, of.until)
}

/** Facts that lie in service and up to `until`. */
export function within<F extends { readonly on: Day }>(facts: readonly F[], of: ClockCase): F[] {
  const last = horizonOf(of)
  return facts.filter((fact) => fact.on >= of.service.from && fact.on <= last)
}

/** Days with a counted meeting, in order; several on one day are one, physical if one of them is. */
function countedDays(of: ClockCase, rules: Rules): { on: Day; physical: boolean }[] {
  const days = new Map<Day, boolean>()
  for (const meeting of within(of.meetings, of)) {
    if (meeting.minutes < rules.delivery.meetingMinutes) continue
    days.set(meeting.on, (days.get(meeting.on) ?? false) || meeting.physical)
  }
  return [...days].map(([on, physical]) => ({ on, physical })).sort((a, b) => (a.on < b.on ? -1 : 1))
}

/**
 * A clock that starts anew at each event: the next is due `interval` days after the last, on the moved day. Without one the
 * period is breached and the clock runs on from the due day as it was before moving (programme 4.5, clocks exactly).
 * Ends with the first period that is not decided yet.
 */
function runningClock(
  rule: ClockRule,
  days: readonly Day[],
  interval: number,
  of: Pick<ClockCase, 'service' | 'until' | 'absences'>,
): ClockPeriod[] {
  const last = horizonOf(of)
  const periods: ClockPeriod[] = []
  let anchor = of.service.from
  let next = 0
  for (;;) {
    const due = addDays(anchor, interval)
    const dueOn = moveDue(due, of.absences)
    const met = days[next]
    if (met !== undefined && (dueOn === null || met <= dueOn)) {
      periods.push({ rule, dueOn: dueOn ?? due, state: 'kept', because: { code: 'held', values: { on: met } } })
      anchor = met
      next += 1
      continue
    }
    const since: ClockBecause = { code: 'nothing-since', values: { from: anchor } }
    if (dueOn === null || dueOn > last) return [...periods, { rule, dueOn, state: 'open', because: since }]
    periods.push({ rule, dueOn, state: 'breached', because: since })
    anchor = due
  }
}

/** A development meeting at least every 14th day. */
export function meetingClock(of: ClockCase, rules: Rules): ClockPeriod[] {
  const days = countedDays(of, rules).map((each) => each.on)
  return runningClock('meeting-every-14-days', days, rules.delivery.meetingIntervalDays, of)
}

/** A physical one at least every 28th day. */
export function physicalMeetingClock(of: ClockCase, rules: Rules): ClockPeriod[] {
  const days = countedDays(of, rules).filter((each) => each.physical)
  const interval = rules.delivery.physicalMeetingIntervalDays
  return runningClock(
    'meeting-physical-every-28-days',
    days.map((each) => each.on),
    interval,
    of,
  )
}

/** The first counted meeting must be physical; no line while there is none. */
export function firstMeetingClock(of: ClockCase, rules: Rules): ClockPeriod[] {
  const first = countedDays(of, rules)[0]
  if (first === undefined || !rules.delivery.firstMeetingPhysical) return []
  return [
    {
      rule: 'first-meeting-physical',
      dueOn: first.on,
      state: first.physical ? 'kept' : 'breached',
      because: { code: first.physical ? 'first-was-physical' : 'first-was-remote', values: { on: first.on } },
    },
  ]
}

/** The plan: agreed at the latest on the first day + 14, not moved, and its hours at least the available ones. */
export function planClocks(of: ClockCase, rules: Rules): ClockPeriod[] {
  const dueOn = addDays(of.service.from, rules.delivery.planDays)
  const needs = of.availableHours ?? rules.delivery.planHoursPerWeek
  const plan = of.plan === null ? undefined : within([of.plan], of)[0]
  const agreed = plan !== undefined && plan.on <= dueOn
  const covers = agreed && plan.hours >= needs
  const unmet = dueOn <= horizonOf(of) ? 'breached' : 'open'
  const when: ClockBecause = plan ? { code: 'agreed', values: { on: plan.on } } : { code: 'no-plan' }
  const hours: ClockBecause = plan ? { code: 'hours', values: { has: plan.hours, needs } } : { code: 'no-plan' }
  return [
    { rule: 'plan-agreed', dueOn, state: agreed ? 'kept' : unmet, because: when },
    { rule: 'plan-covers-hours', dueOn, state: covers ? 'kept' : unmet, because: hours },
  ]
}
