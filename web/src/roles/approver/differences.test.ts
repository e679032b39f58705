import assert from 'node:assert/strict'
import { test } from 'node:test'
import { largestDifferences } from './differences.ts'

const change = (kind: 'base_fee' | 'outcome_payment' | 'speed_premium', ore: number, previousOre: number) => ({
  kind,
  ore,
  previousOre,
  lines: 1,
  previousLines: 1,
})

test('the largest difference comes first, whichever way it goes', () => {
  const found = largestDifferences({
    byKind: [change('base_fee', 100_00, 90_00), change('outcome_payment', 0, 38_000_00), change('speed_premium', 5, 5)],
  })
  assert.deepEqual(found, [
    { kind: 'outcome_payment', ore: -38_000_00 },
    { kind: 'base_fee', ore: 10_00 },
  ])
})
