import { binNumbers, binnerOf } from './bins.ts'
import { excessOf, rakeTo } from './cell-tables.ts'

/**
 * What training works on, in arrays that threads can share. Rows lie column after column; a bin's sums and its effect
 * stand at the column's offset + the bin.
 */
export interface Memory {
  readonly rows: number
  /** Numbers before binning, by column; an empty array where the column is a category. */
  readonly values: readonly Float64Array[]
  readonly cuts: readonly Float64Array[]
  /** Codes of all columns, then room for the cells of the interactions. */
  readonly codes: Uint16Array
  readonly target: Uint8Array
  /** Training weight of each row, 0 for those held out. */
  readonly weight: Float32Array
  readonly offsets: Int32Array
  readonly effects: Float64Array
  /** Log-odds, first and second derivative of the loss by row. */
  readonly score: Float64Array
  readonly gradient: Float32Array
  readonly curvature: Float32Array
  readonly sumGradient: Float64Array
  readonly sumCurvature: Float64Array
  /** Curvature by pair of bins, a square of all bins; empty until it is needed. */
  readonly gram: Float64Array
  /** Pairs of columns, two numbers each, that a task goes through. */
  readonly pairs: Int32Array
  /** Coarse group of each bin of each column. */
  readonly groups: Uint16Array
  readonly groupCounts: Int32Array
  readonly pairScores: Float64Array
  /** Sums over chunks of rows, added in the order of the chunks. */
  readonly chunkSums: Float64Array
  readonly intercept: Float64Array
  readonly heldOut: Uint32Array
  readonly heldOutWeight: Float32Array
}

export type TaskName = keyof typeof tasks

/** Does a task's items, in any order and on any thread: each item's result depends on that item alone. */
export interface Crew {
  /** Takes the memory that the next tasks work on; arrays over shared buffers stay shared. */
  attach(memory: Memory): void
  run(task: TaskName, items: number, parameter?: number): void
}

/** The crew of one: everything in the caller's own thread. */
export function aloneCrew(): Crew {
  let held: Memory | undefined
  return {
    attach: (memory) => {
      held = memory
    },
    run: (task, items, parameter = 0) => {
      if (held === undefined) throw new Error('the crew has no memory to work on')
      for (let item = 0; item < items; item += 1) tasks[task](held, item, parameter)
    },
  }
}

const chunkRows = 16_384
export const chunksOf = (rows: number): number => Math.ceil(rows / chunkRows)

