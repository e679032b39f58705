import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../../kernel/day.ts'
import { seeded } from '../../../kernel/random.ts'
import { rulesOn } from '../../../rules/index.ts'
import { aPersonOfStock, aPersonsFacts, theTool } from '../testing.ts'
import { type AssessmentFacts, assess, chanceOn, inWords, isSensitive, weigh, windowResult } from './index.ts'

const today = day('2022-10-03')
const chanceOf = (facts: AssessmentFacts): number => chanceOn(facts, today, theTool.scorer)

describe('the estimate', () => {
  test('shows parts that add up to the log-odds exactly, in any order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (seed) => {
        const random = seeded(seed)
        const facts = aPersonOfStock(random)
        const estimate = assess(facts, today, theTool)
        const sum = [estimate.intercept, ...estimate.parts.map((part) => part.effect)]
        assert.equal(
          random.shuffle(sum).reduce((a, b) => a + b, 0),
          estimate.logOdds,
        )
        assert.equal(estimate.probability, chanceOf(facts))
        assert.ok(Math.abs(Math.log(estimate.probability / (1 - estimate.probability)) - estimate.logOdds) < 1e-9)
        assert.ok(estimate.low < estimate.probability && estimate.probability < estimate.high)
      }),
    )
  })

  test('gives a person far from work a lower chance for the reasons that the studies name', () => {
    const base = chanceOf(aPersonsFacts())
    assert.ok(chanceOf(aPersonsFacts({ disability: true })) < base)
    assert.ok(chanceOf(aPersonsFacts({ education: 'compulsory' })) < base)
    assert.ok(chanceOf(aPersonsFacts({ registeredFrom: day('2017-01-01') })) < base)
    assert.ok(chanceOf(aPersonsFacts({ birthDate: day('1959-01-01') })) < base)
    assert.ok(chanceOf(aPersonsFacts({ birthRegion: 'world' })) < base)
  })

  test('tells of a pair with both values, and of the mean where training never saw the value', () => {
    const { parts } = assess(aPersonsFacts({ municipalityCode: '9999' }), today, theTool)
    const pair = parts.find((part) => part.name === 'sex × birthRegion')
    assert.equal(pair?.value, 'male × sweden')
    assert.deepEqual(pair?.of, [
      { name: 'sex', value: 'male' },
      { name: 'birthRegion', value: 'sweden' },
    ])
    const place = parts.find((part) => part.name === 'municipality')
    assert.deepEqual([place?.effect, place?.note], [0, 'level-not-seen'])
  })

  test('marks what a person is and cannot change, alone and in a pair', () => {
    const { parts } = assess(aPersonsFacts(), today, theTool)
    const marked = parts.filter(isSensitive).map((part) => part.name)
    assert.deepEqual(marked.filter((name) => !name.includes('×')).sort(), ['age', 'birthRegion', 'disability', 'sex'])
    assert.ok(marked.includes('sex × birthRegion'))
    assert.ok(!marked.includes('education'))
  })
})

/** The window says yes to about four of ten of a day's stock, at levels 20, 40 and 40: what its cut points are set for (A). */
test("refers four of ten of a day's stock in window 5, at levels near 20, 40 and 40 per cent", () => {
  const random = seeded('stock of registered people')
  const answers = Array.from({ length: 4000 }, () => {
    const facts = aPersonOfStock(random)
    return windowResult(chanceOf(facts), facts, rulesOn(today).assessment, today)
  })
  const referable = answers.filter((answer) => answer.referable)
  const share = (level: string) => referable.filter((answer) => answer.level === level).length / referable.length
  assert.ok(Math.abs(referable.length / answers.length - 0.4) < 0.03, `referable ${referable.length / answers.length}`)
  assert.ok(Math.abs(share('A') - 0.2) < 0.03, `A ${share('A')}`)
  assert.ok(Math.abs(share('B') - 0.4) < 0.03, `B ${share('B')}`)
  assert.ok(Math.abs(share('C') - 0.4) < 0.03, `C ${share('C')}`)
})

describe('the explanation', () => {
  test('says the chance in tenths', () => {
    assert.deepEqual(inWords(0.43), { kind: 'about', of: 10, count: 4 })
    assert.deepEqual(inWords(0.049), { kind: 'fewer-than', of: 10, count: 1 })
    assert.deepEqual(inWords(0.96), { kind: 'more-than', of: 10, count: 9 })
  })

  test('weighs what speaks for and against, the strongest first, each side adding up to one', () => {
    const { for: good, against } = weigh(assess(aPersonsFacts({ disability: true }), today, theTool))
    assert.equal(against[0]?.name, 'disability')
    for (const side of [good, against]) {
      assert.ok(Math.abs(side.reduce((sum, part) => sum + part.share, 0) - 1) < 1e-9)
      assert.deepEqual(
        [...side].sort((a, b) => b.share - a.share),
        side,
      )
    }
  })
})
