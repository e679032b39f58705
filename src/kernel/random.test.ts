import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isUuid } from './ids.ts'
import type { Random } from './random.ts'
import { seeded } from './random.ts'

const anySeed = fc.oneof(fc.integer(), fc.string())
const draws = (random: Random, n: number) => Array.from({ length: n }, () => random.next())
const mean = (values: readonly number[]) => values.reduce((all, value) => all + value, 0) / values.length

test('a seed gives the same stream for ever, for stored worlds rest on it', () => {
  const random = seeded(2022)
  assert.deepEqual([random.int(1000), random.int(1000), random.int(1000)], [991, 199, 718])
  assert.equal(random.fork('a').uuid(), 'e9d9884a-6321-4f52-ac7c-2eeb64ebe571')
  assert.notEqual(seeded('2022').next(), seeded(2022).next())
})

test('chance is even over ten places', () => {
  const random = seeded('even')
  const counts = new Array<number>(10).fill(0)
  for (let index = 0; index < 10_000; index += 1) {
    const place = random.int(10)
    counts[place] = (counts[place] ?? 0) + 1
  }
  const chiSquare = counts.reduce((total, count) => total + (count - 1000) ** 2 / 1000, 0)
  // 9 degrees of freedom: 0.01 % of true chance lies above 33.7.
  assert.ok(chiSquare < 33.7, String(chiSquare))
})

test('normal draws have mean 0 and deviation 1', () => {
  const random = seeded('normal')
  const values = Array.from({ length: 20_000 }, () => random.normal())
  const middle = mean(values)
  assert.ok(Math.abs(middle) < 0.03, String(middle))
  const deviation = Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
  assert.ok(Math.abs(deviation - 1) < 0.03, String(deviation))
})

test('weights decide how often', () => {
  const random = seeded('weights')
  let heavy = 0
  for (let index = 0; index < 10_000; index += 1) {
    const drawn = random.weighted([
      ['never', 0],
      ['light', 1],
      ['heavy', 3],
    ])
    assert.notEqual(drawn, 'never')
    if (drawn === 'heavy') heavy += 1
  }
  assert.ok(Math.abs(heavy / 10_000 - 0.75) < 0.02, String(heavy))
})

test('every order of three is as likely', () => {
  const random = seeded('orders')
  const counts = new Map<string, number>()
  for (let index = 0; index < 6_000; index += 1) {
    const order = random.shuffle(['a', 'b', 'c']).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  assert.equal(counts.size, 6)
  for (const count of counts.values()) assert.ok(Math.abs(count - 1000) < 150, String(count))
})

test('what cannot be drawn is refused', () => {
  const random = seeded(1)
  assert.throws(() => random.pick([]), RangeError)
  assert.throws(() => random.int(0), RangeError)
  assert.throws(() => random.int(1.5), RangeError)
  assert.throws(() => random.weighted([]), RangeError)
  assert.throws(() => random.weighted([['a', 0]]), RangeError)
  assert.throws(() => random.weighted([['a', -1]]), RangeError)
  assert.throws(() => random.weighted([['a', Number.NaN]]), RangeError)
})

test('property: the same seed gives the same stream, each draw from 0 up to 1', () => {
  fc.assert(
    fc.property(anySeed, (seed) => {
      const values = draws(seeded(seed), 20)
      assert.deepEqual(draws(seeded(seed), 20), values)
      assert.ok(values.every((value) => value >= 0 && value < 1))
      assert.equal(new Set(values).size, 20)
    }),
  )
})

test('property: a fork depends on its label alone, not on what was drawn before', () => {
  fc.assert(
    fc.property(anySeed, fc.string(), fc.string(), fc.integer({ min: 0, max: 20 }), (seed, label, other, before) => {
      const parent = seeded(seed)
      draws(parent, before)
      const fork = draws(parent.fork(label), 5)
      assert.deepEqual(draws(seeded(seed).fork(label), 5), fork)
      assert.notDeepEqual(draws(seeded(seed), 5), fork)
      if (other !== label) assert.notDeepEqual(draws(seeded(seed).fork(other), 5), fork)
    }),
  )
})

test('property: draws stay within what they are drawn from', () => {
  const list = fc.array(fc.integer(), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(anySeed, list, fc.integer({ min: 1, max: 2 ** 31 }), (seed, values, n) => {
      const random = seeded(seed)
      const drawn = random.int(n)
      assert.ok(Number.isInteger(drawn) && drawn >= 0 && drawn < n)
      assert.ok(values.includes(random.pick(values)))
      assert.ok(values.includes(random.weighted(values.map((value, index) => [value, index + 1] as const))))
      const byOrder = (a: number, b: number) => a - b
      const before = [...values]
      assert.deepEqual(random.shuffle(values).sort(byOrder), [...values].sort(byOrder))
      assert.deepEqual(values, before)
      assert.ok(Number.isFinite(random.normal()))
    }),
  )
})

test('property: seeded UUIDs have version 4’s shape and do not come twice', () => {
  fc.assert(
    fc.property(anySeed, (seed) => {
      const random = seeded(seed)
      const uuids = Array.from({ length: 50 }, () => random.uuid())
      assert.equal(new Set(uuids).size, 50)
      for (const uuid of uuids) {
        assert.ok(isUuid(uuid))
        assert.match(uuid, /^.{14}4.{4}[89ab]/)
      }
    }),
  )
})
