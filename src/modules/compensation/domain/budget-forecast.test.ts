import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { seeded } from '../../../kernel/random.ts'
import { overridden, rulesOn } from '../../../rules/index.ts'
import { accuracyByLead, errorShare } from './budget-accuracy.ts'
import { type BudgetCell, type ForecastMonth, forecastMonths, intervalOf } from './budget-forecast.ts'

const rules = rulesOn(day('2022-10-03'))
const plain = { level: 'C', priceModel: null, areaCode: '14', officeId: 'o1', cases: 1 } as const
const cell = (changes: Partial<BudgetCell> = {}): BudgetCell => ({
  ...plain,
  state: 'in-service',
  served: 0,
  granted: 6,
  shift: 0,
  ...changes,
})
const means = (months: readonly ForecastMonth[]) => months.map(({ mean }) => Math.round(mean))
const sure = overridden(rules, {
  decision: {
    successShare: { A: 0, B: 0, C: 0 },
    otherExitShare: { A: 0, B: 0, C: 0 },
    extendedShare: { A: 0, B: 0, C: 0 },
  },
})
const near = (given: number, wanted: number, share = 1e-9) =>
  assert.ok(Math.abs(given - wanted) <= Math.abs(wanted) * share, `${given} is not ${wanted}`)

describe('a forecast', () => {
  test('where nothing is left to chance is the fee of each granted month and nothing more', () => {
    const fee = 198_000
    assert.deepEqual(means(forecastMonths([cell({ served: 4 })], sure)).slice(0, 4), [fee, fee, 0, 0])
    assert.deepEqual(means(forecastMonths([cell({ state: 'coming', shift: 1, cases: 10 })], sure)).slice(0, 3), [
      0,
      5 * fee,
      10 * fee,
    ])
    assert.deepEqual(means(forecastMonths([cell({ state: 'new' })], sure)).slice(0, 3), [0, fee, fee])
    const [month] = forecastMonths([cell({ served: 4 })], sure)
    assert.ok(Math.abs(month?.variance ?? 1) < 1e-3)
  })

  test('pays an outcome that is proven in the month when it has lasted, with what was left of the fee', () => {
    const months = forecastMonths([cell({ state: 'verified', served: 5, shift: -2 })], rules)
    const at = 4 - 2 + rules.compensation.payDelayMonths
    assert.deepEqual(
      means(months)
        .map((mean, index) => (mean === 0 ? null : index))
        .filter((index) => index !== null),
      [at],
    )
    near(months[at]?.mean ?? 0, 3_800_000 + 7 * 198_000)
    near(months[at]?.byKindAndLevel.get('speed_premium/C')?.mean ?? 0, 7 * 198_000)
    assert.equal(months[at]?.variance, 0)
  })

  test('takes one that is signalled by the share that lasts, at once when it is overdue, and not for ever', () => {
    const overdue = forecastMonths([cell({ state: 'begun', shift: -7 })], rules)
    near(overdue[0]?.byKindAndLevel.get('outcome_payment/C')?.mean ?? 0, 0.725 * 3_800_000)
    assert.ok((overdue[0]?.variance ?? 0) > 0)
    assert.equal(
      means(forecastMonths([cell({ state: 'begun', shift: -20 })], rules)).every((mean) => mean === 0),
      true,
    )
  })

  test('under the second version pays half after three months and half after six, and no premium', () => {
    const later = rulesOn(day('2023-09-01'))
    const months = forecastMonths([cell({ state: 'verified', level: 'A', shift: 0 })], later)
    const paid = means(months).flatMap((mean, index) => (mean === 0 ? [] : [[index, mean]]))
    assert.deepEqual(paid, [
      [3, 1_015_000],
      [6, 1_015_000],
    ])
  })

  test('counts people, not cells: ten alike are ten times one, and its parts are its sum', () => {
    const cells = [
      cell({ cases: 7 }),
      cell({ cases: 3, areaCode: '15' }),
      cell({ level: 'A', served: 8, granted: 12, cases: 5 }),
    ]
    const together = forecastMonths(cells, rules)
    const [ten] = forecastMonths([cell({ cases: 10 })], rules)
    const [one] = forecastMonths([cell()], rules)
    near(ten?.mean ?? 0, 10 * (one?.mean ?? 1))
    near(ten?.variance ?? 0, 10 * (one?.variance ?? 1))
    for (const month of together) {
      for (const parts of [month.byKindAndLevel, month.byArea, month.byOffice])
        near(
          [...parts.values()].reduce((sum, part) => sum + part.mean, 0),
          month.mean,
          1e-9,
        )
    }
  })

  test('is what a thousand simulated services give, and its interval holds as often as it says', () => {
    const random = seeded(20_221_003)
    const still = overridden(rules, { compensation: { commonDeviation: { firstMonth: 0, moreAMonth: 0 } } })
    const [, , , , , , , expected] = forecastMonths([cell({ cases: 400 })], still)
    assert.ok(expected)
    const month = 7
    const { lowOre, highOre } = intervalOf(expected, still, month)
    let inside = 0
    let sum = 0
    const rounds = 300
    for (let round = 0; round < rounds; round += 1) {
      let paid = 0
      for (let person = 0; person < 400; person += 1) paid += drawn(random.next, month)
      sum += paid
      if (paid >= lowOre && paid <= highOre) inside += 1
    }
    near(sum / rounds, expected.mean, 0.03)
    assert.ok(inside / rounds > 0.72 && inside / rounds < 0.88, `${inside / rounds}`)
  })

  test('of 95,000 people in thirty thousand cells takes well under a second', () => {
    const random = seeded(1)
    const cells = Array.from({ length: 30_000 }, () =>
      cell({
        level: random.pick(['A', 'C']),
        served: random.int(12),
        granted: random.pick([6, 12]),
        areaCode: `a${random.int(72)}`,
        officeId: `o${random.int(150)}`,
        cases: 3,
      }),
    )
    const began = performance.now()
    forecastMonths(cells, rules)
    assert.ok(performance.now() - began < 2_000)
  })
})

