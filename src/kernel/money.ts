import type { Branded } from './brand.ts'

/** An amount in öre, a safe integer: 38 000 kronor is 3800000. Never a fraction. */
export type Ore = Branded<number, 'Ore'>

/** Throws unless `n` is a safe integer. */
export function ore(n: number): Ore {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not an amount in öre: ${n}`)
  return (n === 0 ? 0 : n) as Ore
}

/** Kronor with at most two decimals to öre; throws for finer ones. */
export function kronor(n: number): Ore {
  const rounded = Math.round(n * 100)
  if (Math.abs(rounded / 100 - n) > 1e-9 * Math.max(1, Math.abs(n))) throw new RangeError(`finer than öre: ${n}`)
  return ore(rounded)
}

export function add(...amounts: readonly Ore[]): Ore {
  return sum(amounts)
}

/** 0 for an empty list; throws when the total is no longer exact. */
export function sum(amounts: readonly Ore[]): Ore {
  let total = 0
  for (const amount of amounts) total = ore(total + amount)
  return ore(total)
}

/** a − b. */
export function subtract(a: Ore, b: Ore): Ore {
  return ore(a - b)
}

export function negate(amount: Ore): Ore {
  return ore(-amount)
}

const exactDividend = 2 ** 51

/** amount / divisor, rounded half up like `multiply`; the divisor is a whole number above 0. */
export function divide(amount: Ore, divisor: number): Ore {
  const dividend = amount * 2 + divisor
  // A quotient of such doubles lies closer to its true value than that lies to the next integer.
  if (dividend < exactDividend && dividend > -exactDividend) return (Math.floor(dividend / (divisor * 2)) + 0) as Ore
  return multiply(amount, 1, divisor)
}

/**
 * amount × numerator / denominator, exact, then rounded half up (programme 5): at .5 toward +∞, so −0.5 becomes 0.
 * Numerator and denominator are safe integers; throws for others and for a denominator of 0.
 */
export function multiply(amount: Ore, numerator: number, denominator = 1): Ore {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator === 0) {
    throw new RangeError(`not a ratio of whole numbers: ${numerator}/${denominator}`)
  }
  const sign = denominator < 0 ? -1 : 1
  const divisor = denominator * sign * 2
  const dividend = amount * numerator * sign * 2 + denominator * sign
  // As in `divide`.
  if (Math.abs(dividend) <= exactDividend && divisor <= exactDividend) return ore(Math.floor(dividend / divisor))
  const bigDivisor = BigInt(denominator * sign) * 2n
  const bigDividend = BigInt(amount) * BigInt(numerator * sign) * 2n + BigInt(denominator * sign)
  const quotient = bigDividend / bigDivisor
  return ore(Number(bigDividend % bigDivisor < 0n ? quotient - 1n : quotient))
}

/**
 * Splits a known sum by weights, largest remainder first and at equal remainders the earlier weight first (programme 5):
 * the parts sum to the total exactly and none is more than an öre from its exact share. A negative total is split as
 * its opposite. Weights are whole numbers from 0; throws when none is above 0 and there is something to split.
 */
export function allocate(total: Ore, weights: readonly number[]): Ore[] {
  if (total < 0) return allocate(negate(total), weights).map(negate)
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`not a weight: ${weight}`)
  }
  const whole = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (whole === 0n) {
    if (total !== 0) throw new RangeError('no weight to split by')
    return weights.map(() => ore(0))
  }
  const shares = weights.map((weight, index) => {
    const exact = BigInt(total) * BigInt(weight)
    return { index, floor: Number(exact / whole), remainder: exact % whole }
  })
  const left = total - shares.reduce((all, share) => all + share.floor, 0)
  const byRemainder = [...shares].sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index)
  const rounded = new Set(byRemainder.slice(0, left).map((share) => share.index))
  return shares.map((share) => ore(share.floor + (rounded.has(share.index) ? 1 : 0)))
}

/** '38 000,00 kr' as Swedish writes it: no-break spaces (U+00A0) and the minus sign U+2212. */
export function formatKronor(amount: Ore): string {
  const positive = Math.abs(amount)
  const cents = positive % 100
  const whole = String((positive - cents) / 100).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  return `${amount < 0 ? '\u2212' : ''}${whole},${String(cents).padStart(2, '0')}\u00a0kr`
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