/** Everything that goes over rows. `item` is a column, a pair or a chunk of rows; `parameter` is told by each. */
export const tasks = {
  /** Bins column `item`. */
  bin(memory: Memory, item: number): void {
    const values = memory.values[item]
    const cuts = memory.cuts[item]
    if (values === undefined || cuts === undefined || values.length === 0) return
    binNumbers(values, binnerOf(cuts), { codes: memory.codes, at: item * memory.rows }, { start: 0, end: memory.rows })
  },

  /** Log-odds and derivatives of chunk `item` under the effects of the first `parameter` columns. */
  derive(memory: Memory, item: number, parameter: number): void {
    const { rows, codes, offsets, effects, score, target, weight, gradient, curvature } = memory
    const start = item * chunkRows
    const end = Math.min(rows, start + chunkRows)
    score.fill(memory.intercept[0] as number, start, end)
    for (let column = 0; column < parameter; column += 1) {
      const at = column * rows
      const offset = offsets[column] as number
      for (let row = start; row < end; row += 1) {
        score[row] = (score[row] as number) + (effects[offset + (codes[at + row] as number)] as number)
      }
    }
    let sum = 0
    let sumOfCurvature = 0
    for (let row = start; row < end; row += 1) {
      const w = weight[row] as number
      const p = 1 / (1 + Math.exp(-(score[row] as number)))
      const g = w * ((target[row] as number) - p)
      const h = w * p * (1 - p)
      gradient[row] = g
      curvature[row] = h
      sum += g
      sumOfCurvature += h
    }
    memory.chunkSums[2 * item] = sum
    memory.chunkSums[2 * item + 1] = sumOfCurvature
  },

  /** Sums of the derivatives by bin of column `item`. */
  histogram(memory: Memory, item: number): void {
    const { rows, codes, offsets, gradient, curvature, sumGradient, sumCurvature } = memory
    const at = item * rows
    const offset = offsets[item] as number
    const bins = (offsets[item + 1] as number) - offset
    const sums = new Float64Array(2 * bins)
    for (let row = 0; row < rows; row += 1) {
      const place = 2 * (codes[at + row] as number)
      sums[place] = (sums[place] as number) + (gradient[row] as number)
      sums[place + 1] = (sums[place + 1] as number) + (curvature[row] as number)
    }
    for (let bin = 0; bin < bins; bin += 1) {
      sumGradient[offset + bin] = sums[2 * bin] as number
      sumCurvature[offset + bin] = sums[2 * bin + 1] as number
    }
  },

  /** Curvature by pair of bins for pair `item`, from one block of rows in `parameter`, raked to the sums of all rows. */
  gram(memory: Memory, item: number, parameter: number): void {
    const { rows, codes, offsets, curvature, gram, pairs } = memory
    const a = pairs[2 * item] as number
    const b = pairs[2 * item + 1] as number
    const [offsetA, offsetB] = [offsets[a] as number, offsets[b] as number]
    const binsA = (offsets[a + 1] as number) - offsetA
    const binsB = (offsets[b + 1] as number) - offsetB
    const table = new Float64Array(binsA * binsB)
    const [atA, atB] = [a * rows, b * rows]
    for (let start = 0; start < rows; start += blockRows * parameter) {
      const end = Math.min(rows, start + blockRows)
      for (let row = start; row < end; row += 1) {
        const place = (codes[atA + row] as number) * binsB + (codes[atB + row] as number)
        table[place] = (table[place] as number) + (curvature[row] as number)
      }
    }
    if (parameter > 1) {
      const { sumCurvature } = memory
      rakeTo(table, sumCurvature.subarray(offsetA, offsetA + binsA), sumCurvature.subarray(offsetB, offsetB + binsB))
    }
    const whole = offsets[offsets.length - 1] as number
    for (let binA = 0; binA < binsA; binA += 1) {
      for (let binB = 0; binB < binsB; binB += 1) {
        const sum = table[binA * binsB + binB] as number
        gram[(offsetA + binA) * whole + offsetB + binB] = sum
        gram[(offsetB + binB) * whole + offsetA + binA] = sum
      }
    }
  },

  /** How much pair `item` tells beyond its two columns, on coarse groups: a chi-square less what chance gives. */
  interaction(memory: Memory, item: number, parameter: number): void {
    const { rows, codes, offsets, groups, groupCounts, gradient, curvature, pairs, pairScores } = memory
    const a = pairs[2 * item] as number
    const b = pairs[2 * item + 1] as number
    const across = groupCounts[b] as number
    const cells = (groupCounts[a] as number) * across
    const sums = new Float64Array(2 * cells)
    const [atA, atB] = [a * rows, b * rows]
    const [offsetA, offsetB] = [offsets[a] as number, offsets[b] as number]
    for (let start = 0; start < rows; start += blockRows * parameter) {
      const end = Math.min(rows, start + blockRows)
      for (let row = start; row < end; row += 1) {
        const groupA = groups[offsetA + (codes[atA + row] as number)] as number
        const place = 2 * (groupA * across + (groups[offsetB + (codes[atB + row] as number)] as number))
        sums[place] = (sums[place] as number) + (gradient[row] as number)
        sums[place + 1] = (sums[place + 1] as number) + (curvature[row] as number)
      }
    }
    pairScores[item] = excessOf(sums, groupCounts[a] as number, across)
  },

  /** Writes the cells of pair `item` as the codes of column `parameter` + `item`. */
  cells(memory: Memory, item: number, parameter: number): void {
    const { rows, codes, offsets, groups, groupCounts, pairs } = memory
    const a = pairs[2 * item] as number
    const b = pairs[2 * item + 1] as number
    const across = groupCounts[b] as number
    const [atA, atB, at] = [a * rows, b * rows, (parameter + item) * rows]
    const [offsetA, offsetB] = [offsets[a] as number, offsets[b] as number]
    for (let row = 0; row < rows; row += 1) {
      const groupA = groups[offsetA + (codes[atA + row] as number)] as number
      codes[at + row] = groupA * across + (groups[offsetB + (codes[atB + row] as number)] as number)
    }
  },

  /** Loss of chunk `item` of the held-out rows under the effects of the first `parameter` columns. */
  heldOutLoss(memory: Memory, item: number, parameter: number): void {
    const { rows, codes, offsets, effects, target, heldOut, heldOutWeight, chunkSums } = memory
    const start = item * chunkRows
    const end = Math.min(heldOut.length, start + chunkRows)
    const score = new Float64Array(end - start).fill(memory.intercept[0] as number)
    for (let column = 0; column < parameter; column += 1) {
      const at = column * rows
      const offset = offsets[column] as number
      for (let place = start; place < end; place += 1) {
        const code = codes[at + (heldOut[place] as number)] as number
        score[place - start] = (score[place - start] as number) + (effects[offset + code] as number)
      }
    }
    let loss = 0
    for (let place = start; place < end; place += 1) {
      const x = (score[place - start] as number) * (target[heldOut[place] as number] === 1 ? -1 : 1)
      loss += (heldOutWeight[place] as number) * (x > 30 ? x : Math.log1p(Math.exp(x)))
    }
    chunkSums[2 * item] = loss
  },
} as const

/** Rows next to each other that are taken together where not all rows are needed. */
const blockRows = 64

/** Every how many blocks of rows are enough for sums that steer but do not decide. */
export function blockStep(rows: number, enough: number): number {
  return Math.max(1, Math.floor(rows / enough))
}