/** What one service that begins now gives in the month, drawn by the same hazards in the plainest way. */
function drawn(next: () => number, wanted: number): number {
  const { successShare, outcomeTiming, otherExitShare, extendedShare } = rules.decision
  let alive = 1
  const fee = 198_000
  let paid = 0
  let present = true
  let ended = 0
  const outcomes: number[] = []
  // The cohort's shares first, so that each month's hazard is known.
  for (const [index, weight] of outcomeTiming.months.entries()) {
    const outcome = (successShare.C * weight) / alive
    outcomes.push(outcome)
    const left = alive * (1 - outcome - otherExitShare.C)
    const ends = index === 11 ? left : index === 5 ? left * (1 - extendedShare.C) : 0
    ended += ends
    alive = left - ends
  }
  const after = (successShare.C * outcomeTiming.afterEnd) / ended
  for (const [index, outcome] of outcomes.entries()) {
    if (!present) break
    const u = next()
    const payMonth = index + 4 + rules.compensation.payDelayMonths
    if (u < outcome) {
      if (index === wanted) paid += fee / 2
      if (payMonth === wanted) paid += 3_800_000 + (12 - index - 0.5) * fee
      present = false
    } else if (u < outcome + otherExitShare.C) {
      if (index === wanted) paid += fee / 2
      present = false
    } else {
      if (index === wanted) paid += fee
      if (index === 11 || (index === 5 && next() >= extendedShare.C)) {
        present = false
        if (next() < after && payMonth + 1 === wanted) paid += 3_800_000
      }
    }
  }
  return paid
}

test('an interval is wider the further ahead, never below zero, and as wide as the rule says', () => {
  const sum = { mean: 1_000_000, variance: 0 }
  const wide = (monthsAhead: number) => intervalOf(sum, rules, monthsAhead)
  assert.deepEqual(wide(0), { lowOre: 871_840, highOre: 1_128_160 })
  assert.ok(wide(12).highOre - wide(12).lowOre > 3 * (wide(0).highOre - wide(0).lowOre))
  assert.equal(intervalOf({ mean: 10, variance: 1e6 }, rules, 0).lowOre, 0)
})

describe('how a forecast did', () => {
  const outcome = (lead: number, expectedOre: number, postedOre: number) => ({
    month: '2022-10',
    lead,
    expectedOre,
    lowOre: expectedOre * 0.9,
    highOre: expectedOre * 1.1,
    postedOre,
  })

  test('is told by the size of its errors, by its bias and by how often the interval held, for each lead', () => {
    assert.deepEqual(accuracyByLead([outcome(3, 120, 100), outcome(3, 100, 100), outcome(1, 90, 100)]), [
      { lead: 1, months: 1, meanErrorShare: 0.1, biasShare: -0.1, insideShare: 0 },
      { lead: 3, months: 2, meanErrorShare: 0.1, biasShare: 0.1, insideShare: 0.5 },
    ])
  })

  test('has no error where nothing was paid', () => {
    assert.equal(errorShare({ expectedOre: 5, postedOre: 0 }), null)
    const [nothing] = accuracyByLead([outcome(1, 5, 0)])
    assert.deepEqual([nothing?.meanErrorShare, nothing?.biasShare, nothing?.insideShare], [null, null, 0])
  })
})
