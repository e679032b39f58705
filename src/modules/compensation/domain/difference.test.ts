import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { month } from '../../../kernel/day.ts'
import { ore, sum } from '../../../kernel/money.ts'
import { must } from '../../../kernel/result.ts'
import { rulesOfVersion } from '../../../rules/index.ts'
import { type CaseLine, factsOfLine } from './case-line.ts'
import { differences, isDue, type Posted } from './difference.ts'
import { entitlementCases } from './entitlements.cases.ts'
import { entitlements } from './entitlements.ts'
import type { Entitlement } from './money-facts.ts'
import { moneyLaw } from './money-law.ts'

/** Of one provider, for differences are taken per contract. */
function entitled(line: CaseLine): Entitlement[] {
  const money = must(entitlements(must(factsOfLine(line)), (on) => moneyLaw(rulesOfVersion('rom1', on))))
  return money.entitlements.filter((each) => each.provider === 'p1')
}
const life = entitlementCases[0]?.line as CaseLine
const outcomeGone: CaseLine = { ...life, outcomes: [] }

/** Adds lines to what was posted before, as the store does. */
function post(before: readonly Posted[], lines: ReturnType<typeof differences>): Posted[] {
  const sums = new Map(before.map((each) => [each.key, each]))
  for (const line of lines) {
    const { key, kind, month: ofMonth, on, chainFirstDay, level, rule, postedOre, amountOre } = line
    const identity = { key, kind, month: ofMonth, on, chainFirstDay, level, rule }
    sums.set(key, { ...identity, postedOre: sum([postedOre, amountOre]) })
  }
  return [...sums.values()]
}

describe('differences against what is posted', () => {
  test('are the entitlements themselves when nothing is posted', () => {
    const lines = differences(entitled(life), [])
    assert.deepEqual(
      lines.map((line) => line.amountOre),
      entitled(life).map((line) => line.amountOre),
    )
    assert.ok(lines.every((line) => line.direction === 'payment' && line.steps.at(-1)?.code !== 'difference'))
  })

  test('programme 5: an outcome that no longer counts is taken back, and the days it had ended are paid', () => {
    const lines = differences(entitled(outcomeGone), post([], differences(entitled(life), [])))
    assert.deepEqual(
      lines.map((line) => [line.key, line.amountOre, line.direction]),
      [
        ['base_fee 2021-07', 198_000 - 25_548, 'payment'],
        ['base_fee 2021-08', 172_452, 'payment'],
        ['outcome_payment 2021-03-01', -3_800_000, 'clawback'],
        ['speed_premium 2021-03-01', -1_544_400, 'clawback'],
      ],
    )
    assert.deepEqual(lines[2]?.steps, [
      { code: 'difference', values: { entitledOre: 0, postedOre: 3_800_000, amountOre: -3_800_000 } },
    ])
  })

  test('are none when the same is computed again, and lead to what is right in any order of knowledge', () => {
    const lives = fc.shuffledSubarray(
      entitlementCases.filter((each) => each.version === 'rom1').map((each) => each.line),
      {
        minLength: 1,
      },
    )
    fc.assert(
      fc.property(lives, (known) => {
        let posted: Posted[] = []
        for (const line of known) {
          posted = post(posted, differences(entitled(line), posted))
          assert.deepEqual(differences(entitled(line), posted), [])
        }
        const right = sum(entitled(known.at(-1) as CaseLine).map((line) => line.amountOre))
        assert.equal(sum(posted.map((each) => each.postedOre)), right)
      }),
      { numRuns: 100 },
    )
  })

  test('of a posted 0 are nothing', () => {
    const [line] = differences(entitled(life), [])
    assert.ok(line)
    assert.deepEqual(differences([], [{ ...line, postedOre: ore(0) }]), [])
  })
})

test('a month’s statement holds what is of it or earlier, and what became payable by its last day', () => {
  const due = (text: string) => entitled(life).filter((line) => isDue(line, month(text))).length
  assert.deepEqual(['2021-02', '2021-03', '2021-07', '2021-10', '2021-11'].map(due), [0, 1, 5, 5, 7])
})
