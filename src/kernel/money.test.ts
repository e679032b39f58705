import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Ore } from './money.ts'
import { add, allocate, formatKronor, kronor, multiply, negate, ore, subtract, sum } from './money.ts'
import { anyOre } from './testing.ts'

const anyWeights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 })
  .filter((weights) => weights.some((weight) => weight > 0))

/** floor(x + ½) in whole numbers only. */
function halfUp(numerator: bigint, denominator: bigint): bigint {
  const dividend = 2n * numerator + denominator
  const divisor = 2n * denominator
  const [top, bottom] = divisor < 0n ? [-dividend, -divisor] : [dividend, divisor]
  const quotient = top / bottom
  return top % bottom < 0n ? quotient - 1n : quotient
}

test('öre are whole and exact', () => {
  assert.equal(ore(3_800_000), 3_800_000)
  assert.ok(Object.is(ore(-0), 0))
  for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) assert.throws(() => ore(wrong), RangeError)
})

test('kronor become öre, and finer than öre is refused', () => {
  assert.equal(kronor(38_000), 3_800_000)
  assert.equal(kronor(0.1), 10)
  assert.equal(kronor(1.15), 115)
  assert.equal(kronor(-20.3), -2030)
  assert.throws(() => kronor(0.005), RangeError)
  assert.throws(() => kronor(1_000.001), RangeError)
})

test('half an öre is rounded up, toward plus infinity below zero too', () => {
  const halves = [-3, -1, 1, 3].map((n) => multiply(ore(n), 1, 2))
  assert.deepEqual(halves, [-1, 0, 1, 2])
  assert.equal(multiply(ore(198_000), 31, 31), 198_000)
  assert.equal(multiply(ore(198_000), 7, 31), 44_710)
  assert.equal(multiply(ore(-198_000), 7, 31), -44_710)
  assert.equal(multiply(ore(10), 1, -4), -2)
  assert.equal(multiply(ore(10), 3), 30)
})

test('products too big for a double stay exact', () => {
  assert.equal(
    multiply(ore(9_007_199_254_740_991), 9_007_199_254_740_990, 9_007_199_254_740_991),
    9_007_199_254_740_990,
  )
  assert.equal(multiply(ore(4_503_599_627_370_497), 1, 2), 2_251_799_813_685_249)
  assert.throws(() => multiply(ore(9_007_199_254_740_991), 2, 1), RangeError)
  assert.throws(() => multiply(ore(1), 1, 0), RangeError)
  assert.throws(() => multiply(ore(1), 0.5, 1), RangeError)
})

test('a hundred öre in three is 34, 33 and 33', () => {
  assert.deepEqual(allocate(ore(100), [1, 1, 1]), [34, 33, 33])
  assert.deepEqual(allocate(ore(-100), [1, 1, 1]), [-34, -33, -33])
  assert.deepEqual(allocate(ore(100), [1, 2, 3, 0]), [17, 33, 50, 0])
  assert.deepEqual(allocate(ore(0), [0, 0]), [0, 0])
  assert.deepEqual(allocate(ore(0), []), [])
})

test('nothing to split by is refused', () => {
  assert.throws(() => allocate(ore(1), []), RangeError)
  assert.throws(() => allocate(ore(1), [0, 0]), RangeError)
  assert.throws(() => allocate(ore(1), [1, -1]), RangeError)
  assert.throws(() => allocate(ore(1), [0.5]), RangeError)
})

test('amounts are written as Swedish writes them', () => {
  const plain = (amount: Ore) => formatKronor(amount).replaceAll('\u00a0', ' ')
  assert.equal(formatKronor(ore(3_800_000)), '38\u00a0000,00\u00a0kr')
  assert.equal(plain(ore(0)), '0,00 kr')
  assert.equal(plain(ore(5)), '0,05 kr')
  assert.equal(plain(ore(99_999)), '999,99 kr')
  assert.equal(plain(ore(123_456_789_01)), '123 456 789,01 kr')
  assert.equal(plain(ore(-121_000)), '\u22121 210,00 kr')
})

test('sums are exact or refused', () => {
  assert.equal(sum([]), 0)
  assert.equal(add(ore(1), ore(2), ore(-5)), -2)
  assert.throws(() => add(ore(Number.MAX_SAFE_INTEGER), ore(1)), RangeError)
})

test('property: multiplying is exact and rounds half up', () => {
  const factor = fc.integer({ min: -1_000_000, max: 1_000_000 })
  fc.assert(
    fc.property(
      anyOre(),
      factor,
      factor.filter((n) => n !== 0),
      (amount, numerator, denominator) => {
        const expected = halfUp(BigInt(amount) * BigInt(numerator), BigInt(denominator))
        fc.pre(expected < 2n ** 53n && expected > -(2n ** 53n))
        assert.equal(BigInt(multiply(amount, numerator, denominator)), expected)
      },
    ),
    { numRuns: 500 },
  )
})

test('property: exact halves are found among small amounts', () => {
  const small = fc.integer({ min: -50, max: 50 })
  fc.assert(
    fc.property(small, small, fc.integer({ min: 1, max: 12 }), (amount, numerator, denominator) => {
      const expected = Math.floor((2 * amount * numerator + denominator) / (2 * denominator))
      assert.equal(multiply(ore(amount), numerator, denominator), expected + 0)
    }),
    { numRuns: 500 },
  )
})

test('property: an allocation sums to the total', () => {
  fc.assert(
    fc.property(anyOre(), anyWeights, (total, weights) => {
      const parts = allocate(total, weights)
      assert.equal(parts.length, weights.length)
      assert.equal(sum(parts), total)
    }),
  )
})

test('property: an allocation is fair: within an öre of the exact share, no weight less than a lighter one', () => {
  fc.assert(
    fc.property(anyOre(0), anyWeights, (total, weights) => {
      const whole = weights.reduce((all, weight) => all + weight, 0)
      const parts = allocate(total, weights)
      parts.forEach((part, index) => {
        const weight = weights[index] as number
        const error = BigInt(part) * BigInt(whole) - BigInt(total) * BigInt(weight)
        assert.ok(error < BigInt(whole) && -error < BigInt(whole))
        if (weight === 0) assert.equal(part, 0)
        weights.forEach((other, otherIndex) => {
          if (weight > other) assert.ok(part >= (parts[otherIndex] as number))
          if (weight === other) assert.ok(Math.abs(part - (parts[otherIndex] as number)) <= 1)
        })
      })
    }),
  )
})

test('property: a clawback is split as the payment was', () => {
  fc.assert(
    fc.property(anyOre(), anyWeights, (total, weights) => {
      assert.deepEqual(allocate(negate(total), weights), allocate(total, weights).map(negate))
    }),
  )
})

test('property: what is added can be taken away, and the written amount says every öre', () => {
  fc.assert(
    fc.property(anyOre(), anyOre(), (a, b) => {
      assert.equal(subtract(add(a, b), b), a)
      const digits = formatKronor(a)
        .replace('\u2212', '-')
        .replace(/[^\d-]/g, '')
      assert.equal(Number(digits), a)
      assert.match(formatKronor(a), /^\u2212?\d{1,3}(\u00a0\d{3})*,\d{2}\u00a0kr$/)
    }),
  )
})
