import type { Branded } from './brand.ts'
import { problem } from './problem.ts'
import type { Result } from './result.ts'
import { fail, must, ok } from './result.ts'

/** A calendar day as 'YYYY-MM-DD', 0001-01-01 to 9999-12-31, Gregorian. Compare with `<`, `>`, `===`. */
export type Day = Branded<string, 'Day'>

/** A calendar month as 'YYYY-MM'. Compare with `<`, `>`, `===`. */
export type Month = Branded<string, 'Month'>

/** Monday 1 to Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const dayShape = /^\d{4}-\d{2}-\d{2}$/
const monthShape = /^\d{4}-\d{2}$/

/** The day of a text that must be one; throws otherwise. */
export function day(text: string): Day {
  return must(parseDay(text))
}

/** Problems: `required`, `date-format` (not YYYY-MM-DD), `impossible-date` (30 February). */
export function parseDay(text: string): Result<Day> {
  const trimmed = text.trim()
  if (trimmed === '') return fail(problem('required'))
  if (!dayShape.test(trimmed)) return fail(problem('date-format', { values: { text: trimmed } }))
  return isDay(trimmed) ? ok(trimmed) : fail(problem('impossible-date', { values: { text: trimmed } }))
}

export function isDay(text: string): text is Day {
  if (!dayShape.test(text)) return false
  const year = yearIn(text)
  const monthNumber = monthNumberOf(text)
  const dayNumberInMonth = dayOfMonthOf(text)
  if (year < 1 || monthNumber < 1 || monthNumber > 12) return false
  return dayNumberInMonth >= 1 && dayNumberInMonth <= monthLength(year, monthNumber)
}

/** The day of a year, month (1–12) and day of the month; throws for 30 February. */
export function dayOfParts(year: number, monthNumber: number, dayOfMonth: number): Day {
  return day(`${digits(year, 4)}-${digits(monthNumber, 2)}-${digits(dayOfMonth, 2)}`)
}

/** Days since 1970-01-01. */
export function dayNumber(d: Day): number {
  return civilToNumber(yearOf(d), monthNumberOf(d), dayOfMonthOf(d))
}

/** The day that lies `n` days after 1970-01-01; throws outside the years 1–9999. */
export function dayOfNumber(n: number): Day {
  const slot = n - cacheStart
  if (slot >= 0 && slot < cacheSize && Number.isInteger(slot)) {
    const known = cachedDays[slot]
    if (known !== undefined) return known
    const made = formatNumber(n)
    cachedDays[slot] = made
    return made
  }
  return formatNumber(n)
}

export function addDays(d: Day, n: number): Day {
  return dayOfNumber(dayNumber(d) + n)
}

/** b − a in days; negative when b is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a)
}

/** Keeps the day's number, clamped to the month's last day: 31 October + 4 = 28 or 29 February (programme 5). */
export function addMonths(d: Day, n: number): Day {
  const index = yearOf(d) * 12 + (monthNumberOf(d) - 1) + n
  const year = Math.floor(index / 12)
  const monthNumber = index - year * 12 + 1
  return dayOfNumber(civilToNumber(year, monthNumber, Math.min(dayOfMonthOf(d), monthLength(year, monthNumber))))
}

export function weekday(d: Day): Weekday {
  return weekdayOfNumber(dayNumber(d))
}

/** Days since 1970-01-01, a Thursday, to the weekday. */
export function weekdayOfNumber(n: number): Weekday {
  return (((((n + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** ISO 8601: week 1 holds the year's first Thursday, so `year` may differ from the day's own. */
export function isoWeek(d: Day): { year: number; week: number } {
  const n = dayNumber(d)
  const thursday = n - weekdayOfNumber(n) + 4
  const year = yearOf(dayOfNumber(thursday))
  return { year, week: Math.floor((thursday - civilToNumber(year, 1, 1)) / 7) + 1 }
}

export function mondayOf(d: Day): Day {
  return addDays(d, 1 - weekday(d))
}

export function monthOf(d: Day): Month {
  return d.slice(0, 7) as Month
}

/** The month of a text that must be one; throws otherwise. */
export function month(text: string): Month {
  return must(parseMonth(text))
}

/** Problems: `required`, `month-format` (not YYYY-MM), `impossible-month` (2022-13). */
export function parseMonth(text: string): Result<Month> {
  const trimmed = text.trim()
  if (trimmed === '') return fail(problem('required'))
  if (!monthShape.test(trimmed)) return fail(problem('month-format', { values: { text: trimmed } }))
  return isDay(`${trimmed}-01`)
    ? ok(trimmed as Month)
    : fail(problem('impossible-month', { values: { text: trimmed } }))
}

export function firstDayOf(m: Month): Day {
  return `${m}-01` as Day
}

export function lastDayOf(m: Month): Day {
  return `${m}-${digits(daysIn(m), 2)}` as Day
}

/** Days of the month: 28–31. */
export function daysIn(m: Month): number {
  return monthLength(yearOf(m), monthNumberOf(m))
}

export function nextMonth(m: Month): Month {
  return monthOf(addMonths(firstDayOf(m), 1))
}

export function minDay(a: Day, b: Day): Day {
  return a < b ? a : b
}

export function maxDay(a: Day, b: Day): Day {
  return a > b ? a : b
}

/** Whole years from birth to the day, the age; who is born on 29 February turns on 1 March in common years. */
export function yearsBetween(birth: Day, on: Day): number {
  const years = yearOf(on) - yearOf(birth)
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}

export function yearOf(d: Day | Month): number {
  return yearIn(d)
}

function yearIn(d: string): number {
  return digitAt(d, 0) * 1000 + digitAt(d, 1) * 100 + digitAt(d, 2) * 10 + digitAt(d, 3)
}

function monthNumberOf(d: string): number {
  return digitAt(d, 5) * 10 + digitAt(d, 6)
}

function dayOfMonthOf(d: string): number {
  return digitAt(d, 8) * 10 + digitAt(d, 9)
}

function digitAt(text: string, index: number): number {
  return text.charCodeAt(index) - 48
}

function digits(n: number, width: number): string {
  return String(n).padStart(width, '0')
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function monthLength(year: number, monthNumber: number): number {
  if (monthNumber === 2) return isLeapYear(year) ? 29 : 28
  return monthNumber === 4 || monthNumber === 6 || monthNumber === 9 || monthNumber === 11 ? 30 : 31
}

// The year is counted from 1 March, so that the leap day falls last; eras of 400 years have 146,097 days.
function civilToNumber(year: number, monthNumber: number, dayOfMonth: number): number {
  const shifted = monthNumber > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const monthFromMarch = monthNumber > 2 ? monthNumber - 3 : monthNumber + 9
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function formatNumber(n: number): Day {
  if (!Number.isInteger(n) || n < firstNumber || n > lastNumber) throw new RangeError(`no such day number: ${n}`)
  const shifted = n + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const monthNumber = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (monthNumber <= 2 ? 1 : 0)
  return `${digits(year, 4)}-${digits(monthNumber, 2)}-${digits(dayOfMonth, 2)}` as Day
}

const firstNumber = civilToNumber(1, 1, 1)
const lastNumber = civilToNumber(9999, 12, 31)

// Days are added millions of times in a simulation: the texts of 1900–2100 are kept once made.
const cacheStart = civilToNumber(1900, 1, 1)
const cacheSize = civilToNumber(2101, 1, 1) - cacheStart
const cachedDays: (Day | undefined)[] = new Array(cacheSize).fill(undefined)
