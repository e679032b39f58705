import { mix32 } from '../../../../kernel/hash.ts'
import type { AdditiveModel, AdditiveTerm } from './additive-model.ts'
import { onGrain } from './additive-model.ts'
import type { Bins } from './bins.ts'
import type { Fit } from './fit.ts'
import { refit } from './fit.ts'
import type { Crew } from './work.ts'

/** A fit's effects with each interaction freed of what belongs to its columns, and every column centred. */
interface Effects {
  intercept: number
  readonly effects: Float64Array
}

/** The effects as they now stand in memory, made comparable: interactions centred both ways, columns around their mean. */
function purified({ memory, bins, pairs }: Fit, rows: Float64Array): Effects {
  const { offsets, groups, groupCounts } = memory
  const result: Effects = { intercept: memory.intercept[0] as number, effects: memory.effects.slice() }
  const { effects } = result
  for (const [index, [a, b]] of pairs.entries()) {
    const at = offsets[bins.length + index] as number
    const [down, across] = [groupCounts[a] as number, groupCounts[b] as number]
    for (let round = 0; round < 8; round += 1) {
      moveMargin({ effects, rows, at, count: down, stride: across, others: across, step: 1 }, (group, mean) =>
        addToGroup(a, group, mean),
      )
      moveMargin({ effects, rows, at, count: across, stride: 1, others: down, step: across }, (group, mean) =>
        addToGroup(b, group, mean),
      )
    }
  }
  for (const column of bins.keys())
    result.intercept += centre(effects, rows, offsets[column] as number, offsets[column + 1] as number)
  return result

  function addToGroup(column: number, group: number, mean: number): void {
    for (let bin = offsets[column] as number; bin < (offsets[column + 1] as number); bin += 1) {
      if (groups[bin] === group) effects[bin] = (effects[bin] as number) + mean
    }
  }
}

/** Takes the mean of each line of cells out of it and gives it to the line's own column. */
function moveMargin(
  line: {
    effects: Float64Array
    rows: Float64Array
    at: number
    count: number
    stride: number
    others: number
    step: number
  },
  give: (group: number, mean: number) => void,
): void {
  const { effects, rows, at, count, stride, others, step } = line
  for (let group = 0; group < count; group += 1) {
    let sum = 0
    let weight = 0
    for (let other = 0; other < others; other += 1) {
      const cell = at + group * stride + other * step
      sum += (rows[cell] as number) * (effects[cell] as number)
      weight += rows[cell] as number
    }
    if (weight === 0) continue
    const mean = sum / weight
    for (let other = 0; other < others; other += 1) {
      const cell = at + group * stride + other * step
      if ((rows[cell] as number) > 0) effects[cell] = (effects[cell] as number) - mean
    }
    give(group, mean)
  }
}

/** Moves the mean out of bins that hold rows; bins that hold none have no effect: the mean. */
function centre(effects: Float64Array, rows: Float64Array, from: number, to: number): number {
  let sum = 0
  let weight = 0
  for (let bin = from; bin < to; bin += 1) {
    sum += (rows[bin] as number) * (effects[bin] as number)
    weight += rows[bin] as number
  }
  const mean = weight > 0 ? sum / weight : 0
  for (let bin = from; bin < to; bin += 1)
    effects[bin] = (rows[bin] as number) > 0 ? (effects[bin] as number) - mean : 0
  return mean
}

/** The fitted model, and `bags` re-fits to rows drawn again with replacement, which tell how sure each effect is. */
export function extract(
  fit: Fit,
  crew: Crew,
  given: { readonly bags: number; readonly seed: number },
): {
  readonly model: AdditiveModel
  readonly refits: readonly AdditiveModel[]
} {
  const rows = rowsByBin(fit)
  const main = purified(fit, rows)
  const bags: Effects[] = []
  const weight = fit.memory.weight.slice()
  const first = { effects: fit.memory.effects.slice(), intercept: fit.memory.intercept[0] as number }
  for (let bag = 1; bag <= given.bags; bag += 1) {
    drawAgain(fit.memory.weight, weight, given.seed, bag)
    fit.memory.effects.set(first.effects)
    fit.memory.intercept[0] = first.intercept
    refit(fit, crew)
    bags.push(purified(fit, rows))
  }
  fit.memory.weight.set(weight)
  const errors = deviations(main, bags)
  return {
    model: modelOf(fit, main, errors, rows),
    refits: bags.map((bag) => modelOf(fit, bag, errors, rows)),
  }
}

