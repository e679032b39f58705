import { binCount } from './bins.ts'
import { takeSums } from './boosting.ts'
import type { Fit } from './fit.ts'
import type { Crew, Memory } from './work.ts'

/** Plain logistic regression on the same inputs: a slope for each number, an effect for each level. */
export interface LogisticBaseline {
  readonly intercept: number
  readonly terms: readonly (
    | {
        readonly kind: 'slope'
        readonly name: string
        readonly perUnit: number
        readonly centre: number
        readonly missing: number
      }
    | {
        readonly kind: 'levels'
        readonly name: string
        readonly levels: readonly string[]
        readonly effects: readonly number[]
      }
  )[]
}

interface Variable {
  /** Place of the variable's bins, and its value in each of them. */
  readonly offset: number
  readonly values: Float64Array
}

const rounds = 8
const ridge = 1

/**
 * Fits the baseline by iteratively reweighted least squares, in the fit's own memory: numbers enter by the mean of their
 * bin. Call it before anything else that needs the fitted effects is gone, or copy them first.
 *
 * @returns the baseline and its effects by bin of each column
 */
export function fitBaseline(
  fit: Fit,
  crew: Crew,
): { baseline: LogisticBaseline; effects: Float64Array; intercept: number } {
  const { memory } = fit
  const kept = { effects: memory.effects.slice(), intercept: memory.intercept[0] as number }
  const means = binMeans(fit)
  const variables = variablesOf(fit, means)
  const beta = new Float64Array(variables.length)
  memory.effects.fill(0)
  memory.intercept[0] = 0
  for (let round = 0; round < rounds; round += 1) {
    takeSums(memory, crew, fit.learners)
    newtonStep(memory, variables, beta, memory.intercept)
    memory.effects.fill(0)
    for (const [index, { offset, values }] of variables.entries()) {
      for (let bin = 0; bin < values.length; bin += 1) {
        const at = offset + bin
        memory.effects[at] = (memory.effects[at] as number) + (beta[index] as number) * (values[bin] as number)
      }
    }
  }
  const effects = memory.effects.slice()
  const intercept = memory.intercept[0] as number
  memory.effects.set(kept.effects)
  memory.intercept[0] = kept.intercept
  return { baseline: readable(fit, means, beta, intercept), effects, intercept }
}

interface BinMeans {
  readonly values: Float64Array
  readonly centre: number
  readonly spread: number
}

/** Standardised mean of a number in each of its bins; nothing for a category. */
function binMeans({ memory, bins }: Fit): (BinMeans | null)[] {
  return bins.map((one, column) => {
    const numbers = memory.values[column]
    if (one.kind === 'category' || numbers === undefined) return null
    const sums = new Float64Array(binCount(one))
    const counts = new Float64Array(sums.length)
    for (let row = 0; row < memory.rows; row += 1) {
      const bin = memory.codes[column * memory.rows + row] as number
      if (bin === 0) continue
      sums[bin] = (sums[bin] as number) + (numbers[row] as number)
      counts[bin] = (counts[bin] as number) + 1
    }
    let [count, sum, squares] = [0, 0, 0]
    for (let bin = 1; bin < sums.length; bin += 1) {
      if (counts[bin] === 0) continue
      const mean = (sums[bin] as number) / (counts[bin] as number)
      count += counts[bin] as number
      sum += sums[bin] as number
      squares += (sums[bin] as number) * mean
      sums[bin] = mean
    }
    const centre = count > 0 ? sum / count : 0
    const spread = Math.sqrt(Math.max(1e-12, squares / (count || 1) - centre * centre))
    return {
      values: sums.map((mean, bin) => (bin === 0 || counts[bin] === 0 ? 0 : (mean - centre) / spread)),
      centre,
      spread,
    }
  })
}

/** Two variables for each number (its value, and missing), one for each level. */
function variablesOf({ memory, bins }: Fit, means: readonly (BinMeans | null)[]): Variable[] {
  return bins.flatMap((one, column) => {
    const offset = memory.offsets[column] as number
    const mean = means[column]
    const only = (bin: number): Variable => ({ offset: offset + bin, values: Float64Array.of(1) })
    if (mean) return [{ offset, values: mean.values }, only(0)]
    return Array.from({ length: binCount(one) }, (_, bin) => only(bin))
  })
}

