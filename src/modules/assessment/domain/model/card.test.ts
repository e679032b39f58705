import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardOf, type DataDescription, type MeasuredRows } from './card.ts'

const data: DataDescription = {
  synthetic: true,
  rows: { trained: 0, stopping: 0, measured: 0 },
  shareOfOnes: 0.5,
  heldOutBy: 'chance',
  time: null,
  columns: [],
}

type Row = readonly [chance: number, refit: number, target: 0 | 1, group: string, weight?: number]

function measured(rows: readonly Row[]): MeasuredRows {
  const chance = Float64Array.from(rows, ([one]) => one)
  return {
    chance,
    baseline: chance,
    refits: [Float64Array.from(rows, ([, refit]) => refit)],
    target: Uint8Array.from(rows, ([, , target]) => target),
    weight: Float64Array.from(rows, ([, , , , weight]) => weight ?? 1),
    groupings: [{ column: 'sex', groups: rows.map(([, , , group]) => group) }],
    period: rows.map(([, , target]) => `2022-0${1 + target}`),
  }
}
const times = (count: number, row: Row): Row[] => Array.from({ length: count }, () => row)

/** Of 30 women who succeed 6 are under 0.5, of 20 men 8; one woman of ten beside the cut changes side in the re-fit. */
const rows: Row[] = [
  ...times(6, [0.2, 0.2, 1, 'female']),
  ...times(24, [0.8, 0.8, 1, 'female']),
  ...times(9, [0.48, 0.47, 0, 'female']),
  ...times(1, [0.48, 0.51, 0, 'female']),
  ...times(8, [0.3, 0.3, 1, 'male']),
  ...times(12, [0.7, 0.7, 1, 'male']),
  ...times(10, [0.7, 0.7, 0, 'male']),
]

test('the errors of a group, its ratio to the largest group, and how often a re-fit changes the side', () => {
  const [point] = cardOf(measured(rows), data, [0.5]).cutPoints
  assert.deepEqual(point?.groups, [
    { column: 'sex', group: 'female', falseHighRisk: 0.2, falseLowRisk: 0, falseHighRiskRatio: 1 },
    { column: 'sex', group: 'male', falseHighRisk: 0.4, falseLowRisk: 1, falseHighRiskRatio: 2 },
  ])
  assert.deepEqual(
    [point?.shareBelow, point?.falseHighRisk, point?.falseLowRisk, point?.flipRate, point?.flipRateNear],
    [0.3429, 0.28, 0.5, 0.01429, 0.1],
  )
})

test('a weight counts as so many rows, in every number', () => {
  const card = cardOf(measured(rows), data, [0.5])
  const distinct = [...new Set(rows)]
  const weighted = distinct.map((row): Row => {
    const [chance, refit, target, group] = row
    return [chance, refit, target, group, rows.filter((one) => one === row).length]
  })
  // Groups of few rows are left out, so each weight is split over ten rows.
  const split = weighted.flatMap(([chance, refit, target, group, weight]) =>
    times(10, [chance, refit, target, group, (weight ?? 1) / 10]),
  )
  const again = cardOf(measured(split), data, [0.5])
  assert.deepEqual(again.cutPoints, card.cutPoints)
  assert.deepEqual(again.measured, card.measured)
  const gaps = (of: typeof card) => of.groups.map(({ group, gap }) => [group, gap])
  assert.deepEqual(gaps(again), gaps(card))
})

test('a group in which nobody succeeded, or everybody, has no shares of wrong answers, not ones of nought', () => {
  const alone = [...rows, ...times(30, [0.4, 0.4, 0, 'unknown'])]
  const card = cardOf(measured(alone), data, [0.5])
  assert.deepEqual(
    card.cutPoints[0]?.groups.map(({ group }) => group),
    ['female', 'male'],
  )
  assert.equal(card.groups.length, 3)
})
