import { curveStep, type Learner, levelStep, type Sums } from './steps.ts'
import { blockStep, type Crew, chunksOf, type Memory } from './work.ts'

/** Curves go slowly, for each step is a rough tree; levels and cells converge at a faster rate without losing shape. */
const curveRate = 0.2
const levelRate = 0.5
/** Levels take part in every how many rounds. */
const levelEvery = 2
/** Rows enough for the curvature between columns: it steers the steps, the gradients from all rows decide. */
const gramRows = 131_072

/**
 * The loss around the present effects as a square: gradients and curvature by bin and by pair of bins. Boosting then
 * needs no rows: a step in one column moves the other columns' gradients by the curvature between them.
 */
export function takeSums(memory: Memory, crew: Crew, learners: readonly Learner[]): void {
  const columns = learners.length
  takeGradients(memory, crew, columns)
  crew.run('gram', (columns * (columns - 1)) / 2, blockStep(memory.rows, gramRows))
  const whole = wholeOf(memory)
  for (let bin = 0; bin < whole; bin += 1) memory.gram[bin * whole + bin] = memory.sumCurvature[bin] as number
}

/** Gradients and curvature by bin, from all rows. */
export function takeGradients(memory: Memory, crew: Crew, columns: number): void {
  crew.run('derive', chunksOf(memory.rows), columns)
  crew.run('histogram', columns)
}

function wholeOf(memory: Memory): number {
  return memory.offsets[memory.offsets.length - 1] as number
}

/** Goes through the columns in order `rounds` times; each takes a small step against the loss, so does the intercept. */
export function boost(memory: Memory, learners: readonly Learner[], rounds: number): void {
  const sums: Sums = { gradient: memory.sumGradient, curvature: memory.sumCurvature }
  const step = new Float64Array(Math.max(...learners.map((learner) => learner.bins)))
  for (let round = 0; round < rounds; round += 1) {
    interceptStep(memory, learners)
    for (const learner of learners) {
      if (learner.kind === 'curve') curveStep(learner, sums, curveRate, step)
      else if (round % levelEvery === 0) levelStep(learner, sums, memory.effects, levelRate, step)
      else continue
      apply(memory, learner, step)
    }
  }
}

function apply(memory: Memory, { offset, bins }: Learner, step: Float64Array): void {
  const { effects, gram, sumGradient } = memory
  const whole = wholeOf(memory)
  for (let bin = 0; bin < bins; bin += 1) {
    const by = step[bin] as number
    if (by === 0 || (memory.sumCurvature[offset + bin] as number) === 0) continue
    effects[offset + bin] = (effects[offset + bin] as number) + by
    const row = (offset + bin) * whole
    for (let other = 0; other < whole; other += 1) {
      sumGradient[other] = (sumGradient[other] as number) - by * (gram[row + other] as number)
    }
  }
}

/** Every row is in some bin of the first column: its sums are those of all rows. */
function interceptStep(memory: Memory, learners: readonly Learner[]): void {
  const first = learners[0]
  if (first === undefined) return
  const { intercept, sumGradient, sumCurvature } = memory
  let gradient = 0
  let curvature = 0
  for (let bin = first.offset; bin < first.offset + first.bins; bin += 1) {
    gradient += sumGradient[bin] as number
    curvature += sumCurvature[bin] as number
  }
  if (curvature <= 0) return
  const by = gradient / curvature
  intercept[0] = (intercept[0] as number) + by
  for (let bin = 0; bin < sumGradient.length; bin += 1) {
    sumGradient[bin] = (sumGradient[bin] as number) - by * (sumCurvature[bin] as number)
  }
}

/** Mean loss of the held-out rows under the present effects. */
export function heldOutLoss(memory: Memory, crew: Crew, columns: number): number {
  const chunks = chunksOf(memory.heldOut.length)
  crew.run('heldOutLoss', chunks, columns)
  let loss = 0
  for (let chunk = 0; chunk < chunks; chunk += 1) loss += memory.chunkSums[2 * chunk] as number
  let weight = 0
  for (const one of memory.heldOutWeight) weight += one
  return weight > 0 ? loss / weight : 0
}
