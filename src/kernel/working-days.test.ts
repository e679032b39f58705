import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Day } from './day.ts'
import { addDays, day, dayNumber, daysBetween, weekday, yearOf } from './day.ts'
import { eachDay, fromInclusive, period } from './period.ts'
import { anyDay, anyPeriod } from './testing.ts'
import {
  addWorkingDays,
  easterSunday,
  holidaysOf,
  isHoliday,
  isWorkingDay,
  workingDayNumberOnOrAfter,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysIn,
} from './working-days.ts'

const years = Array.from({ length: 131 }, (_, index) => 1970 + index)
const dayNamed = (year: number, name: string) => holidaysOf(year).find((holiday) => holiday.name === name)?.day

/** Gauss's rule with its two exceptions, another road to the same day. */
function easterByGauss(year: number): Day {
  const century = Math.floor(year / 100)
  const m = (15 + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25)) % 30
  const n = (4 + century - Math.floor(century / 4)) % 7
  const d = (19 * (year % 19) + m) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7
  if (d === 29 && e === 6) return day(`${year}-04-19`)
  if (d === 28 && e === 6 && (11 * m + 11) % 30 < 19) return day(`${year}-04-18`)
  return addDays(day(`${year}-03-22`), d + e)
}

test('the holidays and eves of 2022 are those in the almanac', () => {
  assert.deepEqual(
    holidaysOf(2022).map((holiday) => `${holiday.day} ${holiday.name}${holiday.kind === 'eve' ? ' *' : ''}`),
    [
      '2022-01-01 nyårsdagen',
      '2022-01-06 trettondedag jul',
      '2022-04-15 långfredagen',
      '2022-04-17 påskdagen',
      '2022-04-18 annandag påsk',
      '2022-05-01 första maj',
      '2022-05-26 Kristi himmelsfärdsdag',
      '2022-06-05 pingstdagen',
      '2022-06-06 nationaldagen',
      '2022-06-24 midsommarafton *',
      '2022-06-25 midsommardagen',
      '2022-11-05 alla helgons dag',
      '2022-12-24 julafton *',
      '2022-12-25 juldagen',
      '2022-12-26 annandag jul',
      '2022-12-31 nyårsafton *',
    ],
  )
})

test('Easter falls as the almanac says, at its earliest and latest too', () => {
  const known = [
    ['1970-03-29', '1981-04-19', '1997-03-30', '2000-04-23', '2008-03-23', '2011-04-24', '2019-04-21', '2020-04-12'],
    ['2021-04-04', '2023-04-09', '2024-03-31', '2025-04-20', '2038-04-25', '2049-04-18', '2076-04-19', '2100-03-28'],
  ].flat()
  for (const text of known) assert.equal(easterSunday(Number(text.slice(0, 4))), text)
})

test('the national day took the place of Whit Monday in 2005', () => {
  assert.equal(dayNamed(2004, 'annandag pingst'), '2004-05-31')
  assert.equal(dayNamed(2004, 'nationaldagen'), undefined)
  assert.ok(isWorkingDay(day('2003-06-06')))
  assert.equal(dayNamed(2005, 'annandag pingst'), undefined)
  assert.equal(dayNamed(2005, 'nationaldagen'), '2005-06-06')
  assert.ok(isWorkingDay(day('2005-05-16')))
})

test('an eve is no working day, an ordinary Friday is, and a Saturday is free without being a holiday', () => {
  assert.ok(!isWorkingDay(day('2022-06-24')))
  assert.ok(!isWorkingDay(day('2021-12-24')))
  assert.ok(!isWorkingDay(day('2021-12-31')))
  assert.ok(isWorkingDay(day('2022-04-14')))
  assert.ok(isWorkingDay(day('2022-06-23')))
  assert.ok(!isHoliday(day('2022-10-01')) && !isWorkingDay(day('2022-10-01')))
})

test('five working days over Easter 2022 and ten over New Year', () => {
  assert.equal(addWorkingDays(day('2022-04-13'), 5), '2022-04-22')
  assert.equal(addWorkingDays(day('2022-12-22'), 10), '2023-01-09')
  assert.equal(addWorkingDays(day('2022-10-01'), 1), '2022-10-03')
  assert.equal(addWorkingDays(day('2022-10-01'), 0), '2022-10-01')
  assert.equal(workingDayOnOrAfter(day('2022-12-24')), '2022-12-27')
  assert.equal(workingDayOnOrAfter(day('2022-10-03')), '2022-10-03')
  assert.equal(workingDayOnOrBefore(day('2022-12-26')), '2022-12-23')
  assert.equal(workingDaysIn(fromInclusive(day('2022-12-01'), day('2022-12-31'))), 21)
  assert.equal(workingDaysIn(fromInclusive(day('2022-12-24'), day('2022-12-26'))), 0)
})

