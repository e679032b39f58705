import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addMonths, type Day, dayNumber, dayOfNumber, month, monthOf, weekday } from './day.ts'
import {
  addMonthsToDay,
  firstDayNumber,
  monthNumber,
  monthNumberOfDay,
  monthOfNumber,
  weekdaysBetween,
} from './day-count.ts'

const someDay = fc
  .oneof(fc.integer({ min: -26_000, max: 48_000 }), fc.integer({ min: -700_000, max: 2_900_000 }))
  .map((n) => dayOfNumber(n))

test('a month has the same number whether it is read from its text or from any of its days', () => {
  assert.equal(monthNumber(month('1970-01')), 0)
  assert.equal(monthNumber(month('1969-12')), -1)
  assert.equal(monthOfNumber(-1), '1969-12')
  fc.assert(
    fc.property(someDay, (day) => {
      const number = monthNumberOfDay(dayNumber(day))
      assert.equal(number, monthNumber(monthOf(day)))
      assert.equal(monthOfNumber(number), monthOf(day))
      assert.equal(dayOfNumber(firstDayNumber(number)), `${monthOf(day)}-01`)
    }),
  )
})

test('adding months to a day’s number is adding months to the day', () => {
  assert.equal(dayOfNumber(addMonthsToDay(dayNumber('2021-10-31' as Day), 4)), '2022-02-28')
  assert.equal(dayOfNumber(addMonthsToDay(dayNumber('2023-10-31' as Day), 4)), '2024-02-29')
  fc.assert(
    fc.property(someDay, fc.integer({ min: -30, max: 30 }), (day, count) => {
      assert.equal(dayOfNumber(addMonthsToDay(dayNumber(day), count)), addMonths(day, count))
    }),
  )
})

test('weekdays are counted as one would on a calendar', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 60 }), (day, length) => {
      const from = dayNumber(day)
      let slow = 0
      for (let n = from; n < from + length; n += 1) if (weekday(dayOfNumber(n)) <= 5) slow += 1
      assert.equal(weekdaysBetween(from, from + length), slow)
    }),
  )
})
