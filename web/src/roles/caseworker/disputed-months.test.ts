import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../../../src/kernel/day.ts'
import type { StepFact } from '../../ui/case-steps.ts'
import { disputedMonths } from './disputed-months.ts'

const step = (kind: string, on: string, facts: StepFact['facts']): StepFact => {
  return { module: 'delivery', kind, on: day(on), at: `${on}T09:00:00.000Z`, who: null, rule: null, facts }
}

test('a month is disputed while an activity or a meeting in it is disputed and not settled', () => {
  const steps = [
    step('delivery.activities-logged', '2022-06-10', { count: 2, disputed: 1 }),
    step('delivery.activities-logged', '2022-07-10', { count: 2, disputed: 0 }),
    step('delivery.meeting-held', '2022-05-03', { answer: 'disputed' }),
    step('delivery.meeting-held', '2022-08-03', { answer: 'settled-stands' }),
  ]
  assert.deepEqual(disputedMonths(steps), ['2022-05', '2022-06'])
})
