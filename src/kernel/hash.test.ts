import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hash32, mix32 } from './hash.ts'

test('the hash of a text never changes, for stored orders rest on it', () => {
  assert.equal(hash32(''), 2_872_998_923)
  assert.equal(hash32('krom'), 769_873_678)
  assert.equal(hash32('Göteborg'), 2_705_057_619)
})

test('ten thousand near texts spread evenly over a hundred places', () => {
  const counts = new Array<number>(100).fill(0)
  for (let index = 0; index < 10_000; index += 1) {
    const place = hash32(`person-${index}`) % 100
    counts[place] = (counts[place] ?? 0) + 1
  }
  const chiSquare = counts.reduce((total, count) => total + (count - 100) ** 2 / 100, 0)
  // 99 degrees of freedom: 0.01 % of true chance lies above 161.
  assert.ok(chiSquare < 161, String(chiSquare))
})

test('property: a hash is 32 bits without sign and the same each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const hash = hash32(text)
      assert.ok(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32)
      assert.equal(hash32(text), hash)
    }),
  )
})

test('property: a character changed changes the hash', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.integer({ min: 33, max: 125 }), (before, after, code) => {
      const [one, other] = [String.fromCharCode(code), String.fromCharCode(code + 1)]
      assert.notEqual(hash32(before + one + after), hash32(before + other + after))
    }),
  )
})

test('property: mixing loses nothing', () => {
  const bits = fc.integer({ min: 0, max: 2 ** 32 - 1 })
  fc.assert(
    fc.property(bits, bits, (a, b) => {
      assert.equal(mix32(a) === mix32(b), a === b)
    }),
  )
})
