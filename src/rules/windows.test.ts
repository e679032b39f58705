import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day } from '../kernel/day.ts'
import { assessment } from './assessment.ts'
import { rulesOn, windowNumbered, windows } from './index.ts'
import { windowCases } from './windows.cases.ts'

for (const each of windowCases) {
  test(`on ${each.day} window ${each.number} is in force, with its criteria (programme ${each.rule})`, () => {
    const { window } = rulesOn(day(each.day)).assessment
    assert.equal(window.number, each.number)
    assert.equal(window.registeredDays, each.outside)
    assert.equal(window.registeredDaysInProgramme, each.inside)
    assert.deepEqual(window.programmes, each.programmes)
    assert.deepEqual(window.exceptions, [])
  })
}

test('ROM2 adds: 25 or older and full-time unemployed, or in a programme', () => {
  assert.equal(rulesOn(day('2023-04-16')).assessment.window.adultOrProgramme, null)
  assert.deepEqual(rulesOn(day('2023-04-17')).assessment.window.adultOrProgramme, {
    age: 25,
    programmes: ['JOB', 'UGA', 'ETP'],
  })
})

test('the six windows tile time from the first day of the programme, without gap or overlap', () => {
  const list = windows()
  assert.deepEqual(
    list.map((each) => [each.number, each.from, each.lastDay]),
    [
      [1, '2020-03-30', '2020-12-06'],
      [2, '2020-12-07', '2021-07-31'],
      [3, '2021-08-01', '2021-11-15'],
      [4, '2021-11-16', '2022-09-07'],
      [5, '2022-09-08', '2023-02-28'],
      [6, '2023-03-01', null],
    ],
  )
  for (const [index, each] of list.entries()) {
    const next = list[index + 1]
    if (each.lastDay !== null) assert.equal(addDays(each.lastDay, 1), next?.from)
  }
})

test('a window is the same on all of its days but names its own first day', () => {
  for (const { value } of assessment.window.values) {
    const period = windows().find((each) => each.number === value?.number)
    assert.equal(value?.from, period?.from)
  }
})

test('cut points lie in order and inside 0 to 1 in every window', () => {
  for (const { value } of assessment.cutPoints.values) {
    assert.ok(value)
    const points = [0, value.farBelow, value.levelBFrom, value.levelAFrom, value.nearFrom, 1]
    assert.deepEqual(
      points,
      points.toSorted((a, b) => a - b),
    )
    assert.equal(new Set(points).size, points.length)
  }
})

test('a named window is found on a day outside it, as it stood nearest to that day', () => {
  assert.equal(windowNumbered(4, day('2022-03-01')).window.registeredDays, 250)
  assert.equal(windowNumbered(4, day('2025-01-01')).window.registeredDays, 250)
  assert.deepEqual(windowNumbered(3, day('2020-01-01')).window.programmes, ['JOB'])
  assert.deepEqual(windowNumbered(3, day('2024-01-01')).window.programmes, ['JOB', 'UGA', 'ETP'])
  assert.deepEqual(windowNumbered(1, day('2020-04-30')).cutPoints, rulesOn(day('2020-04-30')).assessment.cutPoints)
  assert.throws(() => windowNumbered(7, day('2022-03-01')), /There is no window 7/)
})
