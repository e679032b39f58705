import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { overridden, rulesOn } from '../../../rules/index.ts'
import { commitmentOf, courseAhead, outcomeAfterEnd } from './index.ts'

const rules = rulesOn(day('2022-10-03'))
const near = (given: number, wanted: number, within: number) =>
  assert.ok(Math.abs(given - wanted) <= within, `${given} is not ${wanted} ± ${within}`)

describe('the course of a service', () => {
  test('lets a whole cohort succeed to the published share, level by level', () => {
    for (const [level, share] of [
      ['A', 0.38],
      ['B', 0.33],
      ['C', 0.3],
    ] as const) {
      const ahead = courseAhead({ level, monthsServed: 0, monthsGranted: 6 }, rules)
      near(
        ahead.reduce((sum, month) => sum + month.outcome + month.outcomeAfter, 0),
        share,
        1e-9,
      )
    }
  })

  test('loses nobody: each leaves with an outcome, without one, or when the days are over', () => {
    for (const monthsServed of [0, 3, 5, 6, 11]) {
      const ahead = courseAhead({ level: 'C', monthsServed, monthsGranted: monthsServed < 6 ? 6 : 12 }, rules)
      const gone = ahead.reduce((sum, { outcome, exit, ends }) => sum + outcome + exit + ends, 0)
      near(gone, 1, 1e-9)
      assert.ok(ahead.every(({ ends, outcomeAfter }) => outcomeAfter <= ends))
    }
  })

  test('ends at the granted days when no extension is thought of', () => {
    const ahead = courseAhead({ level: 'B', monthsServed: 2, monthsGranted: 6, settled: true }, rules)
    assert.deepEqual(
      ahead.map(({ month }) => month),
      [3, 4, 5, 6],
    )
    near((ahead.at(-1)?.outcomeAfter ?? 0) / (ahead.at(-1)?.ends ?? 1), outcomeAfterEnd('B', rules), 1e-12)
  })
})

describe('what a decision commits', () => {
  const referral = { kind: 'referral', level: 'C', priceModel: null, days: 180 } as const

  test('is the fee alone where nobody comes to an outcome and nobody leaves', () => {
    const still = overridden(rules, {
      decision: { successShare: { A: 0, B: 0, C: 0 }, otherExitShare: { A: 0, B: 0, C: 0 } },
    })
    assert.deepEqual(commitmentOf(referral, still), { expectedOre: 6 * 198_000, deviationOre: 0 })
    assert.deepEqual(commitmentOf({ ...referral, kind: 'extension' }, still), {
      expectedOre: 6 * 198_000,
      deviationOre: 0,
    })
  })

  test('is worked out by hand for a service of one possible month', () => {
    const months = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    const sure = overridden(rules, {
      decision: {
        successShare: { A: 0.5, B: 0.5, C: 0.5 },
        otherExitShare: { A: 0, B: 0, C: 0 },
        outcomeTiming: { months, afterEnd: 0 },
      },
    })
    // Half begin in the middle of month 1: half a fee, 38 000 kr and 11.5 fees left; half stay six months.
    const success = 99_000 + 3_800_000 + 11.5 * 198_000
    const stay = 6 * 198_000
    const { expectedOre, deviationOre } = commitmentOf(referral, sure)
    assert.equal(expectedOre, (success + stay) / 2)
    assert.equal(deviationOre, (success - stay) / 2)
  })

  test('is most at level C, differs by price model at level B, and has a spread wider than itself', () => {
    const of = (level: 'A' | 'B' | 'C', priceModel: '1' | '2' | null = null) =>
      commitmentOf({ ...referral, level, priceModel }, rules)
    assert.ok(of('C').expectedOre > of('B', '1').expectedOre)
    assert.ok(of('B', '2').expectedOre > of('A').expectedOre)
    assert.notEqual(of('B', '1').expectedOre, of('B', '2').expectedOre)
    assert.ok(of('A').deviationOre > of('A').expectedOre / 2)
    // Without a model the two are met half way; a table of one amount needs none.
    near(of('B').expectedOre, (of('B', '1').expectedOre + of('B', '2').expectedOre) / 2, 1)
  })

  test('has no speed premium under the second version of the service, and the demo fee while none is entered', () => {
    const later = rulesOn(day('2023-09-01'))
    assert.equal(later.compensation.speedPremium, null)
    const { expectedOre } = commitmentOf(referral, later)
    assert.ok(expectedOre < commitmentOf(referral, rules).expectedOre && expectedOre > 0)
  })
})