function newtonStep(memory: Memory, variables: readonly Variable[], beta: Float64Array, intercept: Float64Array): void {
  const whole = memory.offsets[memory.offsets.length - 1] as number
  const size = variables.length + 1
  const matrix = new Float64Array(size * size)
  const right = new Float64Array(size)
  for (const [a, first] of variables.entries()) {
    const line = new Float64Array(whole)
    for (let bin = 0; bin < first.values.length; bin += 1) {
      const value = first.values[bin] as number
      if (value === 0) continue
      const at = first.offset + bin
      right[a] = (right[a] as number) + value * (memory.sumGradient[at] as number)
      const own = value * (memory.sumCurvature[at] as number)
      matrix[a * size + size - 1] = (matrix[a * size + size - 1] as number) + own
      for (let other = 0; other < whole; other += 1) {
        line[other] = (line[other] as number) + value * (memory.gram[at * whole + other] as number)
      }
    }
    for (const [b, second] of variables.entries()) {
      let sum = 0
      for (let bin = 0; bin < second.values.length; bin += 1) {
        sum += (second.values[bin] as number) * (line[second.offset + bin] as number)
      }
      matrix[a * size + b] = sum
    }
    matrix[(size - 1) * size + a] = matrix[a * size + size - 1] as number
    matrix[a * size + a] = (matrix[a * size + a] as number) + ridge
    right[a] = (right[a] as number) - ridge * (beta[a] as number)
  }
  const rowsSums = firstColumnSums(memory)
  matrix[size * size - 1] = rowsSums.curvature
  right[size - 1] = rowsSums.gradient
  const step = solve(matrix, right)
  for (let index = 0; index < beta.length; index += 1) beta[index] = (beta[index] as number) + (step[index] as number)
  intercept[0] = (intercept[0] as number) + (step[size - 1] as number)
}

function firstColumnSums({ offsets, sumGradient, sumCurvature }: Memory): { gradient: number; curvature: number } {
  let [gradient, curvature] = [0, 0]
  for (let bin = 0; bin < (offsets[1] as number); bin += 1) {
    gradient += sumGradient[bin] as number
    curvature += sumCurvature[bin] as number
  }
  return { gradient, curvature }
}

/** Solves a symmetric positive system by Cholesky's method; a pivot lost to rounding counts as very large. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const at = (row: number, column: number): number => matrix[row * size + column] as number
  for (let column = 0; column < size; column += 1) {
    for (let row = column; row < size; row += 1) {
      let sum = at(row, column)
      for (let before = 0; before < column; before += 1) sum -= at(row, before) * at(column, before)
      if (row === column) matrix[row * size + row] = sum > 1e-9 ? Math.sqrt(sum) : 1e9
      else matrix[row * size + column] = sum / at(column, column)
    }
  }
  const solution = right.slice()
  for (let row = 0; row < size; row += 1) {
    for (let before = 0; before < row; before += 1)
      solution[row] = (solution[row] as number) - at(row, before) * (solution[before] as number)
    solution[row] = (solution[row] as number) / at(row, row)
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let after = row + 1; after < size; after += 1)
      solution[row] = (solution[row] as number) - at(after, row) * (solution[after] as number)
    solution[row] = (solution[row] as number) / at(row, row)
  }
  return solution
}

function readable(
  { bins }: Fit,
  means: readonly (BinMeans | null)[],
  beta: Float64Array,
  intercept: number,
): LogisticBaseline {
  const short = (value: number): number => Number(value.toPrecision(6))
  let next = 0
  const take = (): number => {
    next += 1
    return short(beta[next - 1] as number)
  }
  const terms = bins.map((one, column) => {
    const mean = means[column]
    if (one.kind === 'category' || !mean) {
      const effects = Array.from({ length: binCount(one) }, take)
      return { kind: 'levels' as const, name: one.name, levels: one.kind === 'category' ? one.levels : [], effects }
    }
    const slope = take()
    return {
      kind: 'slope' as const,
      name: one.name,
      perUnit: short(slope / mean.spread),
      centre: short(mean.centre),
      missing: take(),
    }
  })
  return { intercept: short(intercept), terms }
}
