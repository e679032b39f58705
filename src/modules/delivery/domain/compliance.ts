import type { Day } from '../../../kernel/day.ts'
import type { Rules } from '../../../rules/index.ts'
import { countSpell } from './clock-count.ts'
import {
  type ClockBecause,
  type ClockCase,
  type ClockPeriod,
  type ClockRule,
  firstMeetingClock,
  meetingClock,
  physicalMeetingClock,
  planClocks,
} from './clocks.ts'
import { halfPhysicalClock, weeklyActivityClock, weeklyHoursClock } from './weekly-clocks.ts'

/** One decided period, as `./krom compliance` lists it. */
export type ComplianceLine = {
  readonly rule: ClockRule
  readonly dueOn: Day
  readonly state: 'kept' | 'breached'
  readonly because: ClockBecause
}

/** Every period of every clock of a spell, the open ones too (programme 4.5, clocks exactly). */
export function clockPeriods(of: ClockCase, rules: Rules): ClockPeriod[] {
  const spell = countSpell(of, rules)
  return [
    ...meetingClock(spell, rules),
    ...physicalMeetingClock(spell, rules),
    ...firstMeetingClock(spell, rules),
    ...weeklyActivityClock(spell, rules),
    ...planClocks(of, rules),
    ...weeklyHoursClock(spell, rules),
    ...halfPhysicalClock(spell, rules),
  ]
}

/** The decided periods: kept, or breached by both `until` and the last day in service. */
export function complianceLines(of: ClockCase, rules: Rules): ComplianceLine[] {
  return clockPeriods(of, rules).flatMap((period) => {
    const { rule, dueOn, state, because } = period
    return state === 'open' || dueOn === null ? [] : [{ rule, dueOn, state, because }]
  })
}

/**
 * What is due next by one clock; `overdue` when the period before it was not kept, so that the duty is owed already;
 * `movedFrom` the day on which it would have been due but for a holiday or an approved absence.
 */
export type NextDue = {
  readonly rule: ClockRule
  readonly dueOn: Day
  readonly movedFrom: Day | null
  readonly overdue: boolean
}

/** The open duties of a spell that goes on, the earliest first; a duty after the last day in service is none. */
export function nextDue(of: ClockCase, rules: Rules): NextDue[] {
  const periods = clockPeriods(of, rules)
  const due = periods.flatMap((period, index): NextDue[] => {
    if (period.state !== 'open' || period.dueOn === null) return []
    if (of.service.to !== null && period.dueOn > of.service.to) return []
    const before = periods[index - 1]
    const runs = period.rule === 'meeting-every-14-days' || period.rule === 'meeting-physical-every-28-days'
    const overdue = runs && before?.rule === period.rule && before.state === 'breached'
    return [{ rule: period.rule, dueOn: period.dueOn, movedFrom: period.movedFrom ?? null, overdue }]
  })
  return due.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}
