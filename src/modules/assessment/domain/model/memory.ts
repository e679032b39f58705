import { mix32 } from '../../../../kernel/hash.ts'
import { type Bins, binCount, binsOf } from './bins.ts'
import type { TrainingTable } from './table.ts'
import { chunksOf, type Memory } from './work.ts'

/** Arrays over memory that threads share. */
export const shared = {
  doubles: (length: number): Float64Array => new Float64Array(new SharedArrayBuffer(8 * length)),
  singles: (length: number): Float32Array => new Float32Array(new SharedArrayBuffer(4 * length)),
  codes: (length: number): Uint16Array => new Uint16Array(new SharedArrayBuffer(2 * length)),
  flags: (length: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(length)),
  places: (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(4 * length)),
  integers: (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * length)),
}

/** Memory for a table: values not yet binned, weights that average one, the held-out rows with weight 0. */
export function memoryFor(
  table: TrainingTable,
  slices: Slices,
  given: { readonly bins: number; readonly pairs: number },
): { readonly memory: Memory; readonly bins: Bins[] } {
  const { rows, columns } = table
  const bins = columns.map((column) => binsOf(column, given.bins))
  const codes = shared.codes(rows * (columns.length + given.pairs))
  for (const [index, column] of columns.entries()) {
    if (column.kind === 'category') codes.set(column.codes, index * rows)
  }
  const heldOut = shared.places(slices.stop.length)
  heldOut.set(slices.stop)
  const { weight, heldOutWeight } = weightsOf(table, heldOut, slices.check)
  const target = shared.flags(rows)
  target.set(table.target)
  const numbers = columns.map((column) => (column.kind === 'number' ? column.values : new Float64Array(0)))
  const memory: Memory = {
    rows,
    values: numbers,
    cuts: bins.map((one) => (one.kind === 'number' ? one.cuts : new Float64Array(0))),
    codes,
    target,
    weight,
    score: shared.doubles(rows),
    gradient: shared.singles(rows),
    curvature: shared.singles(rows),
    chunkSums: shared.doubles(2 * Math.max(1, chunksOf(rows))),
    intercept: shared.doubles(1),
    heldOut,
    heldOutWeight,
    ...sumsFor(
      bins.map((one) => binCount(one)),
      allPairs(columns.length),
    ),
  }
  return { memory, bins }
}

/** What depends on the columns in use: the memory for the same rows with other columns. */
export function sumsFor(counts: readonly number[], pairs: readonly (readonly [number, number])[]) {
  const offsets = shared.integers(counts.length + 1)
  let whole = 0
  for (const [index, count] of counts.entries()) {
    offsets[index] = whole
    whole += count
  }
  offsets[counts.length] = whole
  const pairList = shared.integers(2 * pairs.length)
  for (const [index, [a, b]] of pairs.entries()) pairList.set([a, b], 2 * index)
  return {
    offsets,
    effects: shared.doubles(whole),
    sumGradient: shared.doubles(whole),
    sumCurvature: shared.doubles(whole),
    gram: shared.doubles(whole * whole),
    pairs: pairList,
    groups: shared.codes(whole),
    groupCounts: shared.integers(counts.length),
    pairScores: shared.doubles(pairs.length),
  }
}

export function allPairs(columns: number): [number, number][] {
  const pairs: [number, number][] = []
  for (let a = 0; a < columns; a += 1) for (let b = a + 1; b < columns; b += 1) pairs.push([a, b])
  return pairs
}

function weightsOf(
  table: TrainingTable,
  heldOut: Uint32Array,
  apart: Uint32Array,
): { weight: Float32Array; heldOutWeight: Float32Array } {
  const weight = shared.singles(table.rows)
  const heldOutWeight = shared.singles(heldOut.length)
  let sum = 0
  for (let row = 0; row < table.rows; row += 1) sum += table.weight?.[row] ?? 1
  const scale = table.rows / sum
  for (let row = 0; row < table.rows; row += 1) weight[row] = (table.weight?.[row] ?? 1) * scale
  for (let place = 0; place < heldOut.length; place += 1) {
    const row = heldOut[place] as number
    heldOutWeight[place] = weight[row] as number
    weight[row] = 0
  }
  for (const row of apart) weight[row] = 0
  return { weight, heldOutWeight }
}

/** Two slices that training does not learn from: one tells when to stop, the other is measured for the card. */
export interface Slices {
  readonly stop: Uint32Array
  readonly check: Uint32Array
}

/** The latest rows in time, the very latest for the card; without a time, rows by chance that the seed decides. */
export function slicesOf(table: TrainingTable, seed: number, shares: { stop: number; check: number }): Slices {
  const { rows, time } = table
  const order = new Uint32Array(rows).map((_, row) => row)
  if (time === null) {
    const key = order.map((row) => mix32(mix32(row) ^ mix32(seed ^ 0x51c3)))
    const limit = 2 ** 32
    const check = order.filter((row) => (key[row] as number) < shares.check * limit)
    const stop = order.filter((row) => {
      const one = key[row] as number
      return one >= shares.check * limit && one < (shares.check + shares.stop) * limit
    })
    return { stop, check }
  }
  order.sort((a, b) => (time[a] as number) - (time[b] as number) || a - b)
  const checkFrom = rows - Math.round(rows * shares.check)
  const stopFrom = checkFrom - Math.round(rows * shares.stop)
  return { stop: order.slice(stopFrom, checkFrom).sort(), check: order.slice(checkFrom).sort() }
}
