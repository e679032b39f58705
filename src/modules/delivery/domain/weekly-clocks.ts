import { dayOfNumber, weekdayOfNumber } from '../../../kernel/day.ts'
import { addMonthsToDay, firstDayNumber, monthNumberOfDay, monthOfNumber } from '../../../kernel/day-count.ts'
import { workingDayNumberOnOrAfter } from '../../../kernel/working-days.ts'
import type { Rules, WeeklyHours } from '../../../rules/index.ts'
import { type CountedActivity, type CountedSpell, type DaySpan, spanOn } from './clock-count.ts'
import type { ClockPeriod } from './clocks.ts'

const workingDaysOfFullWeek = 5

/** The Monday of a day's ISO week. */
function mondayOfNumber(n: number): number {
  return n - weekdayOfNumber(n) + 1
}

/** Adds what each activity weighs to its ISO week; the first is the week in which the service begins. */
function perWeek(spell: CountedSpell, weigh: (activity: CountedActivity) => number): number[] {
  const monday = mondayOfNumber(spell.from)
  const weeks = new Array<number>(Math.max(0, Math.floor((spell.last - monday) / 7) + 1)).fill(0)
  for (const activity of spell.activities) {
    const week = Math.floor((activity.on - monday) / 7)
    weeks[week] = (weeks[week] ?? 0) + weigh(activity)
  }
  return weeks
}

/** Calls `meet` for each working day of the week in service and outside `away`, in order; `until` shortens no week. */
function eachWorkingDay(
  monday: number,
  spell: CountedSpell,
  away: readonly DaySpan[],
  meet: (day: number) => void,
): void {
  const end = Math.min(monday + 7, spell.to + 1)
  let on = workingDayNumberOnOrAfter(Math.max(monday, spell.from))
  while (on < end) {
    if (spanOn(on, away) === undefined) meet(on)
    on = workingDayNumberOnOrAfter(on + 1)
  }
}

/**
 * Each ISO week with at least 3 working days in service outside approved absence needs a physical activity; due on the last
 * of those days. Full-time days of a parallel measure are as absence here. No lines where the rule has lapsed (ROM2).
 */
export function weeklyActivityClock(spell: CountedSpell, rules: Rules): ClockPeriod[] {
  const needs = rules.delivery.weeklyPhysicalActivities
  if (needs === null) return []
  const away = [...spell.absences, ...spell.parallel]
  const periods: ClockPeriod[] = []
  let monday = mondayOfNumber(spell.from) - 7
  for (const has of perWeek(spell, (activity) => (activity.physical ? 1 : 0))) {
    monday += 7
    let days = 0
    let due = monday
    eachWorkingDay(monday, spell, away, (day) => {
      days += 1
      due = day
    })
    if (days < rules.delivery.weekNeedsWorkingDays) continue
    const state = has >= needs ? 'kept' : due <= spell.last ? 'breached' : 'open'
    const from = dayOfNumber(monday)
    const because = { code: 'physical-activities', values: { week: from, has, needs } }
    periods.push({ rule: 'weekly-physical-activity', from, dueOn: dayOfNumber(due), state, because })
  }
  return periods
}

/**
 * ROM2: hours of tailored support per ISO week, each working day in service a fifth of the week's hours of its month in the
 * chain; full-time days of a parallel measure need none. Due on the last working day of the week in service. A week that
 * needs nothing, as after the table's last month, has no line.
 */
export function weeklyHoursClock(spell: CountedSpell, rules: Rules): ClockPeriod[] {
  const table = rules.delivery.weeklyHours
  if (table === null) return []
  const periods: ClockPeriod[] = []
  let monday = mondayOfNumber(spell.from) - 7
  for (const seconds of perWeek(spell, (activity) => activity.seconds)) {
    monday += 7
    let due = monday
    // In fifths of an hour, so that nothing is rounded.
    let fifths = 0
    eachWorkingDay(monday, spell, spell.parallel, (day) => {
      fifths += hoursOn(day, spell.chainFrom, table)
      due = day
    })
    if (fifths === 0) continue
    const kept = seconds * workingDaysOfFullWeek >= fifths * 3600
    const state = kept ? 'kept' : due <= spell.last ? 'breached' : 'open'
    const from = dayOfNumber(monday)
    const values = { week: from, has: seconds / 3600, needs: fifths / workingDaysOfFullWeek }
    periods.push({
      rule: 'weekly-hours',
      from,
      dueOn: dayOfNumber(due),
      state,
      because: { code: 'hours-of-support', values },
    })
  }
  return periods
}

/** A full week's hours in the month of the chain in which a day lies; a month begins on the day number of the first. */
function hoursOn(day: number, chainFrom: number, table: readonly WeeklyHours[]): number {
  let month = monthNumberOfDay(day) - monthNumberOfDay(chainFrom) + 1
  if (addMonthsToDay(chainFrom, month - 1) > day) month -= 1
  return table.find((row) => month >= row.fromMonth && month <= row.toMonth)?.hours ?? 0
}

/** ROM2: at least half of the month's activities are physical, by number; due on the month's last day in service. */
export function halfPhysicalClock(spell: CountedSpell, rules: Rules): ClockPeriod[] {
  const percent = rules.delivery.physicalActivityPercent
  if (percent === null) return []
  const firstMonth = monthNumberOfDay(spell.from)
  const all: number[] = []
  const physical: number[] = []
  for (const activity of spell.activities) {
    const at = monthNumberOfDay(activity.on) - firstMonth
    all[at] = (all[at] ?? 0) + 1
    physical[at] = (physical[at] ?? 0) + (activity.physical ? 1 : 0)
  }
  return all.flatMap((count, at): ClockPeriod[] => {
    const due = Math.min(firstDayNumber(firstMonth + at + 1) - 1, spell.to)
    const has = physical[at] ?? 0
    const state = has * 100 >= count * percent ? 'kept' : due <= spell.last ? 'breached' : 'open'
    const values = { month: monthOfNumber(firstMonth + at), physical: has, all: count }
    const from = dayOfNumber(firstDayNumber(firstMonth + at))
    const because = { code: 'physical-share', values }
    return [{ rule: 'half-physical', from, dueOn: dayOfNumber(due), state, because }]
  })
}
