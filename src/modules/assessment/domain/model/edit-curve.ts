import { type Problem, problem } from '../../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../../kernel/result.ts'
import { type AdditiveModel, type ColumnTerm, onGrain, type PairTerm } from './additive-model.ts'
import { effectsOf, policyFaultOf } from './check-model.ts'

/** Places among a term's effects, both included; place 0 is missing. */
export interface BinRange {
  readonly from: number
  readonly to: number
}

/** What is done to the effects of one term's range. */
export type CurveChange = {
  readonly term: string
  readonly bins: BinRange
  /** In a pair: the second column's groups; `bins` are the first's. */
  readonly across?: BinRange | undefined
} & (
  | { readonly how: 'set'; readonly effect: number }
  | { readonly how: 'shift'; readonly by: number }
  /** All become their mean, weighted by the training rows behind each where they are known. */
  | { readonly how: 'flatten' }
  /** The nearest curve that never rises (-1) or never falls (1), weighted by the training rows. */
  | { readonly how: 'monotone'; readonly direction: -1 | 1 }
)

/** No edit makes an effect larger: odds times nine million are a slip of the hand, and sums stay exact far beyond it. */
export const largestEffect = 16

/**
 * The model with a term's effects changed by hand. Effects stay whole multiples of 2^-20, so parts and intercept still
 * add up exactly; the intercept and all other terms stand, and each effect keeps the error that training gave it.
 * Problems: `model-term-unknown`, `model-bins-unknown`, `model-edit-order`, `model-edit-too-large`,
 * `model-edit-changes-nothing`, `model-policy-broken`.
 */
export function editCurve(model: AdditiveModel, change: CurveChange): Result<AdditiveModel> {
  const place = model.terms.findIndex((one) => one.name === change.term)
  const term = model.terms[place]
  if (term === undefined) {
    return fail(problem('model-term-unknown', { field: 'term', values: { term: change.term } }))
  }
  const size = change.how === 'set' ? change.effect : change.how === 'shift' ? change.by : 0
  if (!Number.isFinite(size)) return tooLarge()
  const made = term.kind === 'pair' ? editedPair(term, change) : editedColumn(term, change)
  if (!made.ok) return made
  const edited = made.value
  if (effectsOf(edited).some((effect) => Math.abs(effect) > largestEffect)) return tooLarge()
  const before = effectsOf(term)
  if (effectsOf(edited).every((effect, index) => effect === before[index])) {
    return fail(problem('model-edit-changes-nothing', { field: 'bins' }))
  }
  const result: AdditiveModel = { ...model, terms: model.terms.with(place, edited) }
  const broken = policyFaultOf(result)
  return broken === null ? ok(result) : fail(broken)
}

/** Several changes, one after the other; a problem tells which by its place, from 1. */
export function editCurves(model: AdditiveModel, changes: readonly CurveChange[]): Result<AdditiveModel> {
  let edited = model
  for (const [index, change] of changes.entries()) {
    const made = editCurve(edited, change)
    if (!made.ok) return fail(at(made.problem, index))
    edited = made.value
  }
  return ok(edited)
}

function at(fault: Problem, index: number): Problem {
  const values = { ...fault.values, change: index + 1 }
  return { ...fault, field: `changes.${index}.${fault.field ?? 'term'}`, values }
}

const isWithin = ({ from, to }: BinRange, length: number): boolean =>
  Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to < length

function editedColumn(term: ColumnTerm, change: CurveChange): Result<ColumnTerm> {
  const { bins } = change
  if (change.across !== undefined || !isWithin(bins, term.effects.length)) return unknownBins(term.name)
  if (change.how === 'monotone' && (term.kind !== 'number' || bins.from === 0)) {
    return fail(problem('model-edit-order', { field: 'bins', values: { term: term.name } }))
  }
  const range = term.effects.slice(bins.from, bins.to + 1)
  const changed = changedEffects(range, term.rows.slice(bins.from, bins.to + 1), change)
  return ok({ ...term, effects: term.effects.toSpliced(bins.from, range.length, ...changed) })
}

function editedPair(term: PairTerm, change: CurveChange): Result<PairTerm> {
  const { bins } = change
  const across = change.across ?? { from: 0, to: (term.effects[0]?.length ?? 0) - 1 }
  if (!isWithin(bins, term.effects.length) || !isWithin(across, term.effects[0]?.length ?? 0)) {
    return unknownBins(term.name)
  }
  if (change.how === 'monotone') {
    return fail(problem('model-edit-order', { field: 'bins', values: { term: term.name } }))
  }
  const width = across.to - across.from + 1
  const cells = term.effects.slice(bins.from, bins.to + 1).flatMap((line) => line.slice(across.from, across.to + 1))
  const weights = cells.map(() => 1)
  const changed = changedEffects(cells, weights, change)
  const effects = term.effects.map((line, group) => {
    if (group < bins.from || group > bins.to) return line
    const at = (group - bins.from) * width
    return line.toSpliced(across.from, width, ...changed.slice(at, at + width))
  })
  return ok({ ...term, effects })
}

function tooLarge(): Result<never> {
  return fail(problem('model-edit-too-large', { field: 'effect', values: { most: largestEffect } }))
}

function unknownBins(term: string): Result<never> {
  return fail(problem('model-bins-unknown', { field: 'bins', values: { term } }))
}

function changedEffects(effects: readonly number[], rows: readonly number[], change: CurveChange): number[] {
  switch (change.how) {
    case 'set':
      return effects.map(() => onGrain(change.effect))
    case 'shift':
      return effects.map((effect) => onGrain(effect + change.by))
    case 'flatten':
      return effects.map(() => onGrain(meanOf(effects, rows)))
    case 'monotone':
      return ordered(effects, rows, change.direction).map(onGrain)
  }
}

/** Bins without rows have no say; where none has rows all have the same. */
function meanOf(effects: readonly number[], rows: readonly number[]): number {
  const all = rows.reduce((sum, count) => sum + count, 0)
  const weight = (index: number): number => (all > 0 ? (rows[index] ?? 0) / all : 1 / effects.length)
  return effects.reduce((sum, effect, index) => sum + weight(index) * effect, 0)
}

/** Pool adjacent violators: the weighted least squares fit among the curves that go one way. */
function ordered(effects: readonly number[], rows: readonly number[], direction: -1 | 1): number[] {
  const pools: { mean: number; weight: number; count: number }[] = []
  for (const [index, effect] of effects.entries()) {
    let pool = { mean: effect * direction, weight: Math.max(1e-9, rows[index] ?? 0), count: 1 }
    for (let last = pools.at(-1); last !== undefined && last.mean > pool.mean; last = pools.at(-1)) {
      const weight = last.weight + pool.weight
      const mean = (last.mean * last.weight + pool.mean * pool.weight) / weight
      pool = { mean, weight, count: last.count + pool.count }
      pools.pop()
    }
    pools.push(pool)
  }
  return pools.flatMap(({ mean, count }) => Array.from({ length: count }, () => mean * direction || 0))
}
