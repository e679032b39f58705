import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../../src/kernel/day.ts'
import { marksOf, stripDays } from './case-marks.ts'
import type { StepFact } from './case-steps.ts'

const today = day('2022-11-15')
const step = (kind: string, on: string, facts: StepFact['facts'] = {}): StepFact => {
  return {
    module: kind.split('.')[0] ?? '',
    kind,
    on: day(on),
    at: `${on}T09:00:00.000Z`,
    who: null,
    rule: null,
    facts,
  }
}
const told = (steps: readonly StepFact[]) =>
  marksOf(steps, today, (one) => ('step' in one ? one.step.kind : one.mark)).map(({ label, state, on }) => [
    label,
    state,
    on,
  ])

const granted = step('decision.referral-granted', '2022-09-20')
const dated = step('decision.decision-dated', '2022-10-03', { firstDay: '2022-10-03', lastDay: '2023-03-31' })

test('the strip covers the latest service with its last granted day', () => {
  const extended = step('decision.decision-dated', '2023-04-01', { firstDay: '2023-04-01', lastDay: '2023-09-27' })
  assert.deepEqual(stripDays([granted, dated, extended], day('2021-01-01'), today), {
    first: '2022-10-03',
    last: '2023-09-27',
  })
})

test('before a decision the strip covers at most half a year of registration', () => {
  assert.deepEqual(stripDays([], day('2019-01-01'), today), { first: '2022-05-17', last: null })
  assert.deepEqual(stripDays([], day('2022-11-01'), today), { first: '2022-11-01', last: null })
})

test('a planned meeting that has passed unrecorded is late, one that did not take place is missed', () => {
  const steps = [step('delivery.meeting-planned', '2022-11-10'), step('delivery.meeting-not-held', '2022-11-01')]
  assert.deepEqual(told(steps), [
    ['delivery.meeting-planned', 'late', '2022-11-10'],
    ['delivery.meeting-not-held', 'missed', '2022-11-01'],
  ])
})

test('the last day to choose is shown until somebody is placed', () => {
  const opened = step('market.choice-opened', '2022-11-10', { dueOn: '2022-11-17' })
  assert.deepEqual(told([opened]), [['choose-by', 'coming', '2022-11-17']])
  assert.deepEqual(told([opened, step('market.provider-chosen', '2022-11-11')]), [])
})

test('the last granted day is marked, and the first while it lies ahead', () => {
  assert.deepEqual(told([dated]), [['service-ends', 'coming', '2023-03-31']])
})

test('a measure with another actor stands in every week that it runs in, by its newest days', () => {
  const measure = (kind: string, lastDay: string): StepFact => ({
    module: 'decision',
    kind,
    on: day('2022-10-03'),
    at: '2022-10-03T08:00:00.000Z',
    who: null,
    rule: null,
    facts: { measureId: lastDay, measure: 'validation', actor: 'Skolan', firstDay: '2022-10-05', lastDay },
  })
  const decided = measure('decision.parallel-measure-decided', '2022-10-21')
  const seen = (steps: readonly StepFact[]) =>
    marksOf(steps, day('2022-10-12'), () => 'x').map(({ on, state }) => [on, state])
  assert.deepEqual(seen([decided]), [
    ['2022-10-05', 'done'],
    ['2022-10-10', 'done'],
    ['2022-10-17', 'coming'],
  ])
  assert.deepEqual(seen([decided, measure('decision.parallel-measure-ended', '2022-10-07')]), [['2022-10-05', 'done']])
  assert.deepEqual(seen([decided, measure('decision.parallel-measure-ended', '2022-10-04')]), [])
})
