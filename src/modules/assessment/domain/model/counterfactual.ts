import type { AdditiveModel, ColumnTerm } from './additive-model.ts'
import { binOfNumber } from './bins.ts'
import { scorerOf, type Value } from './scorer.ts'

/** A column that a person (or time) can change, and the values it can take from where it stands. */
export interface Changeable {
  readonly name: string
  /** Values that can be reached; `null` = every bin's nearest value of a number. */
  readonly to: readonly Value[] | null
  /** Only upward (1), only downward (-1) or both ways (0); for numbers. */
  readonly direction: -1 | 0 | 1
}

/** The smallest change found that gives another category; applying it to the values really does. */
export interface Counterfactual<Category> {
  readonly changes: readonly { readonly name: string; readonly from: Value; readonly to: Value }[]
  readonly probability: number
  readonly category: Category
}

interface Candidate {
  readonly column: number
  readonly to: Value
  /** How far the change goes: bins passed by a number as a share of all, one for another level. */
  readonly cost: number
}

const mostTogether = 2
const mostFound = 5

/**
 * What would change the result: the smallest changes of changeable values that give another category, recomputed with the
 * whole model (interactions too). First one value at a time; only when none suffices, two. Values in the scorer's order.
 *
 * @param categoryOf what is made of a probability: the window's answer, a level
 */
export function counterfactuals<Category extends string>(
  model: AdditiveModel,
  values: readonly Value[],
  changeable: readonly Changeable[],
  categoryOf: (probability: number, values: readonly Value[]) => Category,
): Counterfactual<Category>[] {
  const scorer = scorerOf(model)
  const now = categoryOf(scorer.quick(values), values)
  const candidates = changeable.flatMap((one) => candidatesOf(model, scorer.names, values, one))
  const tried = (chosen: readonly Candidate[]): Counterfactual<Category> | null => {
    const changed = values.slice()
    for (const { column, to } of chosen) changed[column] = to
    const probability = scorer.quick(changed)
    const category = categoryOf(probability, changed)
    if (category === now) return null
    const changes = chosen.map(({ column, to }) => ({
      name: scorer.names[column] ?? '',
      from: values[column] ?? null,
      to,
    }))
    return { changes, probability, category }
  }
  for (let together = 1; together <= mostTogether; together += 1) {
    const found = smallest(combinations(candidates, together), tried)
    if (found.length > 0) return found
  }
  return []
}

/** The cheapest that work, one for each set of columns. */
function smallest<Category>(
  combined: readonly (readonly Candidate[])[],
  tried: (chosen: readonly Candidate[]) => Counterfactual<Category> | null,
): Counterfactual<Category>[] {
  const costOf = (chosen: readonly Candidate[]): number => chosen.reduce((sum, { cost }) => sum + cost, 0)
  const byCost = combined.toSorted((a, b) => costOf(a) - costOf(b))
  const found = new Map<string, Counterfactual<Category>>()
  for (const chosen of byCost) {
    const columns = chosen.map(({ column }) => column).join()
    if (found.has(columns)) continue
    const one = tried(chosen)
    if (one !== null) found.set(columns, one)
    if (found.size === mostFound) break
  }
  return [...found.values()]
}

function combinations(candidates: readonly Candidate[], together: number): Candidate[][] {
  if (together === 1) return candidates.map((one) => [one])
  return candidates.flatMap((first, index) =>
    candidates.slice(index + 1).flatMap((second) => (second.column === first.column ? [] : [[first, second]])),
  )
}

function candidatesOf(
  model: AdditiveModel,
  names: readonly string[],
  values: readonly Value[],
  { name, to, direction }: Changeable,
): Candidate[] {
  const column = names.indexOf(name)
  const term = model.terms[column]
  if (term === undefined || term.kind === 'pair') return []
  const from = values[column] ?? null
  if (term.kind === 'number') return numberCandidates(term, column, from, { to, direction })
  return (to ?? term.levels).flatMap((level) => (level === from ? [] : [{ column, to: level, cost: 1 }]))
}

/** For each other bin the value nearest to the present one: its lower cut upward, just under its upper cut downward. */
function numberCandidates(
  term: ColumnTerm & { readonly kind: 'number' },
  column: number,
  from: Value,
  given: { readonly to: readonly Value[] | null; readonly direction: -1 | 0 | 1 },
): Candidate[] {
  const cuts = Float64Array.from(term.cuts)
  if (typeof from !== 'number') return []
  const own = binOfNumber(from, cuts)
  const reached = given.to ?? [...cuts].map((cut) => (cut > from ? cut : below(cut)))
  return reached.flatMap((value) => {
    if (typeof value !== 'number' || value === from) return []
    if (given.direction !== 0 && Math.sign(value - from) !== given.direction) return []
    const passed = Math.abs(binOfNumber(value, cuts) - own)
    return passed === 0 ? [] : [{ column, to: value, cost: passed / Math.max(1, cuts.length) }]
  })
}

/** A whole number under a whole cut, otherwise a little under it. */
function below(cut: number): number {
  return Number.isInteger(cut) ? cut - 1 : cut - Math.abs(cut) * 1e-6
}
