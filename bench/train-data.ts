import { seeded } from '../src/kernel/random.ts'
import { type Column, shared } from '../src/modules/assessment/domain/index.ts'

/** A table whose true chances are known. */
export interface KnownTable {
  readonly rows: number
  readonly columns: readonly Column[]
  readonly target: Uint8Array
  /** The true chance of each row. */
  readonly chance: Float64Array
}

const numbers = 20
const levelCounts = [290, 21, 40, 9, 4]

/**
 * People-like rows: 20 numbers (some skewed, some whole, some missing), 5 categories of up to 290 levels; the log-odds
 * bend, jump, and hold interactions of two and of three. Generated in `rows` order from the seed alone.
 */
export function knownTable(rows: number, seed: number): KnownTable {
  const draw = fastRandom(seed)
  const values = Array.from({ length: numbers }, () => shared.doubles(rows))
  const codes = levelCounts.map(() => shared.codes(rows))
  const target = shared.flags(rows)
  const chance = shared.doubles(rows)
  const effects = levelEffects()
  const cumulative = levelCounts.map((count) => skewedShares(count))
  const x = new Float64Array(numbers)
  const k = new Int32Array(levelCounts.length)
  for (let row = 0; row < rows; row += 1) {
    drawNumbers(x, draw)
    for (let column = 0; column < k.length; column += 1) {
      k[column] = placeOf(cumulative[column] as Float64Array, draw.uniform())
    }
    let logOdds = logOddsOf(x, k)
    for (const [column, effect] of effects.entries()) logOdds += effect[k[column] as number] as number
    const p = 1 / (1 + Math.exp(-logOdds))
    chance[row] = p
    target[row] = draw.uniform() < p ? 1 : 0
    for (let column = 0; column < numbers; column += 1) {
      const isMissing = column >= 16 && draw.uniform() < 0.1
      ;(values[column] as Float64Array)[row] = isMissing ? Number.NaN : (x[column] as number)
    }
    for (let column = 0; column < k.length; column += 1) (codes[column] as Uint16Array)[row] = 1 + (k[column] as number)
  }
  const columns: Column[] = [
    ...values.map((one, index) => ({ kind: 'number' as const, name: `n${index}`, values: one })),
    ...codes.map((one, index) => ({
      kind: 'category' as const,
      name: `c${index}`,
      codes: one,
      levels: Array.from({ length: levelCounts[index] as number }, (_, level) => `l${level}`),
    })),
  ]
  return { rows, columns, target, chance }
}

function drawNumbers(x: Float64Array, draw: FastRandom): void {
  const common = draw.normal()
  for (let column = 0; column < numbers; column += 1) {
    const own = draw.normal()
    const mixed = column % 3 === 0 ? 0.5 * common + 0.87 * own : own
    if (column % 5 === 1) x[column] = Math.exp(0.8 * mixed)
    else if (column % 5 === 3) x[column] = Math.round(40 + 12 * mixed)
    else x[column] = mixed
  }
}

function logOddsOf(x: Float64Array, k: Int32Array): number {
  const at = (column: number): number => x[column] as number
  const age = (at(3) - 40) / 12
  return (
    -0.35 +
    0.55 * Math.tanh(1.5 * at(0)) -
    0.5 * Math.log(at(1)) +
    0.35 * at(2) -
    0.4 * age * age * 0.6 -
    0.25 * age +
    0.3 * Math.sin(2 * at(4)) +
    (at(5) > 0.8 ? 0.5 : 0) -
    0.3 * Math.min(2, at(6)) +
    0.2 * Math.abs(at(7)) +
    0.15 * at(10) +
    0.15 * ((at(8) - 40) / 12) +
    0.1 * at(12) -
    0.1 * at(14) +
    0.45 * at(0) * at(2) * (Math.abs(at(2)) < 2 ? 0.7 : 0.3) +
    (at(5) > 0 && age < 0 ? 0.45 : 0) -
    0.3 * at(9) * (k[3] === 0 ? 1 : 0) +
    (k[4] === 1 ? 0.35 * Math.tanh(at(4)) : 0) +
    (at(7) > 0 && at(10) > 0 && age > 0 ? 0.35 : 0)
  )
}

function levelEffects(): Float64Array[] {
  const random = seeded('effects of the levels')
  return levelCounts.map((count) => Float64Array.from({ length: count }, () => 0.38 * random.normal()))
}

function skewedShares(count: number): Float64Array {
  const shares = Float64Array.from({ length: count }, (_, level) => 1 / (3 + level))
  const whole = shares.reduce((sum, one) => sum + one, 0)
  let upTo = 0
  return shares.map((one) => {
    upTo += one / whole
    return upTo
  })
}

function placeOf(cumulative: Float64Array, at: number): number {
  let low = 0
  let high = cumulative.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (at < (cumulative[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}

interface FastRandom {
  readonly uniform: () => number
  readonly normal: () => number
}

/** Mulberry32: quick enough for tens of millions of draws. */
function fastRandom(seed: number): FastRandom {
  let state = seed | 0
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296
  }
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return { uniform, normal }
}