test('what is not known is refused: other years, open periods, negative counts', () => {
  assert.throws(() => holidaysOf(1969), RangeError)
  assert.throws(() => holidaysOf(2101), RangeError)
  assert.throws(() => isWorkingDay(day('1969-12-31')), RangeError)
  assert.throws(() => isWorkingDay(day('2101-01-01')), RangeError)
  assert.throws(() => addWorkingDays(day('2100-12-30'), 1), RangeError)
  assert.throws(() => workingDayOnOrBefore(day('1970-01-01')), RangeError)
  assert.throws(() => workingDaysIn(period(day('2022-01-01'), null)), RangeError)
  assert.throws(() => addWorkingDays(day('2022-01-01'), -1), RangeError)
  assert.throws(() => addWorkingDays(day('2022-01-01'), 0.5), RangeError)
})

test('property: in every year 1970–2100 the movable days fall where the law puts them', () => {
  for (const year of years) {
    const easter = easterSunday(year)
    assert.equal(easter, easterByGauss(year))
    assert.equal(weekday(easter), 7)
    assert.ok(easter >= `${year}-03-22` && easter <= `${year}-04-25`)
    const from = (name: string) => daysBetween(easter, dayNamed(year, name) as Day)
    assert.deepEqual(
      ['långfredagen', 'annandag påsk', 'Kristi himmelsfärdsdag', 'pingstdagen'].map(from),
      [-2, 1, 39, 49],
    )
    const midsummer = dayNamed(year, 'midsommardagen') as Day
    assert.equal(weekday(midsummer), 6)
    assert.ok(midsummer >= `${year}-06-20` && midsummer <= `${year}-06-26`)
    assert.equal(dayNamed(year, 'midsommarafton'), addDays(midsummer, -1))
    const allSaints = dayNamed(year, 'alla helgons dag') as Day
    assert.equal(weekday(allSaints), 6)
    assert.ok(allSaints >= `${year}-10-31` && allSaints <= `${year}-11-06`)
  }
})

test('property: each year lists 16 named days in order, all within the year and none a working day', () => {
  for (const year of years) {
    const days = holidaysOf(year).map((holiday) => holiday.day)
    assert.equal(days.length, 16)
    assert.deepEqual([...days].sort(), days)
    for (const d of days) assert.ok(yearOf(d) === year && isHoliday(d) && !isWorkingDay(d))
  }
})

test('property: a working day is a weekday that is not in the list', () => {
  fc.assert(
    fc.property(anyDay(), (d) => {
      assert.equal(isWorkingDay(d), weekday(d) <= 5 && !isHoliday(d))
    }),
    { numRuns: 500 },
  )
})

test('property: the nth working day after a day is reached by walking day by day', () => {
  fc.assert(
    fc.property(anyDay('1970-01-01', '2099-12-31'), fc.integer({ min: 1, max: 60 }), (d, n) => {
      let walked = d
      for (let left = n; left > 0; ) {
        walked = addDays(walked, 1)
        if (isWorkingDay(walked)) left -= 1
      }
      assert.equal(addWorkingDays(d, n), walked)
      assert.equal(workingDaysIn(fromInclusive(addDays(d, 1), walked)), n)
    }),
  )
})

test('property: working days in a period are its days that are working days', () => {
  fc.assert(
    fc.property(anyPeriod(), (p) => {
      assert.equal(workingDaysIn(p), [...eachDay(p)].filter(isWorkingDay).length)
    }),
  )
})

test('property: moving to a working day skips free days only', () => {
  fc.assert(
    fc.property(anyDay('1970-01-08', '2100-12-20'), (d) => {
      const after = workingDayOnOrAfter(d)
      const before = workingDayOnOrBefore(d)
      assert.ok(isWorkingDay(after) && isWorkingDay(before) && before <= d && d <= after)
      assert.equal(workingDaysIn(fromInclusive(before, after)), before === after ? 1 : 2)
      assert.equal(before === d, isWorkingDay(d))
      assert.equal(after === d, isWorkingDay(d))
      assert.equal(workingDayNumberOnOrAfter(dayNumber(d)), dayNumber(after))
    }),
  )
})
