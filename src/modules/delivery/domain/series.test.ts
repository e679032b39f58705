import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { atTime, timeOf } from '../../../kernel/instant.ts'
import { rulesOn } from '../../../rules/index.ts'
import { hoursOf, minutesAway, mustReport } from './away.ts'
import { occurrencesOf, type Repeat } from './series.ts'

const rules = rulesOn(day('2022-10-03'))
const repeat = (until: string, more: Partial<Repeat> = {}): Repeat => ({
  everyWeeks: 1,
  until: day(until),
  holidays: 'skip',
  ...more,
})
const series = (from: string, given: Repeat | null, time = '09:00') => {
  const found = occurrencesOf(atTime(day(from), time), given)
  return found.ok ? found.value : found.problem.code
}
const booked = (from: string, given: Repeat) => {
  const found = series(from, given)
  return typeof found === 'string' ? found : found.filter((each) => !each.skipped).map((each) => each.onDay)
}

describe('a series of sessions', () => {
  test('comes every week or every second, the last day included', () => {
    assert.deepEqual(booked('2022-10-04', repeat('2022-10-18')), ['2022-10-04', '2022-10-11', '2022-10-18'])
    assert.deepEqual(booked('2022-10-04', repeat('2022-10-31', { everyWeeks: 2 })), ['2022-10-04', '2022-10-18'])
    assert.deepEqual(booked('2022-10-04', repeat('2022-10-04')), ['2022-10-04'])
  })

  test('keeps the clock on the wall when summer time ends on 30 October 2022', () => {
    const found = series('2022-10-27', repeat('2022-11-03'))
    assert.ok(typeof found !== 'string')
    assert.deepEqual(
      found.map(({ startsAt }) => [startsAt, timeOf(startsAt)]),
      [
        ['2022-10-27T07:00:00.000Z', '09:00'],
        ['2022-11-03T08:00:00.000Z', '09:00'],
      ],
    )
    const spring = series('2023-03-23', repeat('2023-03-30'))
    assert.ok(typeof spring !== 'string')
    assert.deepEqual(
      spring.map(({ startsAt }) => startsAt),
      ['2023-03-23T08:00:00.000Z', '2023-03-30T07:00:00.000Z'],
    )
  })

  test('shows a holiday, and skips or keeps it as chosen (programme 4.5: public holidays and the three eves)', () => {
    const skipped = series('2022-12-19', repeat('2023-01-09', { holidays: 'skip' }))
    const kept = series('2022-12-19', repeat('2023-01-09', { holidays: 'keep' }))
    assert.ok(typeof skipped !== 'string' && typeof kept !== 'string')
    assert.deepEqual(
      skipped.map((each) => [each.onDay, each.holiday !== null, each.skipped]),
      [
        ['2022-12-19', false, false],
        ['2022-12-26', true, true],
        ['2023-01-02', false, false],
        ['2023-01-09', false, false],
      ],
    )
    assert.ok(kept.every((each) => !each.skipped))
    assert.equal(kept[1]?.holiday, skipped[1]?.holiday)
    assert.match(kept[1]?.holiday ?? '', /./)
  })

  test('of holidays alone, of more than a year, or that ends before it begins is refused', () => {
    assert.equal(series('2022-12-26', repeat('2022-12-30')), 'series-empty')
    assert.equal(series('2022-01-03', repeat('2023-01-16')), 'series-too-long')
    assert.equal(series('2022-10-04', repeat('2022-10-03')), 'end-before-start')
  })

  test('that does not come back is one, booked on a holiday too', () => {
    const found = series('2022-12-26', null)
    assert.ok(typeof found !== 'string')
    assert.deepEqual(
      found.map((each) => each.skipped),
      [false],
    )
  })
})

describe('being away from a session (programme 4.5)', () => {
  const away = (came: 'yes' | 'no' | 'partly', minutes: number | null = null) => {
    const found = minutesAway({ came, tookPlace: true, reason: 'sick', minutesAway: minutes }, 120)
    return found.ok ? found.value : found.problem.code
  }

  test('is all of it, none, or what is said of who came partly', () => {
    assert.deepEqual([away('yes'), away('no'), away('partly', 40)], [0, 120, 40])
    assert.deepEqual(
      [away('partly'), away('partly', 0), away('partly', 120)],
      ['minutes-away-missing', 'minutes-away-impossible', 'minutes-away-impossible'],
    )
  })

  test('is reported over 15 minutes, not at 15, and only when it is the person who was away', () => {
    assert.equal(mustReport({ reason: 'sick' }, 16, rules), true)
    assert.equal(mustReport({ reason: 'sick' }, 15, rules), false)
    assert.equal(mustReport({ reason: 'unknown' }, 120, rules), true)
    assert.equal(mustReport({ reason: 'provider-hindered' }, 120, rules), false)
    assert.equal(mustReport({ reason: null }, 0, rules), false)
  })

  test('leaves the rest as hours, in quarters', () => {
    assert.equal(hoursOf('yes', 120, 0, rules), 2)
    assert.equal(hoursOf('no', 120, 120, rules), 2)
    assert.equal(hoursOf('partly', 120, 40, rules), 1.25)
    assert.equal(hoursOf('partly', 120, 119, rules), 0.25)
  })
})
