import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Day } from './day.ts'
import {
  addDays,
  addMonths,
  day,
  dayNumber,
  dayOfNumber,
  dayOfParts,
  daysBetween,
  daysIn,
  firstDayOf,
  isDay,
  isoWeek,
  lastDayOf,
  maxDay,
  minDay,
  mondayOf,
  month,
  monthOf,
  nextMonth,
  parseDay,
  parseMonth,
  weekday,
  yearOf,
  yearsBetween,
} from './day.ts'
import { anyDay, anyMonth } from './testing.ts'

const anyDayEver = () => anyDay('0001-01-01', '9999-12-31')

function byDate(d: Day): Date {
  return new Date(`${d}T00:00:00Z`)
}

test('a day is written YYYY-MM-DD and exists in the calendar', () => {
  assert.equal(day('2024-02-29'), '2024-02-29')
  assert.deepEqual(parseDay(' 2022-10-03 '), { ok: true, value: '2022-10-03' })
  const codes = (text: string) => {
    const parsed = parseDay(text)
    return parsed.ok ? 'ok' : parsed.problem.code
  }
  assert.equal(codes('  '), 'required')
  assert.equal(codes('3/10 2022'), 'date-format')
  assert.equal(codes('20221003'), 'date-format')
  assert.equal(codes('2022-13-01'), 'impossible-date')
  assert.equal(codes('2022-00-01'), 'impossible-date')
  assert.equal(codes('2022-04-31'), 'impossible-date')
  assert.equal(codes('2022-04-00'), 'impossible-date')
  assert.equal(codes('2022-02-29'), 'impossible-date')
  assert.equal(codes('1900-02-29'), 'impossible-date')
  assert.equal(codes('2000-02-29'), 'ok')
  assert.equal(codes('0000-01-01'), 'impossible-date')
  assert.throws(() => day('2022-02-29'), /impossible-date/)
})

test('a month is written YYYY-MM and exists', () => {
  assert.equal(month('2022-12'), '2022-12')
  assert.deepEqual(parseMonth('2022-13'), {
    ok: false,
    problem: { code: 'impossible-month', values: { text: '2022-13' } },
  })
  assert.deepEqual(parseMonth('2022-1'), { ok: false, problem: { code: 'month-format', values: { text: '2022-1' } } })
  assert.deepEqual(parseMonth(''), { ok: false, problem: { code: 'required' } })
  assert.throws(() => month('2022-00'), /impossible-month/)
})

test('months are added with the day kept, clamped to the month’s last day', () => {
  assert.equal(addMonths(day('2021-10-31'), 4), '2022-02-28')
  assert.equal(addMonths(day('2023-10-31'), 4), '2024-02-29')
  assert.equal(addMonths(day('2022-01-15'), -1), '2021-12-15')
  assert.equal(addMonths(day('2022-03-31'), -13), '2021-02-28')
  assert.equal(addMonths(day('2022-08-05'), 0), '2022-08-05')
})

test('a decision of 180 days from 2021-09-23 ends on 2022-03-21', () => {
  assert.equal(addDays(day('2021-09-23'), 179), '2022-03-21')
  assert.equal(daysBetween(day('2021-09-23'), day('2022-03-21')), 179)
  assert.equal(daysBetween(day('2022-03-21'), day('2021-09-23')), -179)
})

test('weeks follow ISO 8601 across the year’s end', () => {
  assert.deepEqual(isoWeek(day('2021-01-03')), { year: 2020, week: 53 })
  assert.deepEqual(isoWeek(day('2021-01-04')), { year: 2021, week: 1 })
  assert.deepEqual(isoWeek(day('2024-12-30')), { year: 2025, week: 1 })
  assert.deepEqual(isoWeek(day('2022-10-03')), { year: 2022, week: 40 })
  assert.equal(mondayOf(day('2022-10-09')), '2022-10-03')
  assert.equal(mondayOf(day('2022-10-03')), '2022-10-03')
})

test('the age changes on the birthday, and on 1 March for who is born on a leap day', () => {
  assert.equal(yearsBetween(day('1985-10-04'), day('2022-10-03')), 36)
  assert.equal(yearsBetween(day('1985-10-04'), day('2022-10-04')), 37)
  assert.equal(yearsBetween(day('2000-02-29'), day('2022-02-28')), 21)
  assert.equal(yearsBetween(day('2000-02-29'), day('2022-03-01')), 22)
})

test('a day outside the years 1–9999 throws instead of wrapping', () => {
  assert.equal(addDays(day('9999-12-30'), 1), '9999-12-31')
  assert.throws(() => addDays(day('9999-12-31'), 1), RangeError)
  assert.throws(() => addDays(day('0001-01-01'), -1), RangeError)
  assert.throws(() => addMonths(day('9999-12-01'), 1), RangeError)
  assert.throws(() => dayOfNumber(0.5), RangeError)
  assert.throws(() => dayOfNumber(Number.NaN), RangeError)
  assert.throws(() => dayOfParts(2022, 2, 30), RangeError)
})

