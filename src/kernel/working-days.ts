import type { Day } from './day.ts'
import { addDays, dayNumber, dayOfNumber, dayOfParts, weekday, weekdayOfNumber, yearOf } from './day.ts'
import type { Period } from './period.ts'

// Working days are known for these years; a day outside them throws.
const firstYear = 1970
const lastYear = 2100

/** `holiday`: public holidays (1989:253). `eve`: Midsummer, Christmas and New Year's Eve, equal to them (1930:173 § 2). */
export type Holiday = { readonly day: Day; readonly name: string; readonly kind: 'holiday' | 'eve' }

const nationalDayFrom = 2005
const holidaysByYear = new Map<number, readonly Holiday[]>()

/** The year's public holidays and the three eves, in order, with their Swedish names; plain Sundays are not listed. */
export function holidaysOf(year: number): readonly Holiday[] {
  if (!Number.isInteger(year) || year < firstYear || year > lastYear) {
    throw new RangeError(`working days are known for ${firstYear}–${lastYear}, not ${year}`)
  }
  const known = holidaysByYear.get(year)
  if (known !== undefined) return known
  const made = makeHolidays(year)
  holidaysByYear.set(year, made)
  return made
}

/** Whether the day is in `holidaysOf`; an ordinary Saturday or Sunday is not. */
export function isHoliday(d: Day): boolean {
  return holidaysOf(yearOf(d)).some((holiday) => holiday.day === d)
}

/** Not Saturdays, Sundays, public holidays or the three eves (programme 4.5). */
export function isWorkingDay(d: Day): boolean {
  const at = position(d)
  return countBefore(at + 1) > countBefore(at)
}

/** The nth working day after `d`, which itself never counts; n = 0 gives `d` back, whatever day it is. */
export function addWorkingDays(d: Day, n: number): Day {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`)
  if (n === 0) return d
  return nthWorkingDay(countBefore(position(d) + 1) + n - 1)
}

/** `d` itself, or the first working day after it. */
export function workingDayOnOrAfter(d: Day): Day {
  return nthWorkingDay(countBefore(position(d)))
}

/** As `workingDayOnOrAfter`, of day numbers (`dayNumber`): for counting many. */
export function workingDayNumberOnOrAfter(n: number): number {
  return nthWorkingNumber(countBefore(positionOfNumber(n)))
}

/** `d` itself, or the last working day before it. */
export function workingDayOnOrBefore(d: Day): Day {
  return nthWorkingDay(countBefore(position(d) + 1) - 1)
}

/** How many working days the period holds; throws when it is open. */
export function workingDaysIn(p: Period): number {
  if (p.end === null) throw new RangeError('an open period has no number of working days')
  return countBefore(position(addDays(p.end, -1)) + 1) - countBefore(position(p.start))
}

/** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
export function easterSunday(year: number): Day {
  const a = year % 19
  const century = Math.floor(year / 100)
  const c = year % 100
  const e = century % 4
  const g = Math.floor((8 * century + 13) / 25)
  const h = (19 * a + century - Math.floor(century / 4) - g + 15) % 30
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayOfParts(year, Math.floor(n / 31), (n % 31) + 1)
}

function makeHolidays(year: number): readonly Holiday[] {
  const easter = easterSunday(year)
  const midsummer = saturdayFrom(dayOfParts(year, 6, 20))
  const list: Holiday[] = [
    { day: dayOfParts(year, 1, 1), name: 'nyårsdagen', kind: 'holiday' },
    { day: dayOfParts(year, 1, 6), name: 'trettondedag jul', kind: 'holiday' },
    { day: addDays(easter, -2), name: 'långfredagen', kind: 'holiday' },
    { day: easter, name: 'påskdagen', kind: 'holiday' },
    { day: addDays(easter, 1), name: 'annandag påsk', kind: 'holiday' },
    { day: dayOfParts(year, 5, 1), name: 'första maj', kind: 'holiday' },
    { day: addDays(easter, 39), name: 'Kristi himmelsfärdsdag', kind: 'holiday' },
    { day: addDays(easter, 49), name: 'pingstdagen', kind: 'holiday' },
    // The national day took the place of Whit Monday in 2005 (2004:1320).
    year < nationalDayFrom
      ? { day: addDays(easter, 50), name: 'annandag pingst', kind: 'holiday' }
      : { day: dayOfParts(year, 6, 6), name: 'nationaldagen', kind: 'holiday' },
    { day: addDays(midsummer, -1), name: 'midsommarafton', kind: 'eve' },
    { day: midsummer, name: 'midsommardagen', kind: 'holiday' },
    { day: saturdayFrom(dayOfParts(year, 10, 31)), name: 'alla helgons dag', kind: 'holiday' },
    { day: dayOfParts(year, 12, 24), name: 'julafton', kind: 'eve' },
    { day: dayOfParts(year, 12, 25), name: 'juldagen', kind: 'holiday' },
    { day: dayOfParts(year, 12, 26), name: 'annandag jul', kind: 'holiday' },
    { day: dayOfParts(year, 12, 31), name: 'nyårsafton', kind: 'eve' },
  ]
  return list.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function saturdayFrom(d: Day): Day {
  return addDays(d, (13 - weekday(d)) % 7)
}

type WorkingCalendar = {
  /** Working days before each position; one longer than the calendar. */
  readonly before: Int32Array
  /** The day number of each working day, in order. */
  readonly days: readonly number[]
}

const calendarStart = dayNumber(dayOfParts(firstYear, 1, 1))
const calendarLength = dayNumber(dayOfParts(lastYear, 12, 31)) - calendarStart + 1
let calendar: WorkingCalendar | undefined

// Counted once for all years, so that every question is a look-up.
function workingCalendar(): WorkingCalendar {
  if (calendar !== undefined) return calendar
  const free = new Uint8Array(calendarLength)
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const holiday of holidaysOf(year)) free[dayNumber(holiday.day) - calendarStart] = 1
  }
  const before = new Int32Array(calendarLength + 1)
  const days: number[] = []
  for (let at = 0; at < calendarLength; at += 1) {
    if (free[at] === 0 && weekdayOfNumber(calendarStart + at) <= 5) days.push(calendarStart + at)
    before[at + 1] = days.length
  }
  calendar = { before, days }
  return calendar
}

function position(d: Day): number {
  return positionOfNumber(dayNumber(d))
}

function positionOfNumber(n: number): number {
  const at = n - calendarStart
  if (at < 0 || at >= calendarLength) {
    throw new RangeError(`working days are known for ${firstYear}–${lastYear}: ${dayOfNumber(n)}`)
  }
  return at
}

function countBefore(at: number): number {
  return workingCalendar().before[at] ?? 0
}

function nthWorkingDay(index: number): Day {
  return dayOfNumber(nthWorkingNumber(index))
}

function nthWorkingNumber(index: number): number {
  const n = workingCalendar().days[index]
  if (n === undefined) throw new RangeError(`working days are known for ${firstYear}–${lastYear}`)
  return n
}
