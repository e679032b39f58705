import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from './day.ts'
import {
  addMillis,
  atTime,
  dayOf,
  instant,
  instantOfMillis,
  millisBetween,
  millisOf,
  parseInstant,
  timeOf,
} from './instant.ts'
import { anyDay, anyInstant } from './testing.ts'

const stockholm = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function codeOf(text: string): string {
  const parsed = parseInstant(text)
  return parsed.ok ? parsed.value : parsed.problem.code
}

test('a moment is RFC 3339, kept in UTC with milliseconds', () => {
  assert.equal(codeOf('2022-10-03T08:00:00+02:00'), '2022-10-03T06:00:00.000Z')
  assert.equal(codeOf('2022-10-03t06:00:00.5z'), '2022-10-03T06:00:00.500Z')
  assert.equal(codeOf('2022-10-03T06:00:00.123999Z'), '2022-10-03T06:00:00.123Z')
  assert.equal(codeOf('2022-01-01T00:30:00+01:00'), '2021-12-31T23:30:00.000Z')
  assert.equal(codeOf('2022-12-31T23:30:00-05:30'), '2023-01-01T05:00:00.000Z')
})

test('what is not a moment is refused with its reason', () => {
  assert.equal(codeOf(' '), 'required')
  assert.equal(codeOf('2022-10-03'), 'instant-format')
  assert.equal(codeOf('2022-10-03T06:00:00'), 'instant-format')
  assert.equal(codeOf('2022-02-30T06:00:00Z'), 'impossible-instant')
  assert.equal(codeOf('2022-10-03T24:00:00Z'), 'impossible-instant')
  assert.equal(codeOf('2022-10-03T06:60:00Z'), 'impossible-instant')
  assert.equal(codeOf('2016-12-31T23:59:60Z'), 'impossible-instant')
  assert.equal(codeOf('2022-10-03T06:00:00+24:00'), 'impossible-instant')
  assert.equal(codeOf('0001-01-01T00:00:00+01:00'), 'impossible-instant')
  assert.throws(() => instant('yesterday'), /instant-format/)
  assert.throws(() => instantOfMillis(0.5), RangeError)
})

test('the day changes at midnight in Sweden, summer and winter', () => {
  assert.equal(dayOf(instant('2022-07-01T21:59:59.999Z')), '2022-07-01')
  assert.equal(dayOf(instant('2022-07-01T22:00:00.000Z')), '2022-07-02')
  assert.equal(dayOf(instant('2022-12-31T22:59:59.999Z')), '2022-12-31')
  assert.equal(dayOf(instant('2022-12-31T23:00:00.000Z')), '2023-01-01')
})

test('clocks change at 01:00 UTC on the last Sundays of March and October', () => {
  assert.equal(timeOf(instant('2022-03-27T00:59:59.999Z')), '01:59')
  assert.equal(timeOf(instant('2022-03-27T01:00:00.000Z')), '03:00')
  assert.equal(timeOf(instant('2022-10-30T00:59:59.999Z')), '02:59')
  assert.equal(timeOf(instant('2022-10-30T01:00:00.000Z')), '02:00')
})

test('before 1996 summer ended in September, in 1980 it began on 6 April, before that there was none', () => {
  assert.equal(timeOf(instant('1995-10-01T12:00:00.000Z')), '13:00')
  assert.equal(timeOf(instant('1996-10-01T12:00:00.000Z')), '14:00')
  assert.equal(timeOf(instant('1980-04-06T00:59:00.000Z')), '01:59')
  assert.equal(timeOf(instant('1980-04-06T01:00:00.000Z')), '03:00')
  assert.equal(timeOf(instant('1979-07-01T12:00:00.000Z')), '13:00')
})

test('an hour that comes twice means its first time, one that is skipped means as much later', () => {
  assert.equal(atTime(day('2022-10-30'), '02:30'), '2022-10-30T00:30:00.000Z')
  assert.equal(atTime(day('2022-03-27'), '02:30'), '2022-03-27T01:30:00.000Z')
  assert.equal(atTime(day('2022-10-03'), '08:00'), '2022-10-03T06:00:00.000Z')
  assert.equal(atTime(day('2022-01-01'), '00:00'), '2021-12-31T23:00:00.000Z')
  assert.throws(() => atTime(day('2022-10-03'), '8:00'), RangeError)
  assert.throws(() => atTime(day('2022-10-03'), '24:00'), RangeError)
})

test('property: Swedish clocks agree with the platform’s time zone table from 1980', () => {
  fc.assert(
    fc.property(anyInstant(1980, 2037), (at) => {
      const [date, time] = stockholm.format(new Date(at)).split(' ')
      assert.equal(dayOf(at), date)
      assert.equal(timeOf(at), time)
    }),
    { numRuns: 300 },
  )
})

test('property: around each change of clocks, 1980–2037, the day and the hour are the platform’s', () => {
  for (let year = 1980; year <= 2037; year += 1) {
    for (const start of [`${year}-03-20`, `${year}-09-20`, `${year}-10-20`]) {
      for (let hours = 0; hours < 24 * 18; hours += 5) {
        const at = addMillis(instant(`${start}T00:59:00Z`), hours * 3_600_000)
        const [date, time] = stockholm.format(new Date(at)).split(' ')
        assert.equal(`${dayOf(at)} ${timeOf(at)}`, `${date} ${time}`)
      }
    }
  }
})

test('property: a moment’s text and its milliseconds say the same, as the platform does', () => {
  fc.assert(
    fc.property(anyInstant(1, 9998), fc.integer({ min: 0, max: 10_000_000_000 }), (at, millis) => {
      assert.equal(new Date(millisOf(at)).toISOString(), at)
      assert.equal(instantOfMillis(millisOf(at)), at)
      assert.equal(instant(at), at)
      assert.equal(millisBetween(at, addMillis(at, millis)), millis)
      assert.equal(at < addMillis(at, millis), millis > 0)
    }),
  )
})

test('property: a clock time on a day is read back as that day and time unless spring skipped it', () => {
  const twoDigits = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'))
  fc.assert(
    fc.property(anyDay(), twoDigits(23), twoDigits(59), (d, hours, minutes) => {
      const time = `${hours}:${minutes}`
      const at = atTime(d, time)
      assert.equal(dayOf(at), d)
      if (timeOf(at) !== time) {
        assert.equal(hours, '02')
        assert.equal(timeOf(at), `03:${minutes}`)
        assert.equal(d.slice(5, 7), d.startsWith('1980') ? '04' : '03')
      }
    }),
  )
})
