import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Day } from './day.ts'
import { addDays, day } from './day.ts'
import type { Period } from './period.ts'
import {
  adjoins,
  contains,
  eachDay,
  fromInclusive,
  intersect,
  lastDay,
  lengthDays,
  merge,
  overlaps,
  parseInclusive,
  period,
  subtract,
} from './period.ts'
import { anyNearPeriod, anyPeriod } from './testing.ts'

const january = fromInclusive(day('2022-01-01'), day('2022-01-31'))
const february = fromInclusive(day('2022-02-01'), day('2022-02-28'))

// Every day any near period can touch, and a month after, where only open ones still run.
const window = fromInclusive(day('2022-01-01'), day('2022-05-31'))
const daysOf = (p: Period): Day[] => [...eachDay(window)].filter((d) => contains(p, d))
const covered = (periods: readonly Period[], d: Day) => periods.some((p) => contains(p, d))

test('a period holds its first day and not its end', () => {
  assert.deepEqual(january, { start: '2022-01-01', end: '2022-02-01' })
  assert.equal(lastDay(january), '2022-01-31')
  assert.equal(lengthDays(january), 31)
  assert.ok(contains(january, day('2022-01-01')))
  assert.ok(contains(january, day('2022-01-31')))
  assert.ok(!contains(january, day('2022-02-01')))
  assert.ok(!contains(january, day('2021-12-31')))
})

test('an open period has no last day and no end of days', () => {
  const open = fromInclusive(day('2022-01-01'), null)
  assert.deepEqual(open, { start: '2022-01-01', end: null })
  assert.equal(lastDay(open), null)
  assert.equal(lengthDays(open), Number.POSITIVE_INFINITY)
  assert.ok(contains(open, day('2099-12-31')))
  assert.ok(!contains(open, day('2021-12-31')))
})

test('a period without a day cannot be made', () => {
  assert.throws(() => period(day('2022-01-01'), day('2022-01-01')), RangeError)
  assert.throws(() => period(day('2022-01-02'), day('2022-01-01')), RangeError)
  assert.throws(() => fromInclusive(day('2022-01-02'), day('2022-01-01')), RangeError)
  assert.equal(lengthDays(fromInclusive(day('2022-01-01'), day('2022-01-01'))), 1)
  assert.deepEqual(parseInclusive(day('2022-01-02'), day('2022-01-01')), {
    ok: false,
    problem: { code: 'end-before-start', values: { from: '2022-01-02', to: '2022-01-01' } },
  })
})

test('adjoining months touch without sharing a day', () => {
  assert.ok(adjoins(january, february))
  assert.ok(adjoins(february, january))
  assert.ok(!overlaps(january, february))
  assert.equal(intersect(january, february), null)
  assert.ok(!adjoins(january, period(day('2022-02-02'), null)))
  assert.ok(!adjoins(fromInclusive(day('2022-01-01'), null), fromInclusive(day('2022-02-01'), null)))
})

test('taking a middle out leaves both sides', () => {
  assert.deepEqual(subtract(january, [fromInclusive(day('2022-01-10'), day('2022-01-12'))]), [
    { start: '2022-01-01', end: '2022-01-10' },
    { start: '2022-01-13', end: '2022-02-01' },
  ])
  assert.deepEqual(subtract(january, [fromInclusive(day('2022-01-01'), day('2022-01-05'))]), [
    { start: '2022-01-06', end: '2022-02-01' },
  ])
  assert.deepEqual(subtract(january, []), [january])
  assert.deepEqual(subtract(january, [period(day('2021-01-01'), null)]), [])
  assert.deepEqual(subtract(period(day('2022-01-01'), null), [february]), [
    { start: '2022-01-01', end: '2022-02-01' },
    { start: '2022-03-01', end: null },
  ])
})

test('property: overlapping is symmetric and is sharing a day', () => {
  fc.assert(
    fc.property(anyNearPeriod(), anyNearPeriod(), (a, b) => {
      const shared = daysOf(a).filter((d) => contains(b, d))
      assert.equal(overlaps(a, b), shared.length > 0)
      assert.equal(overlaps(b, a), overlaps(a, b))
      const both = intersect(a, b)
      assert.deepEqual(both === null ? [] : daysOf(both), shared)
    }),
  )
})

test('property: closed periods that adjoin share no day', () => {
  fc.assert(
    fc.property(anyPeriod(), anyPeriod(), (a, b) => {
      const end = a.end as Day
      const next = period(end, addDays(end, lengthDays(b)))
      assert.ok(adjoins(a, next) && adjoins(next, a))
      assert.ok(!overlaps(a, next))
    }),
  )
})

test('property: what is left after subtracting is exactly the days in none of the others', () => {
  fc.assert(
    fc.property(anyNearPeriod(), fc.array(anyNearPeriod(), { maxLength: 6 }), (p, others) => {
      const left = subtract(p, others)
      for (const d of eachDay(window)) {
        assert.equal(covered(left, d), contains(p, d) && !covered(others, d), d)
      }
      assertApart(left)
    }),
  )
})

test('property: merging keeps the days and leaves periods apart and in order', () => {
  fc.assert(
    fc.property(fc.array(anyNearPeriod(), { maxLength: 8 }), (periods) => {
      const merged = merge(periods)
      for (const d of eachDay(window)) assert.equal(covered(merged, d), covered(periods, d), d)
      assertApart(merged)
      assert.deepEqual(merge([...periods].reverse()), merged)
    }),
  )
})

test('property: a closed period has as many days as its length, from first to last', () => {
  fc.assert(
    fc.property(anyPeriod(60), (p) => {
      const days = [...eachDay(p)]
      assert.equal(days.length, lengthDays(p))
      assert.equal(days[0], p.start)
      assert.equal(days.at(-1), lastDay(p))
      assert.ok(days.every((d, index) => contains(p, d) && d === addDays(p.start, index)))
      assert.deepEqual(fromInclusive(p.start, lastDay(p)), p)
    }),
  )
})

function assertApart(periods: readonly Period[]): void {
  for (const [index, p] of periods.entries()) {
    assert.ok(lengthDays(p) >= 1)
    const before = periods[index - 1]
    if (before !== undefined) assert.ok(before.end !== null && before.end < p.start)
  }
}
