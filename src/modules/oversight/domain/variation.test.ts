import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type CaseMix, fitCaseMix, type MixCell } from './case-mix.ts'
import { binomialQuantile, limitsAt, overDispersion } from './funnel.ts'
import { type OfficeAnswers, variationCases } from './variation.cases.ts'
import { type AnswerCell, mixModelOf, variationOf, withoutSmall } from './variation.ts'

const mix: CaseMix = {
  level: 'B',
  ageGroup: '25-39',
  education: 'upper-secondary',
  birthRegion: 'sweden',
  disability: 'no',
  registered: '1-2-years',
}
const law = { leastAnswers: 20, limits: { innerPercent: 95, outerPercent: 99.8 } }

const cellsOf = (given: readonly OfficeAnswers[]): AnswerCell[] =>
  given.flatMap(({ office, at, answers, abstained }) => {
    const cell = { unit: office, month: '2022-09', mix: { ...mix, level: at } }
    return [
      { ...cell, code: null, count: answers - abstained },
      { ...cell, code: 'other-measure', count: abstained },
    ]
  })
const whole = (given: readonly OfficeAnswers[]) => {
  const cells = cellsOf(given)
  return variationOf(cells, mixModelOf(cells), law)
}

describe('how often offices abstain', () => {
  for (const { says, rule, given, about, verdict } of variationCases)
    test(`${says} (${rule})`, () => {
      assert.equal(whole(given).units.find((one) => one.unit === about)?.verdict, verdict)
    })

  test('what is expected adds up to what was observed, over all offices', () => {
    const found = whole(variationCases[4]?.given ?? [])
    const expected = found.units.reduce((sum, one) => sum + one.expected, 0)
    assert.ok(Math.abs(expected - found.abstained) < 1e-6, `${expected} and ${found.abstained}`)
  })

  test('months and reasons are told in order', () => {
    const cells = [
      { unit: 'o', month: '2022-09', mix, code: 'wrong-data', count: 1 },
      { unit: 'o', month: '2022-08', mix, code: 'other', count: 3 },
      { unit: null, month: '2022-08', mix, code: null, count: 40 },
    ]
    const found = variationOf(cells, mixModelOf(cells), law)
    assert.deepEqual(
      found.months.map((one) => [one.month, one.answers, one.abstained]),
      [
        ['2022-08', 43, 3],
        ['2022-09', 1, 1],
      ],
    )
    assert.deepEqual(found.reasons, [
      { code: 'other', count: 3 },
      { code: 'wrong-data', count: 1 },
    ])
    assert.deepEqual(
      found.units.map((one) => one.unit),
      ['o'],
    )
  })

  test('nobody at all gives an empty comparison', () => {
    const found = variationOf([], mixModelOf([]), law)
    assert.deepEqual([found.units, found.funnel, found.effects, found.dispersion], [[], [], [], 1])
  })

  test('the order of the answers changes nothing', () => {
    const given = cellsOf(variationCases[5]?.given ?? [])
    fc.assert(
      fc.property(fc.shuffledSubarray(given, { minLength: given.length }), (shuffled) => {
        const [one, other] = [given, shuffled].map((cells) => variationOf(cells, mixModelOf(cells), law).units)
        for (const [place, unit] of (one ?? []).entries()) {
          const same = other?.find((each) => each.unit === unit.unit)
          assert.ok(same && Math.abs(same.expected - unit.expected) < 1e-6, `${place}`)
          assert.equal(same.verdict, unit.verdict)
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('the mix of cases', () => {
  test('an effect is the odds against the largest group, everything else equal', () => {
    const cell = (level: 'A' | 'C', answers: number, abstained: number): MixCell => ({
      mix: { ...mix, level },
      answers,
      abstained,
    })
    const { effects, expectedShare } = fitCaseMix([cell('A', 20_000, 2_000), cell('C', 10_000, 4_000)])
    const level = effects.filter((one) => one.factor === 'level')
    assert.deepEqual(
      level.map((one) => [one.group, one.answers]),
      [
        ['A', 20_000],
        ['C', 10_000],
      ],
    )
    assert.equal(level[0]?.oddsRatio, 1)
    assert.ok(Math.abs((level[1]?.oddsRatio ?? 0) - 6) < 0.05, `odds ratio ${level[1]?.oddsRatio}`)
    assert.ok(Math.abs(expectedShare({ ...mix, level: 'C' }) - 0.4) < 0.001)
  })

  test('a group of one is held near the others', () => {
    const one = { mix: { ...mix, disability: 'yes' as const }, answers: 1, abstained: 1 }
    const { expectedShare } = fitCaseMix([{ mix, answers: 1_000, abstained: 100 }, one])
    assert.ok(expectedShare(one.mix) < 0.35, `${expectedShare(one.mix)}`)
  })
})

describe('the funnel', () => {
  test('limits are the binomial distribution’s own', () => {
    // Binomial(10, 0.5): P(X ≤ 1) = 11/1024 = 0.0107, P(X ≤ 2) = 56/1024 = 0.0547; 0.025 lies between 1 and 2.
    const low = binomialQuantile(10, 0.5, 0.025)
    assert.ok(Math.abs(low - (2 - (56 / 1024 - 0.025) / (45 / 1024))) < 1e-12)
    assert.equal(binomialQuantile(0, 0.5, 0.5), 0)
    assert.equal(binomialQuantile(10, 0, 0.5), 0)
    assert.equal(binomialQuantile(10, 1, 0.5), 10)
  })

  test('limits draw in as answers grow, the outer ones outside the inner ones', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 3_000 }),
        fc.double({ min: 0.05, max: 0.6, noNaN: true }),
        (answers, share) => {
          const unit = { answers, expected: answers * share }
          const inner = limitsAt(unit, 95, 1)
          const outer = limitsAt(unit, 99.8, 1)
          assert.ok(outer.low <= inner.low && inner.low < 1 && 1 < inner.high && inner.high <= outer.high)
          const larger = limitsAt({ answers: answers * 4, expected: unit.expected * 4 }, 95, 1)
          assert.ok(larger.high - larger.low < inner.high - inner.low)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('units that differ beyond chance widen the limits, and one that sticks out does not', () => {
    const unit = (abstained: number) => ({ answers: 100, abstained, expected: 20, variance: 16 })
    const spread = [8, 32, 10, 30, 12, 28].flatMap((abstained) => [unit(abstained), unit(abstained)])
    assert.ok(overDispersion(spread) > 4)
    assert.equal(overDispersion(spread.slice(0, 9)), 1, 'too few units tell nothing of how all differ')
    const alike = Array.from({ length: 20 }, (_none, place) => unit(19 + (place % 3)))
    assert.equal(overDispersion([...alike, unit(90)]), 1)
  })
})

describe('reasons of few', () => {
  test('are told together, with the next smallest until they are enough', () => {
    const reasons = [
      { code: 'a', count: 20 },
      { code: 'b', count: 7 },
      { code: 'c', count: 2 },
    ]
    assert.deepEqual(withoutSmall(reasons, 5), [
      { code: 'a', count: 20 },
      { code: 'few', count: 9 },
    ])
    assert.deepEqual(withoutSmall([{ code: 'a', count: 4 }], 5), [])
    assert.deepEqual(withoutSmall([{ code: 'a', count: 5 }], 5), [{ code: 'a', count: 5 }])
  })
})
