import { type Bins, binCount } from './bins.ts'
import { boost, heldOutLoss, takeGradients, takeSums } from './boosting.ts'
import { choosePairs, groupBins } from './interactions.ts'
import { allPairs, memoryFor, type Slices, sumsFor } from './memory.ts'
import { type Learner, shrinkageOf } from './steps.ts'
import type { TrainingTable } from './table.ts'
import type { Crew, Memory } from './work.ts'

export interface FitOptions {
  /** The most bins of a number. */
  readonly bins: number
  /** The most interactions. */
  readonly pairs: number
  /** The sign of a column's curve, by the column's name. */
  readonly monotone: ReadonlyMap<string, -1 | 1>
}

/** A fitted model still in the memory it was fitted in. */
export interface Fit {
  readonly memory: Memory
  readonly bins: readonly Bins[]
  /** The two columns of each interaction. */
  readonly pairs: readonly (readonly [number, number])[]
  readonly learners: readonly Learner[]
  /** Rounds of boosting between each taking of the sums, first without and then with the interactions. */
  readonly schedule: Schedule
  /** Mean loss of the rows held out for stopping; `null` when there were none. */
  readonly heldOutLoss: number | null
}

export interface Schedule {
  readonly alone: readonly number[]
  readonly together: readonly number[]
}

const plan = { alone: [8, 16, 24], together: [24, 40, 60, 60] } as const
const checkEvery = 8
const patience = 3
const leastGain = 1e-6

/** Fits columns and then the interactions that are worth it; stops where the held-out rows no longer gain. */
export function fitModel(table: TrainingTable, slices: Slices, options: FitOptions, crew: Crew): Fit {
  const { memory, bins } = memoryFor(table, slices, options)
  crew.attach(memory)
  crew.run('bin', table.columns.length)
  const learners = bins.map((one, column) => learnerOf(one, column, memory.offsets, options))
  startFrom(memory)
  const alone = learn(memory, crew, learners, plan.alone)
  takeGradients(memory, crew, learners.length)
  groupBins(memory, bins)
  const barred = new Set(bins.flatMap((one, index) => (options.monotone.has(one.name) ? [index] : [])))
  const pairs = choosePairs(memory, crew, { columns: bins.length, most: options.pairs, barred })
  const wide = withCells(memory, crew, pairs)
  const all = [...learners, ...pairs.map((_, index) => cellLearner(wide.offsets, bins.length + index))]
  const together = learn(wide, crew, all, plan.together)
  return {
    memory: wide,
    bins,
    pairs,
    learners: all,
    schedule: { alone: alone.rounds, together: together.rounds },
    heldOutLoss: together.loss,
  }
}

/**
 * Fits again the same columns and interactions to other weights: from the first fit on, for as many rounds as it took
 * (the one-step bootstrap). The memory's effects must be those of the first fit.
 */
export function refit({ memory, learners, schedule }: Fit, crew: Crew): void {
  const own = learners.map((learner) => ({ ...learner }))
  takeSums(memory, crew, own)
  shrink(memory, own)
  const rounds = [...schedule.alone, ...schedule.together].reduce((sum, one) => sum + one, 0)
  boost(memory, own, rounds)
}

function learnerOf(bins: Bins, column: number, offsets: Int32Array, { monotone }: FitOptions): Learner {
  const kind = bins.kind === 'number' ? 'curve' : 'levels'
  const offset = offsets[column] as number
  return { kind, monotone: monotone.get(bins.name) ?? 0, offset, bins: binCount(bins), shrinkage: 1 }
}

function cellLearner(offsets: Int32Array, column: number): Learner {
  const offset = offsets[column] as number
  return { kind: 'levels', monotone: 0, offset, bins: (offsets[column + 1] as number) - offset, shrinkage: 1 }
}

/** The intercept of a model without columns. */
function startFrom(memory: Memory): void {
  let ones = 0
  let all = 0
  for (let row = 0; row < memory.rows; row += 1) {
    const w = memory.weight[row] as number
    all += w
    ones += w * (memory.target[row] as number)
  }
  memory.intercept[0] = Math.log((ones + 0.5) / (all - ones + 0.5))
}

/** The memory widened by the cells of the pairs; effects so far are kept. */
function withCells(memory: Memory, crew: Crew, pairs: readonly (readonly [number, number])[]): Memory {
  if (pairs.length === 0) return memory
  const columns = memory.offsets.length - 1
  const counts = Array.from({ length: columns }, (_, column) => {
    return (memory.offsets[column + 1] as number) - (memory.offsets[column] as number)
  })
  const cells = pairs.map(([a, b]) => (memory.groupCounts[a] as number) * (memory.groupCounts[b] as number))
  const wide: Memory = { ...memory, ...sumsFor([...counts, ...cells], pairs) }
  wide.effects.set(memory.effects)
  wide.groups.set(memory.groups)
  wide.groupCounts.set(memory.groupCounts)
  crew.attach(wide)
  crew.run('cells', pairs.length, columns)
  const full: Memory = { ...wide, pairs: Int32Array.from(allPairs(columns + pairs.length).flat()) }
  crew.attach(full)
  return full
}

function shrink(memory: Memory, learners: readonly Learner[]): void {
  const sums = { gradient: memory.sumGradient, curvature: memory.sumCurvature }
  for (const learner of learners) {
    if (learner.kind === 'levels') learner.shrinkage = shrinkageOf(learner, sums, memory.effects)
  }
}

/** Boosts by the plan until the held-out rows have not gained for a while, and goes back to where they were best off. */
function learn(
  memory: Memory,
  crew: Crew,
  learners: readonly Learner[],
  rounds: readonly number[],
): { readonly rounds: number[]; readonly loss: number | null } {
  const columns = learners.length
  const checks = memory.heldOut.length > 0
  const done: number[] = []
  let best = { loss: Number.POSITIVE_INFINITY, effects: memory.effects.slice(), intercept: 0, rounds: [] as number[] }
  let since = 0
  for (const wanted of rounds) {
    if (since >= patience) break
    takeSums(memory, crew, learners)
    shrink(memory, learners)
    done.push(0)
    for (let left = wanted; left > 0 && since < patience; left -= checkEvery) {
      const now = Math.min(left, checkEvery)
      boost(memory, learners, now)
      done[done.length - 1] = (done.at(-1) ?? 0) + now
      if (!checks) continue
      const loss = heldOutLoss(memory, crew, columns)
      since = loss < best.loss - leastGain ? 0 : since + 1
      if (since > 0) continue
      best = { loss, effects: memory.effects.slice(), intercept: memory.intercept[0] as number, rounds: [...done] }
    }
  }
  if (!checks) return { rounds: done, loss: null }
  memory.effects.set(best.effects)
  memory.intercept[0] = best.intercept
  return { rounds: best.rounds, loss: best.loss }
}
