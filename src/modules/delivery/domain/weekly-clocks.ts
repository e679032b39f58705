import {
  addDays,
  addMonths,
  type Day,
  firstDayOf,
  lastDayOf,
  minDay,
  mondayOf,
  monthOf,
  nextMonth,
} from '../../../kernel/day.ts'
import { isWorkingDay } from '../../../kernel/working-days.ts'
import type { Rules } from '../../../rules/index.ts'
import { type ClockActivity, type ClockCase, type ClockPeriod, horizonOf, within } from './clocks.ts'
import { type Absence, isAbsent } from './log-day.ts'

/** The Mondays of the ISO weeks that the service touches, up to the week of the last day that counts. */
function weeksOf(of: ClockCase): Day[] {
  const weeks: Day[] = []
  const last = horizonOf(of)
  for (let monday = mondayOf(of.service.from); monday <= last; monday = addDays(monday, 7)) weeks.push(monday)
  return weeks
}

/** Working days of the week that lie in service and outside the absences; `until` does not shorten the week. */
function workingDaysOf(monday: Day, of: ClockCase, away: readonly Absence[]): Day[] {
  const { from, to } = of.service
  return [0, 1, 2, 3, 4, 5, 6]
    .map((n) => addDays(monday, n))
    .filter((day) => day >= from && (to === null || day <= to) && isWorkingDay(day) && !isAbsent(day, away))
}

/** Activities that count toward duties: every kind but own work (programme 4.5). */
function dutiful(of: ClockCase, rules: Rules): ClockActivity[] {
  const kinds = rules.delivery.activities.filter((rule) => rule.countsTowardDuties).map((rule) => rule.code)
  return within(of.activities, of).filter((activity) => kinds.includes(activity.kind))
}

/** What happened on the seven days from a Monday. */
function inWeek(activities: readonly ClockActivity[], monday: Day): ClockActivity[] {
  const end = addDays(monday, 7)
  return activities.filter((activity) => activity.on >= monday && activity.on < end)
}

/**
 * Each ISO week with at least 3 working days in service outside approved absence needs a physical activity; due on the last
 * of those days. Full-time days of a parallel measure are as absence here. No lines where the rule has lapsed (ROM2).
 */
export function weeklyActivityClock(of: ClockCase, rules: Rules): ClockPeriod[] {
  const least = rules.delivery.weeklyPhysicalActivities
  if (least === null) return []
  const away = [...of.absences, ...(of.parallel ?? [])]
  const physical = dutiful(of, rules).filter((activity) => activity.physical)
  const last = horizonOf(of)
  return weeksOf(of).flatMap((monday): ClockPeriod[] => {
    const days = workingDaysOf(monday, of, away)
    const dueOn = days.at(-1)
    if (dueOn === undefined || days.length < rules.delivery.weekNeedsWorkingDays) return []
    const has = inWeek(physical, monday).length
    const state = has >= least ? 'kept' : dueOn <= last ? 'breached' : 'open'
    const because = { code: 'physical-activities', values: { week: monday, has, needs: least } }
    return [{ rule: 'weekly-physical-activity', dueOn, state, because }]
  })
}

/**
 * ROM2: hours of tailored support per ISO week, each working day in service a fifth of the week's hours of its month in the
 * chain; full-time days of a parallel measure need none. Due on the last working day of the week in service.
 */
export function weeklyHoursClock(of: ClockCase, rules: Rules): ClockPeriod[] {
  const table = rules.delivery.weeklyHours
  if (table === null) return []
  const chainFrom = of.chainFrom ?? of.service.from
  const needOn = (day: Day) => {
    const month = monthOfChain(chainFrom, day)
    return table.find((row) => month >= row.fromMonth && month <= row.toMonth)?.hours ?? 0
  }
  const activities = dutiful(of, rules)
  const last = horizonOf(of)
  return weeksOf(of).flatMap((monday): ClockPeriod[] => {
    const days = workingDaysOf(monday, of, of.parallel ?? [])
    const dueOn = days.at(-1)
    if (dueOn === undefined) return []
    // In fifths of an hour, so that nothing is rounded.
    const fifths = days.reduce((total, day) => total + needOn(day), 0)
    const has = inWeek(activities, monday).reduce((total, activity) => total + activity.hours, 0)
    const state = has * 5 >= fifths ? 'kept' : dueOn <= last ? 'breached' : 'open'
    const because = { code: 'hours-of-support', values: { week: monday, has, needs: fifths / 5 } }
    return [{ rule: 'weekly-hours', dueOn, state, because }]
  })
}

/** Which calendar month of the chain a day lies in, from 1: a month begins on the day number of the chain's first day. */
function monthOfChain(chainFrom: Day, day: Day): number {
  let month = 1
  while (addMonths(chainFrom, month) <= day) month += 1
  return month
}

/** ROM2: at least half of the month's activities are physical, by number; due on the month's last day in service. */
export function halfPhysicalClock(of: ClockCase, rules: Rules): ClockPeriod[] {
  const percent = rules.delivery.physicalActivityPercent
  if (percent === null) return []
  const activities = dutiful(of, rules)
  const last = horizonOf(of)
  const periods: ClockPeriod[] = []
  for (let month = monthOf(of.service.from); firstDayOf(month) <= last; month = nextMonth(month)) {
    const own = activities.filter((activity) => monthOf(activity.on) === month)
    if (own.length === 0) continue
    const physical = own.filter((activity) => activity.physical).length
    const end = lastDayOf(month)
    const dueOn = of.service.to === null ? end : minDay(end, of.service.to)
    const state = physical * 100 >= own.length * percent ? 'kept' : dueOn <= last ? 'breached' : 'open'
    const because = { code: 'physical-share', values: { month, physical, all: own.length } }
    periods.push({ rule: 'half-physical', dueOn, state, because })
  }
  return periods
}
