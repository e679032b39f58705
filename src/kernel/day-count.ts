import { type Day, dayNumber, dayOfNumber, firstDayOf, type Month, monthOf, weekdayOfNumber, yearOf } from './day.ts'

// For counting many: a day is its number (`dayNumber`, days since 1970-01-01), a month its number since 1970-01. The
// months of 1900–2100 stand in tables; days outside them are counted the long way.
const firstYear = 1900
const lastYear = 2100
const firstMonth = monthNumber(`${firstYear}-01` as Month)
const lastMonth = monthNumber(`${lastYear}-12` as Month)
const firstDay = dayNumber(`${firstYear}-01-01` as Day)
const lastDay = dayNumber(`${lastYear}-12-31` as Day)
const firstDays = new Int32Array(lastMonth - firstMonth + 2)
const months = new Int16Array(lastDay - firstDay + 1)

for (let month = firstMonth; month <= lastMonth + 1; month += 1) {
  firstDays[month - firstMonth] = dayNumber(firstDayOf(monthOfNumber(month)))
}
for (let month = firstMonth; month <= lastMonth; month += 1) {
  months.fill(month, firstDayNumber(month) - firstDay, firstDayNumber(month + 1) - firstDay)
}

/** Months from 1970-01 to the month; negative before it. */
export function monthNumber(month: Month): number {
  return (yearOf(month) - 1970) * 12 + Number(month.slice(5)) - 1
}

/** The month that lies so many months after 1970-01. */
export function monthOfNumber(month: number): Month {
  const year = 1970 + Math.floor(month / 12)
  return `${String(year).padStart(4, '0')}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}` as Month
}

/** The number of the month in which a day lies. */
export function monthNumberOfDay(day: number): number {
  return months[day - firstDay] ?? monthNumber(monthOf(dayOfNumber(day)))
}

/** The number of the month's first day. */
export function firstDayNumber(month: number): number {
  return firstDays[month - firstMonth] ?? dayNumber(firstDayOf(monthOfNumber(month)))
}

/** As `addMonths`: keeps the day's number in the month, clamped to the month's last day. */
export function addMonthsToDay(day: number, count: number): number {
  const month = monthNumberOfDay(day)
  const moved = firstDayNumber(month + count) + day - firstDayNumber(month)
  const after = firstDayNumber(month + count + 1)
  return moved < after ? moved : after - 1
}

/** Mondays to Fridays from the one day up to, and without, the other. */
export function weekdaysBetween(from: number, to: number): number {
  const weeks = Math.floor((to - from) / 7)
  let count = weeks * 5
  for (let day = from + weeks * 7; day < to; day += 1) if (weekdayOfNumber(day) <= 5) count += 1
  return count
}
