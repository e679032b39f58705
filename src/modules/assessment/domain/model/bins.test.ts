import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seeded } from '../../../../kernel/random.ts'
import { binNumbers, binnerOf, binOfNumber } from './bins.ts'

function assertSameBins(cuts: readonly number[], values: readonly number[]): void {
  const [list, given] = [Float64Array.from(cuts), Float64Array.from(values)]
  const codes = new Uint16Array(given.length + 1)
  binNumbers(given, binnerOf(list), { codes, at: 1 }, { start: 0, end: given.length })
  for (const [place, value] of values.entries()) {
    assert.equal(codes[place + 1], binOfNumber(value, list), `the bin of ${value} among ${cuts}`)
  }
}

test('numbers binned by the grid stand where a search among the cuts puts them', () => {
  const random = seeded('bins')
  for (let round = 0; round < 50; round += 1) {
    const draw = () => Math.exp(2 * random.normal()) * (round % 2 === 0 ? 1 : -100)
    const cuts = Array.from({ length: 1 + random.int(63) }, draw).toSorted((a, b) => a - b)
    assertSameBins(cuts, [...cuts, ...Array.from({ length: 500 }, draw), Number.NaN])
  }
})

test('cuts that are none, one, next to each other or as far apart as numbers go are no trap', () => {
  const values = [-Infinity, -1e308, -5, 0, 3, 5, 5.0000000001, 1e308, Infinity, Number.NaN]
  for (const cuts of [[], [3], [5, 5.0000000001], [-1e308, 1e308], [1, 1e308]]) assertSameBins(cuts, values)
})