test('property: every day number is one day, in the same order, as the platform’s calendar has it', () => {
  fc.assert(
    fc.property(anyDayEver(), anyDayEver(), (a, b) => {
      assert.ok(isDay(a))
      assert.equal(dayNumber(a), byDate(a).getTime() / 86_400_000)
      assert.equal(dayOfNumber(dayNumber(a)), a)
      assert.equal(a < b, dayNumber(a) < dayNumber(b))
    }),
  )
})

test('property: adding days and counting them are each other’s opposite', () => {
  fc.assert(
    fc.property(anyDay(), fc.integer({ min: -500_000, max: 500_000 }), (d, n) => {
      assert.equal(daysBetween(d, addDays(d, n)), n)
      assert.equal(addDays(addDays(d, n), -n), d)
    }),
  )
})

test('property: a text is a day exactly when the platform’s calendar has it', () => {
  const part = (min: number, max: number, width: number) =>
    fc.integer({ min, max }).map((n) => String(n).padStart(width, '0'))
  fc.assert(
    fc.property(part(1, 9999, 4), part(0, 13, 2), part(0, 32, 2), (year, monthText, dayText) => {
      const text = `${year}-${monthText}-${dayText}`
      const date = new Date(`${text}T00:00:00Z`)
      const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
      assert.equal(isDay(text), exists)
      assert.equal(parseDay(text).ok, exists)
    }),
  )
})

test('property: any text is read as itself without the blanks around it, or refused, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^ ?\d{4}-\d\d-[0-3]\d ?$/)), (text) => {
      const parsed = parseDay(text)
      assert.equal(parsed.ok, isDay(text.trim()))
      if (parsed.ok) assert.equal(parsed.value, text.trim())
    }),
  )
})

test('property: months keep the day’s number or end on the last day of the month', () => {
  fc.assert(
    fc.property(anyDay(), fc.integer({ min: -600, max: 600 }), (d, n) => {
      const moved = addMonths(d, n)
      const months = (x: Day) => yearOf(x) * 12 + Number(x.slice(5, 7))
      assert.equal(months(moved) - months(d), n)
      const kept = moved.slice(8) === d.slice(8)
      assert.ok(kept || (moved === lastDayOf(monthOf(moved)) && moved.slice(8) < d.slice(8)))
    }),
  )
})

test('property: the weekday is the platform’s, and the week belongs to the year of its Thursday', () => {
  fc.assert(
    fc.property(anyDayEver(), (d) => {
      assert.equal(weekday(d) % 7, byDate(d).getUTCDay())
    }),
  )
  fc.assert(
    fc.property(anyDay(), (d) => {
      const monday = mondayOf(d)
      assert.equal(weekday(monday), 1)
      assert.ok(monday <= d && daysBetween(monday, d) < 7)
      const thursday = addDays(monday, 3)
      const { year, week } = isoWeek(d)
      assert.equal(year, yearOf(thursday))
      const dayOfYear = daysBetween(dayOfParts(year, 1, 1), thursday)
      assert.equal(week, Math.floor(dayOfYear / 7) + 1)
      assert.deepEqual(isoWeek(monday), isoWeek(addDays(monday, 6)))
    }),
  )
})

test('property: a month runs from its first to its last day and is followed by the next', () => {
  fc.assert(
    fc.property(anyMonth(), (m) => {
      assert.equal(daysBetween(firstDayOf(m), lastDayOf(m)) + 1, daysIn(m))
      assert.equal(monthOf(lastDayOf(m)), m)
      assert.equal(addDays(lastDayOf(m), 1), firstDayOf(nextMonth(m)))
    }),
  )
})

test('property: the age is the number of birthdays passed', () => {
  fc.assert(
    fc.property(anyDay('1920-01-01', '2020-12-31'), fc.integer({ min: 0, max: 40_000 }), (birth, days) => {
      const on = addDays(birth, days)
      const age = yearsBetween(birth, on)
      assert.ok(addMonths(birth, age * 12) <= on)
      // A leap-day child's clamped birthday is 28 February, a day before the legal one.
      assert.ok(addDays(addMonths(birth, (age + 1) * 12), birth.endsWith('02-29') ? 1 : 0) > on)
    }),
  )
})

test('property: the earlier and the later of two days are the two days', () => {
  fc.assert(
    fc.property(anyDay(), anyDay(), (a, b) => {
      assert.ok(minDay(a, b) <= maxDay(a, b))
      assert.deepEqual(new Set([minDay(a, b), maxDay(a, b)]), new Set([a, b]))
    }),
  )
})
