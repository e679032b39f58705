import type { Column } from './table.ts'

/**
 * How a column's values become bins. Bin 0 holds missing values; in a category also levels that training never saw.
 * A number's bin is 1 + how many cuts are not above it.
 */
export type Bins =
  | { readonly kind: 'number'; readonly name: string; readonly cuts: Float64Array }
  | { readonly kind: 'category'; readonly name: string; readonly levels: readonly string[] }

/** The most bins that a number may have, missing not counted. */
const mostBins = 255

const sampleSize = 100_000
const gridSize = 4096

/** Bins of about equal counts; a number with few distinct values gets a bin for each. */
export function binsOf(column: Column, most: number): Bins {
  if (column.kind === 'category') return { kind: 'category', name: column.name, levels: column.levels }
  return { kind: 'number', name: column.name, cuts: quantileCuts(column.values, Math.min(most, mostBins)) }
}

export function binCount(bins: Bins): number {
  return bins.kind === 'number' ? bins.cuts.length + 2 : bins.levels.length + 1
}

function quantileCuts(values: Float64Array, most: number): Float64Array {
  const sorted = sampleOf(values).sort()
  const distinct: number[] = []
  const upTo: number[] = []
  for (let index = 0; index < sorted.length; index += 1) {
    const value = sorted[index] as number
    if (distinct.at(-1) !== value) {
      distinct.push(value)
      upTo.push(index)
    }
    upTo[upTo.length - 1] = index + 1
  }
  const cuts: number[] = []
  let nextAt = sorted.length / most
  for (let index = 0; index + 1 < distinct.length; index += 1) {
    if (distinct.length > most && (upTo[index] as number) < nextAt) continue
    cuts.push(between(distinct[index] as number, distinct[index + 1] as number))
    nextAt = Math.max(nextAt, upTo[index] as number) + sorted.length / most
  }
  return Float64Array.from(cuts.slice(0, most - 1))
}

/** A short number above `low` and at most `high`, so that cuts are readable. */
function between(low: number, high: number): number {
  const middle = low + (high - low) / 2
  for (let digits = 1; digits < 17; digits += 1) {
    const short = Number(middle.toPrecision(digits))
    if (short > low && short <= high) return short
  }
  return high
}

function sampleOf(values: Float64Array): Float64Array {
  const step = Math.max(1, Math.floor(values.length / sampleSize))
  const sample = new Float64Array(Math.ceil(values.length / step))
  let count = 0
  for (let index = 0; index < values.length; index += step) {
    const value = values[index] as number
    if (!Number.isNaN(value)) {
      sample[count] = value
      count += 1
    }
  }
  return sample.subarray(0, count)
}

/** The bin of one number. */
export function binOfNumber(value: number, cuts: Float64Array): number {
  if (Number.isNaN(value)) return 0
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (value < (cuts[middle] as number)) high = middle
    else low = middle + 1
  }
  return low + 1
}

/** Cuts with a grid that says where to begin to look among them: how many of them lie in the cells before a value's own. */
export interface Binner {
  readonly cuts: Float64Array
  /** The lowest cut, and cells per unit: in an array, for decision 0011 tells of fields that took another object's numbers. */
  readonly scale: Float64Array
  readonly grid: Uint16Array
}

export function binnerOf(cuts: Float64Array): Binner {
  const count = cuts.length
  const lowest = count === 0 ? 0 : (cuts[0] as number)
  const width = count === 0 ? 0 : (cuts[count - 1] as number) - lowest
  const perUnit = width > 0 && Number.isFinite(gridSize / width) ? gridSize / width : 0
  const grid = new Uint16Array(gridSize + 1)
  // A cut in an earlier cell than a value is below it, for both go through the same sum.
  for (const cut of cuts) {
    const after = cellOf(cut, lowest, perUnit) + 1
    if (after <= gridSize) grid[after] = (grid[after] as number) + 1
  }
  for (let cell = 1; cell <= gridSize; cell += 1) grid[cell] = (grid[cell] as number) + (grid[cell - 1] as number)
  return { cuts, scale: Float64Array.of(lowest, perUnit), grid }
}

function cellOf(value: number, lowest: number, perUnit: number): number {
  // `| 0` takes what is no number, such as infinity times nothing, as the first cell.
  return Math.min(gridSize, Math.max(0, (value - lowest) * perUnit)) | 0
}

/** Bins the numbers from `start` up to `end` of `values` into `codes`, the first of them at `at`. */
export function binNumbers(
  values: Float64Array,
  { cuts, scale, grid }: Binner,
  into: { readonly codes: Uint16Array; readonly at: number },
  rows: { readonly start: number; readonly end: number },
): void {
  const { codes } = into
  const [lowest, perUnit] = [scale[0] as number, scale[1] as number]
  const count = cuts.length
  const shift = into.at - rows.start
  for (let row = rows.start; row < rows.end; row += 1) {
    const value = values[row] as number
    if (Number.isNaN(value)) {
      codes[shift + row] = 0
      continue
    }
    let below = grid[cellOf(value, lowest, perUnit)] as number
    while (below < count && value >= (cuts[below] as number)) below += 1
    codes[shift + row] = below + 1
  }
}
