import type { Branded } from './brand.ts'
import type { Day } from './day.ts'
import { addDays, dayNumber, dayOfNumber, isDay, lastDayOf, month, weekday, yearOf } from './day.ts'
import { problem } from './problem.ts'
import type { Result } from './result.ts'
import { fail, must, ok } from './result.ts'

/** A moment: RFC 3339 in UTC with milliseconds, '2022-10-03T06:00:00.000Z'. Compare with `<`, `>`, `===`. */
export type Instant = Branded<string, 'Instant'>

const shape = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:([Zz])|([+-])(\d{2}):(\d{2}))$/
const timeShape = /^([01]\d|2[0-3]):([0-5]\d)$/

const minute = 60_000
const hour = 60 * minute
const dayLength = 24 * hour

/** The moment of a text that must be one; throws otherwise. */
export function instant(text: string): Instant {
  return must(parseInstant(text))
}

/**
 * RFC 3339 with any offset; finer than milliseconds is cut off.
 * Problems: `required`, `instant-format`, `impossible-instant` (30 February, 24:00, a leap second).
 */
export function parseInstant(text: string): Result<Instant> {
  const trimmed = text.trim()
  if (trimmed === '') return fail(problem('required'))
  const parts = shape.exec(trimmed)
  if (parts === null) return fail(problem('instant-format', { values: { text: trimmed } }))
  const [, date = '', hours = '', minutes = '', seconds = '', fraction = '', , sign, offsetHours, offsetMinutes] = parts
  const possible =
    isDay(date) &&
    Number(hours) < 24 &&
    Number(minutes) < 60 &&
    Number(seconds) < 60 &&
    Number(offsetHours ?? 0) < 24 &&
    Number(offsetMinutes ?? 0) < 60
  if (!possible) return fail(problem('impossible-instant', { values: { text: trimmed } }))
  const offset = (sign === '-' ? -1 : 1) * (Number(offsetHours ?? 0) * hour + Number(offsetMinutes ?? 0) * minute)
  const clock = Number(hours) * hour + Number(minutes) * minute + Number(seconds) * 1000
  const millis = dayNumber(date) * dayLength + clock + Number(fraction.padEnd(3, '0').slice(0, 3)) - offset
  if (millis < firstMillis || millis > lastMillis) {
    return fail(problem('impossible-instant', { values: { text: trimmed } }))
  }
  return ok(instantOfMillis(millis))
}

/** The moment so many milliseconds after 1970-01-01T00:00Z; throws outside the years 1–9999 and for fractions. */
export function instantOfMillis(millis: number): Instant {
  if (!Number.isInteger(millis)) throw new RangeError(`not whole milliseconds: ${millis}`)
  const number = Math.floor(millis / dayLength)
  return `${dayOfNumber(number)}T${clockText(millis - number * dayLength)}Z` as Instant
}

/** Milliseconds since 1970-01-01T00:00Z. */
export function millisOf(at: Instant): number {
  const clock = Number(at.slice(11, 13)) * hour + Number(at.slice(14, 16)) * minute
  return (
    dayNumber(at.slice(0, 10) as Day) * dayLength + clock + Number(at.slice(17, 19)) * 1000 + Number(at.slice(20, 23))
  )
}

export function addMillis(at: Instant, millis: number): Instant {
  return instantOfMillis(millisOf(at) + millis)
}

/** b − a in milliseconds. */
export function millisBetween(a: Instant, b: Instant): number {
  return millisOf(b) - millisOf(a)
}

/** The calendar day in Sweden (Europe/Stockholm) at the moment. */
export function dayOf(at: Instant): Day {
  const millis = millisOf(at)
  return dayOfNumber(Math.floor((millis + offsetAt(millis)) / dayLength))
}

/** The clock in Sweden at the moment, 'HH:MM'. */
export function timeOf(at: Instant): string {
  const millis = millisOf(at)
  const local = millis + offsetAt(millis)
  return clockText(local - Math.floor(local / dayLength) * dayLength).slice(0, 5)
}

/**
 * The moment when clocks in Sweden show 'HH:MM' on the day; throws for another shape. An hour that occurs twice in
 * autumn means its first time; one that spring skips means as much later (02:30 → 03:30).
 */
export function atTime(d: Day, time: string): Instant {
  const parts = timeShape.exec(time)
  if (parts === null) throw new RangeError(`not a time HH:MM: ${JSON.stringify(time)}`)
  const local = dayNumber(d) * dayLength + Number(parts[1]) * hour + Number(parts[2]) * minute
  const summer = local - 2 * hour
  if (offsetAt(summer) === 2 * hour) return instantOfMillis(summer)
  return instantOfMillis(local - hour)
}

/**
 * Sweden's offset from UTC by rule: winter +1 h, summer +2 h, changed at 01:00 UTC. From 1996 the last Sunday of March
 * to the last of October (directive 2000/84/EC), 1981–1995 to the last of September, 1980 from 6 April. Earlier years have
 * no summer time (true for 1917–1979); later ones follow today's law, until it is changed.
 */
function offsetAt(millis: number): number {
  const year = yearOf(dayOfNumber(Math.floor(millis / dayLength)))
  if (year < 1980) return hour
  const { from, to } = summerTime(year)
  return millis >= from && millis < to ? 2 * hour : hour
}

type SummerTime = { readonly from: number; readonly to: number }
const summerTimes = new Map<number, SummerTime>()

function summerTime(year: number): SummerTime {
  const known = summerTimes.get(year)
  if (known !== undefined) return known
  const from = year === 1980 ? dayNumber('1980-04-06' as Day) : dayNumber(lastSundayOf(year, '03'))
  const to = dayNumber(lastSundayOf(year, year < 1996 ? '09' : '10'))
  const made = { from: from * dayLength + hour, to: to * dayLength + hour }
  summerTimes.set(year, made)
  return made
}

function lastSundayOf(year: number, monthText: string): Day {
  const last = lastDayOf(month(`${String(year).padStart(4, '0')}-${monthText}`))
  return addDays(last, -(weekday(last) % 7))
}

function clockText(millisOfDay: number): string {
  const hours = Math.floor(millisOfDay / hour)
  const minutes = Math.floor((millisOfDay % hour) / minute)
  const seconds = Math.floor((millisOfDay % minute) / 1000)
  return `${digits(hours, 2)}:${digits(minutes, 2)}:${digits(seconds, 2)}.${digits(millisOfDay % 1000, 3)}`
}

function digits(n: number, width: number): string {
  return String(n).padStart(width, '0')
}

const firstMillis = dayNumber('0001-01-01' as Day) * dayLength
const lastMillis = (dayNumber('9999-12-31' as Day) + 1) * dayLength - 1
