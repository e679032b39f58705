import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PartOfEstimate } from '../../../../src/modules/assessment/contract.ts'
import {
  chanceWithoutSensitive,
  inTenths,
  nearestCut,
  scaleOf,
  shownToSum,
  strengthOf,
  valuesChanged,
  zoneOf,
  zonesTouched,
} from './glass-reading.ts'

const cuts = { farBelow: 0.2, levelBFrom: 0.26, levelAFrom: 0.32, nearFrom: 0.38 }
const chance = (low: number, probability: number, high: number) => ({ low, probability, high })

function aPart(part: Partial<PartOfEstimate>): PartOfEstimate {
  const blank = { name: 'age', label: 'Ålder', value: 40, valueText: '40 år', effect: 0.1, error: null }
  return { ...blank, sensitive: false, of: [], note: null, ...part }
}

describe('a chance against the cut points', () => {
  test('stands in the zone that begins at its cut point', () => {
    assert.deepEqual(
      [0.1999, 0.2, 0.26, 0.32, 0.38].map((one) => zoneOf(one, cuts)),
      ['far', 'C', 'B', 'A', 'near'],
    )
  })

  test('whose interval stays in one zone has the same answer throughout, another may have several', () => {
    assert.deepEqual(zonesTouched(chance(0.21, 0.23, 0.25), cuts), ['C'])
    assert.deepEqual(zonesTouched(chance(0.19, 0.23, 0.33), cuts), ['far', 'C', 'B', 'A'])
  })

  test('has a nearest cut point with a zone on each side', () => {
    assert.deepEqual(nearestCut(chance(0.2, 0.3, 0.4), cuts), { at: 0.32, below: 'B', above: 'A' })
  })

  test('is drawn on a scale that ends at a whole tenth above all of it, never over 1', () => {
    assert.equal(scaleOf(chance(0.2, 0.3, 0.36), cuts).end, 0.5)
    assert.equal(scaleOf(chance(0.9, 0.95, 0.99), cuts).end, 1)
    const { bands } = scaleOf(chance(0.2, 0.3, 0.36), cuts)
    assert.deepEqual(
      bands.map((band) => band.zone),
      ['far', 'C', 'B', 'A', 'near'],
    )
    assert.equal(bands.at(-1)?.to, 0.5)
  })

  test('leaves out a level that two equal cut points close', () => {
    const closed = { ...cuts, levelBFrom: 0.2 }
    assert.ok(!scaleOf(chance(0.2, 0.3, 0.36), closed).bands.some((band) => band.zone === 'C'))
  })
})

test('a chance is told in tenths, and at the ends as fewer or more', () => {
  assert.deepEqual([0.02, 0.36, 0.97].map(inTenths), [
    { kind: 'fewer', count: 1 },
    { kind: 'about', count: 4 },
    { kind: 'more', count: 9 },
  ])
})

test('the weight of a part is told in words by its size, whichever way it pulls', () => {
  assert.deepEqual([0.7, -0.3, 0.05, -0.001].map(strengthOf), ['much', 'some', 'little', 'nothing'])
})

test('without the sensitive parts the chance is what the others alone give', () => {
  const parts = [aPart({ effect: 0.5, sensitive: true }), aPart({ effect: -1 })]
  assert.equal(chanceWithoutSensitive({ parts, logOdds: -0.5 }), 1 / (1 + Math.exp(1)))
})

describe('rounded numbers', () => {
  test('sum to the rounded total exactly, where rounding each alone would not', () => {
    const values = [0.3333, 0.3333, 0.3334]
    const shown = shownToSum(values, 1, 2)
    assert.deepEqual(shown, [0.33, 0.33, 0.34])
    assert.notEqual(
      values.map((value) => Math.round(value * 100) / 100).reduce((a, b) => a + b),
      1,
    )
  })

  test('below zero too', () => {
    const shown = shownToSum([-0.126, -0.126, 0.05], -0.202, 2)
    assert.equal(Math.round(shown.reduce((a, b) => a + b) * 100), -20)
  })
})

test('only values that are others than before are told, and never those of a pair', () => {
  const before = [aPart({ valueText: '40 år' }), aPart({ name: 'sex', valueText: 'kvinna' })]
  const pair = {
    name: 'age × sex',
    of: [{ name: 'age', label: 'Ålder', valueText: '41 år' }],
    valueText: '41 år, kvinna',
  }
  const now = [aPart({ valueText: '41 år' }), aPart({ name: 'sex', valueText: 'kvinna' }), aPart(pair)]
  assert.deepEqual(valuesChanged([...before, aPart({ ...pair, valueText: '40 år, kvinna' })], now), [
    { label: 'Ålder', from: '40 år', to: '41 år' },
  ])
})
