import { addDays, type Day, dayOfNumber, minDay } from '../../../kernel/day.ts'
import type { ActivityKind, Rules } from '../../../rules/index.ts'
import type { CountedSpell } from './clock-count.ts'
import type { Absence } from './log-day.ts'
import { movedDue } from './move-due.ts'

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

/**
 * One period of one rule: kept, breached, or still open. `from` is its first day; `dueOn` is the moved day, null = the absence
 * has no end; `movedFrom` the day before moving, of an open one that was moved.
 */
export type ClockPeriod = {
  readonly rule: ClockRule
  readonly from: Day
  readonly dueOn: Day | null
  readonly movedFrom?: Day
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

/**
 * A clock that starts anew at each event: the next is due `interval` days after the last, on the moved day. Without one the
 * period is breached and the clock runs on from the due day as it was before moving (programme 4.5, clocks exactly).
 * Ends with the first period that is not decided yet.
 */
function runningClock(rule: ClockRule, days: readonly number[], interval: number, spell: CountedSpell): ClockPeriod[] {
  const periods: ClockPeriod[] = []
  let anchor = spell.from
  let next = 0
  for (;;) {
    const due = anchor + interval
    const moved = movedDue(due, spell.absences)
    const from = dayOfNumber(anchor)
    const met = days[next]
    if (met !== undefined && (moved === null || met <= moved)) {
      const because = { code: 'held', values: { on: dayOfNumber(met) } }
      periods.push({ rule, from, dueOn: dayOfNumber(moved ?? due), state: 'kept', because })
      anchor = met
      next += 1
      continue
    }
    const because = { code: 'nothing-since', values: { from } }
    const dueOn = moved === null ? null : dayOfNumber(moved)
    if (moved === null || moved > spell.last) {
      const moving = moved === null || moved === due ? {} : { movedFrom: dayOfNumber(due) }
      periods.push({ rule, from, dueOn, ...moving, state: 'open', because })
      return periods
    }
    periods.push({ rule, from, dueOn, state: 'breached', because })
    anchor = due
  }
}

/** A development meeting at least every 14th day. */
export function meetingClock(spell: CountedSpell, rules: Rules): ClockPeriod[] {
  return runningClock('meeting-every-14-days', spell.meetings, rules.delivery.meetingIntervalDays, spell)
}

/** A physical one at least every 28th day. */
export function physicalMeetingClock(spell: CountedSpell, rules: Rules): ClockPeriod[] {
  const interval = rules.delivery.physicalMeetingIntervalDays
  return runningClock('meeting-physical-every-28-days', spell.physicalMeetings, interval, spell)
}

/** The first counted meeting must be physical; no line while there is none. */
export function firstMeetingClock(spell: CountedSpell, rules: Rules): ClockPeriod[] {
  const first = spell.meetings[0]
  if (first === undefined || !rules.delivery.firstMeetingPhysical) return []
  const physical = spell.physicalMeetings[0] === first
  const dueOn = dayOfNumber(first)
  return [
    {
      rule: 'first-meeting-physical',
      from: dayOfNumber(spell.from),
      dueOn,
      state: physical ? 'kept' : 'breached',
      because: { code: physical ? 'first-was-physical' : 'first-was-remote', values: { on: dueOn } },
    },
  ]
}

/** The plan: agreed at the latest on the first day + 14, not moved, and its hours at least the available ones. */
export function planClocks(of: ClockCase, rules: Rules): ClockPeriod[] {
  const dueOn = addDays(of.service.from, rules.delivery.planDays)
  const needs = of.availableHours ?? rules.delivery.planHoursPerWeek
  const last = of.service.to === null ? of.until : minDay(of.service.to, of.until)
  const plan = of.plan && of.plan.on >= of.service.from && of.plan.on <= last ? of.plan : undefined
  const agreed = plan !== undefined && plan.on <= dueOn
  const covers = agreed && plan.hours >= needs
  const unmet = dueOn <= last ? 'breached' : 'open'
  const when: ClockBecause = plan ? { code: 'agreed', values: { on: plan.on } } : { code: 'no-plan' }
  // A plan that came too late covered nothing on the due day, however many hours it has.
  const hours: ClockBecause = agreed ? { code: 'hours', values: { has: plan.hours, needs } } : when
  const { from } = of.service
  return [
    { rule: 'plan-agreed', from, dueOn, state: agreed ? 'kept' : unmet, because: when },
    { rule: 'plan-covers-hours', from, dueOn, state: covers ? 'kept' : unmet, because: hours },
  ]
}