/** The fitted model alone, without re-fits and so without errors. */
export function unbagged(fit: Fit): AdditiveModel {
  const rows = rowsByBin(fit)
  const own = purified(fit, rows)
  return modelOf(fit, own, deviations(own, []), rows)
}

/** Training rows (by weight) in each bin and cell. */
function rowsByBin({ memory }: Fit): Float64Array {
  const { rows, codes, offsets, weight } = memory
  const counts = new Float64Array(memory.effects.length)
  for (let column = 0; column + 1 < offsets.length; column += 1) {
    const at = column * rows
    const offset = offsets[column] as number
    for (let row = 0; row < rows; row += 1) {
      const bin = offset + (codes[at + row] as number)
      counts[bin] = (counts[bin] as number) + (weight[row] as number)
    }
  }
  return counts
}

/** Each row counts as often as a Poisson draw of mean 1 says: the bootstrap, row by row and decided by the seed. */
function drawAgain(into: Float32Array, weight: Float32Array, seed: number, bag: number): void {
  const key = mix32(seed ^ mix32(bag))
  for (let row = 0; row < weight.length; row += 1) {
    const uniform = mix32(mix32(row) ^ key) / 2 ** 32
    let times = 0
    let chance = Math.exp(-1)
    for (let upTo = chance; uniform >= upTo && times < 12; upTo += chance) {
      times += 1
      chance /= times
    }
    into[row] = times * (weight[row] as number)
  }
}

interface Errors {
  readonly intercept: number
  readonly effects: Float64Array
}

function deviations(main: Effects, bags: readonly Effects[]): Errors {
  const deviation = (pick: (of: Effects) => number): number => {
    if (bags.length < 2) return 0
    const mean = bags.reduce((sum, bag) => sum + pick(bag), 0) / bags.length
    return Math.sqrt(bags.reduce((sum, bag) => sum + (pick(bag) - mean) ** 2, 0) / (bags.length - 1))
  }
  return {
    intercept: deviation((of) => of.intercept),
    effects: main.effects.map((_, bin) => deviation((of) => of.effects[bin] as number)),
  }
}

const rounded = (error: number): number => Number(error.toPrecision(3))

function modelOf(
  { memory, bins, pairs, learners }: Fit,
  own: Effects,
  errors: Errors,
  rows: Float64Array,
): AdditiveModel {
  const { offsets, groups, groupCounts } = memory
  const span = (column: number): [number, number] => [offsets[column] as number, offsets[column + 1] as number]
  const list = (from: Float64Array, column: number, of: (one: number) => number): number[] =>
    Array.from(from.subarray(...span(column)), of)
  const single = (one: Bins, column: number): AdditiveTerm => {
    const shown = {
      name: one.name,
      effects: list(own.effects, column, onGrain),
      errors: list(errors.effects, column, rounded),
      rows: list(rows, column, (count) => Math.round(count)),
    }
    return one.kind === 'category'
      ? { kind: 'category', levels: one.levels, ...shown }
      : { kind: 'number', cuts: [...one.cuts], monotone: learners[column]?.monotone ?? 0, ...shown }
  }
  const terms: AdditiveTerm[] = bins.map(single)
  for (const [index, [a, b]] of pairs.entries()) {
    const across = groupCounts[b] as number
    const lines = (from: number[]): number[][] =>
      Array.from({ length: groupCounts[a] as number }, (_, group) => from.slice(group * across, (group + 1) * across))
    terms.push({
      kind: 'pair',
      name: `${bins[a]?.name} × ${bins[b]?.name}`,
      of: [a, b],
      groups: [Array.from(groups.subarray(...span(a))), Array.from(groups.subarray(...span(b)))],
      effects: lines(list(own.effects, bins.length + index, onGrain)),
      errors: lines(list(errors.effects, bins.length + index, rounded)),
    })
  }
  return { intercept: onGrain(own.intercept), interceptError: rounded(errors.intercept), terms }
}
