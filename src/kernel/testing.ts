import fc from 'fast-check'
import type { Day, Month } from './day.ts'
import { dayNumber, dayOfNumber, dayOfParts, day as dayOfText, monthOf } from './day.ts'
import type { UserId } from './ids.ts'
import { userId } from './ids.ts'
import type { Instant } from './instant.ts'
import { instantOfMillis } from './instant.ts'
import type { Ore } from './money.ts'
import { ore } from './money.ts'
import type { Period } from './period.ts'

/** Arbitrary values for property tests, of any module. */

/** Any day from the first to the last, both in; by default 1970–2100. */
export function anyDay(from = '1970-01-01', to = '2100-12-31'): fc.Arbitrary<Day> {
  return fc.integer({ min: dayNumber(dayOfText(from)), max: dayNumber(dayOfText(to)) }).map(dayOfNumber)
}

export function anyMonth(): fc.Arbitrary<Month> {
  return anyDay().map(monthOf)
}

/** Any closed period of up to `maxDays` days in 1970–2100. */
export function anyPeriod(maxDays = 500): fc.Arbitrary<Period> {
  return fc
    .tuple(anyDay('1970-01-01', '2098-12-31'), fc.integer({ min: 1, max: maxDays }))
    .map(([start, length]) => ({ start, end: dayOfNumber(dayNumber(start) + length) }))
}

/** Periods that meet, overlap and leave gaps often: all within about 80 days, one in eight open. */
export function anyNearPeriod(): fc.Arbitrary<Period> {
  const base = dayNumber(dayOfText('2022-01-01'))
  return fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 7 }))
    .map(([offset, length, openness]) => ({
      start: dayOfNumber(base + offset),
      end: openness === 0 ? null : dayOfNumber(base + offset + length),
    }))
}

/** Any moment of the given years. */
export function anyInstant(fromYear = 1980, toYear = 2100): fc.Arbitrary<Instant> {
  const min = dayNumber(dayOfParts(fromYear, 1, 1)) * 86_400_000
  const max = (dayNumber(dayOfParts(toYear, 12, 31)) + 1) * 86_400_000 - 1
  return fc.integer({ min, max }).map(instantOfMillis)
}

/** Any amount up to ten thousand million kronor either way. */
export function anyOre(min = -1_000_000_000_000, max = 1_000_000_000_000): fc.Arbitrary<Ore> {
  return fc.integer({ min, max }).map(ore)
}

/** A user's id from a small number, the same each time. */
export function aUserId(number: number): UserId {
  return userId(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)
}
