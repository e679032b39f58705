import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { drawSample, reviewedUnits, shareOf } from './review.ts'

const keys = Array.from({ length: 200 }, (_none, place) => `abstention-${place}`)

describe('a sample of abstentions', () => {
  test('is drawn again by whoever has its seed, in whatever order the keys come', () => {
    const drawn = drawSample(keys, 50, 7)
    assert.equal(new Set(drawn.drawn).size, 50)
    assert.equal(drawn.population, 200)
    assert.deepEqual(drawSample(keys.toReversed(), 50, 7), drawn)
    assert.notDeepEqual(drawSample(keys, 50, 8).drawn, drawn.drawn)
  })

  test('takes all when there are no more', () => {
    assert.deepEqual(drawSample(['b', 'a'], 50, 7).drawn.toSorted(), ['a', 'b'])
    assert.deepEqual(drawSample([], 50, 7).drawn, [])
  })

  test('gives every abstention the same chance', () => {
    const times = new Map<string, number>()
    for (let seed = 0; seed < 400; seed += 1)
      for (const key of drawSample(keys.slice(0, 20), 5, seed).drawn) times.set(key, (times.get(key) ?? 0) + 1)
    // 100 times each is expected, with a standard deviation of 8.7; five of them are allowed.
    for (const [key, count] of times) assert.ok(Math.abs(count - 100) < 44, `${key} ${count}`)
    assert.equal(times.size, 20)
  })
})

describe('shares of what was reviewed', () => {
  test('carry the interval of Wilson', () => {
    const { share, low, high } = shareOf(8, 10, 95)
    assert.equal(share, 0.8)
    assert.deepEqual([low.toFixed(4), high.toFixed(4)], ['0.4902', '0.9433'])
    assert.equal(shareOf(0, 20, 95).low, 0)
    assert.deepEqual(shareOf(0, 0, 95), { count: 0, of: 0, share: 0, low: 0, high: 1 })
    assert.throws(() => shareOf(1, 2, 80), RangeError)
  })

  test('are told from the least number on, of all first and then unit by unit', () => {
    const classed = [
      ...Array.from({ length: 9 }, () => ({ unit: 'a', verdict: 'valid' as const })),
      { unit: 'a', verdict: 'not-valid' as const },
      { unit: 'b', verdict: 'administrative-error' as const },
    ]
    const [all, a, b] = reviewedUnits(classed, { least: 10, percent: 95 })
    assert.deepEqual([all?.unit, all?.classed, all?.shares?.valid.count], [null, 11, 9])
    assert.deepEqual([a?.unit, a?.shares?.valid.share, a?.shares?.['not-valid'].share], ['a', 0.9, 0.1])
    assert.deepEqual([b?.unit, b?.classed, b?.shares], ['b', 1, null])
  })
})
