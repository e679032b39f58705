import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../../src/kernel/day.ts'
import { type StripMark, weekNow, weeksOf } from './weeks.ts'

const first = day('2022-08-10')
const last = day('2022-09-02')
const mark = (id: string, on: string): StripMark => ({ id, kind: 'meeting', state: 'done', on: day(on), label: id })

test('the strip runs from the Monday of the first day to the week of the last day', () => {
  const weeks = weeksOf(first, last, day('2022-08-24'), [])
  assert.deepEqual(
    weeks.map((week) => [week.monday, week.number, week.when]),
    [
      ['2022-08-08', 32, 'past'],
      ['2022-08-15', 33, 'past'],
      ['2022-08-22', 34, 'now'],
      ['2022-08-29', 35, 'coming'],
    ],
  )
})

test('a mark stands in the week of its day, and marks of one week stand in order of day', () => {
  const weeks = weeksOf(first, last, first, [mark('sunday', '2022-08-21'), mark('monday', '2022-08-15')])
  assert.deepEqual(
    weeks[1]?.marks.map((one) => one.id),
    ['monday', 'sunday'],
  )
  assert.deepEqual(weeks[2]?.marks, [])
})

test('an open end shows eight weeks ahead of today', () => {
  assert.equal(weeksOf(first, null, day('2022-10-03'), []).at(-1)?.monday, '2022-11-28')
})

test('before the first day now is week 0, after the last one more than all', () => {
  assert.equal(weekNow(weeksOf(first, last, day('2022-08-01'), [])), 0)
  assert.equal(weekNow(weeksOf(first, last, day('2022-08-24'), [])), 3)
  assert.equal(weekNow(weeksOf(first, last, day('2022-09-20'), [])), 5)
})

test('the turn of the year keeps the ISO week numbers', () => {
  const weeks = weeksOf(day('2020-12-21'), day('2021-01-10'), day('2020-12-31'), [])
  assert.deepEqual(
    weeks.map((week) => week.number),
    [52, 53, 1],
  )
})
