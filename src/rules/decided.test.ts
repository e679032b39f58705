import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../kernel/day.ts'
import { assessment } from './assessment.ts'
import { type DecidedValue, datedValuesWith, rulesWith } from './decided.ts'
import { windowNumberedWith, windowsWith } from './decided-windows.ts'
import { ruleListOn, rulesOn, windowNumbered, windows } from './index.ts'

const cuts = { nearFrom: 0.6, levelAFrom: 0.5, levelBFrom: 0.4, farBelow: 0.3 }
const november: DecidedValue = { id: 'n', name: 'assessment.cutPoints', from: day('2022-11-01'), value: cuts }
const seventh = {
  ...rulesOn(day('2022-10-03')).assessment.window,
  number: 7,
  from: day('2022-11-01'),
  registeredDays: 30,
}
const window: DecidedValue = { id: 'w', name: 'assessment.window', from: day('2022-11-01'), value: seventh }

test('where nothing is decided the written rules answer, the same object for all', () => {
  assert.equal(rulesWith(day('2022-10-03'), null), rulesOn(day('2022-10-03')))
  assert.equal(rulesWith(day('2022-10-03'), []), rulesOn(day('2022-10-03')))
})

test('a decided value governs from its day on, under a key of its own, and leaves all other rules', () => {
  assert.equal(rulesWith(day('2022-10-31'), [november]), rulesOn(day('2022-10-31')))
  const rules = rulesWith(day('2022-11-01'), [november])
  assert.deepEqual(rules.assessment.cutPoints, cuts)
  assert.equal(rules.key, `${rulesOn(day('2022-11-01')).key}+assessment.cutPoints@2022-11-01`)
  assert.equal(rules.since, '2022-11-01')
  assert.deepEqual(rules.assessment.window, rulesOn(day('2022-11-01')).assessment.window)
  assert.equal(rules.market, rulesOn(day('2022-11-01')).market)
  assert.equal(rulesWith(day('2022-11-02'), [november]), rules)
})

test('a written value that begins later takes over from a decided one', () => {
  assert.equal(rulesWith(day('2023-02-28'), [window]).assessment.window.number, 7)
  assert.equal(rulesWith(day('2023-03-01'), [window]).assessment.window.number, 6)
})

test('a rule that may not be decided on stays as it is written, whatever the database says', () => {
  const other: DecidedValue = { id: 'o', name: 'assessment.validityDays', from: day('2022-10-01'), value: 1 }
  const another: DecidedValue = { id: 'p', name: 'decision.window', from: day('2022-10-01'), value: 1 }
  assert.equal(rulesWith(day('2022-10-03'), [other, another]), rulesOn(day('2022-10-03')))
})

test('the dated values of a rule hold the decided ones in order of their days, each with its last day', () => {
  const all = datedValuesWith(assessment.window, [window])
  assert.deepEqual(
    all.slice(-4).map((one) => [one.value?.number, one.from, one.lastDay]),
    [
      [5, '2022-09-08', '2022-10-31'],
      [7, '2022-11-01', '2023-02-28'],
      [6, '2023-03-01', '2023-04-16'],
      [6, '2023-04-17', null],
    ],
  )
})

test('the list of rules shows the decided value on its day and until when it holds', () => {
  const line = (on: string) => ruleListOn(day(on), [window]).find((each) => each.name === 'assessment.window')
  assert.equal(line('2022-10-31')?.to, '2022-10-31')
  assert.deepEqual([line('2022-11-01')?.from, line('2022-11-01')?.to], ['2022-11-01', '2023-02-28'])
  assert.equal(line('2022-11-01')?.provenance, 'A')
})

test('a decided window stands among the published ones, and a published one comes back after it', () => {
  assert.deepEqual(windowsWith([]), windows())
  const spring: DecidedValue = { ...window, from: day('2023-04-01') }
  assert.deepEqual(
    windowsWith([spring])
      .slice(-3)
      .map((one) => [one.number, one.from, one.lastDay]),
    [
      [6, '2023-03-01', '2023-03-31'],
      [7, '2023-04-01', '2023-04-16'],
      [6, '2023-04-17', null],
    ],
  )
})

test('a window is found by its number with the cut points of its days, decided or published', () => {
  const decided = [window, november]
  assert.deepEqual(windowNumberedWith(7, day('2022-10-03'), decided), { window: seventh, cutPoints: cuts })
  assert.deepEqual(windowNumberedWith(4, day('2022-03-01'), decided), windowNumbered(4, day('2022-03-01')))
  assert.deepEqual(windowNumberedWith(4, day('2025-01-01'), decided), windowNumbered(4, day('2025-01-01')))
  assert.equal(windowNumberedWith(8, day('2022-10-03'), decided), null)
})
