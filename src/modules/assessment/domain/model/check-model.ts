import { type Problem, problem } from '../../../../kernel/problem.ts'
import { type AdditiveModel, type AdditiveTerm, type ColumnTerm, onGrain, type PairTerm } from './additive-model.ts'

/** Columns by which the chance may not rise: registration time alone never gives a better chance (programme 4.2). */
export const neverRisingColumns: readonly string[] = ['registeredDays', 'registeredShareTenYears']

/** The columns that a person's facts can answer, as `columnsOn` counts them, by kind. */
const personColumns: Readonly<Record<string, 'number' | 'category'>> = {
  sex: 'category',
  age: 'number',
  education: 'category',
  birthRegion: 'category',
  disability: 'category',
  programme: 'category',
  registeredDays: 'number',
  registeredShareTenYears: 'number',
  occupation: 'category',
  occupationsSought: 'category',
  wantedExtentPercent: 'number',
  municipality: 'category',
}

/** The largest number of any kind that a model may hold: with it every sum of parts is exact in a double. */
const largest = 2 ** 20

/**
 * Why a model may not answer about people, or `null`: lists that do not fit each other, effects off the grain of 2^-20,
 * columns that a person's facts do not have, or a policy constraint that does not hold.
 * Problems: `model-file-broken` {at}, `model-columns-unknown` {column}, `model-column-kind` {column}, `model-policy-broken`.
 */
export function modelFaultOf(model: AdditiveModel): Problem | null {
  if (!isOnGrain(model.intercept)) return broken('intercept')
  if (model.terms.length === 0) return broken('terms')
  const columns = columnsOf(model)
  if (new Set(model.terms.map(({ name }) => name)).size !== model.terms.length) return broken('terms')
  for (const term of model.terms) {
    if (term.kind === 'pair' ? !isWholePair(term, columns) : !isWholeColumn(term)) return broken(term.name)
  }
  // Places in pairs count columns, so every column stands before the first pair.
  if (columns.some((column, index) => model.terms[index] !== column)) return broken('terms')
  for (const column of columns) {
    const kind = personColumns[column.name]
    if (kind === undefined) return problem('model-columns-unknown', { field: 'file', values: { column: column.name } })
    if (kind !== column.kind) return problem('model-column-kind', { field: 'file', values: { column: column.name } })
  }
  return policyFaultOf(model)
}

/** `model-policy-broken` {term} where a curve that policy or training binds goes the wrong way, else `null`. */
export function policyFaultOf(model: AdditiveModel): Problem | null {
  const columns = columnsOf(model)
  for (const term of model.terms) {
    const isBroken =
      term.kind === 'pair'
        ? term.of.some((place) => neverRisingColumns.includes(columns[place]?.name ?? ''))
        : isCurveBroken(term)
    if (isBroken) return problem('model-policy-broken', { field: 'term', values: { term: term.name } })
  }
  return null
}

function isCurveBroken(term: ColumnTerm): boolean {
  const isBound = neverRisingColumns.includes(term.name)
  if (term.kind === 'category') return isBound
  const direction = isBound ? -1 : term.monotone
  return direction !== 0 && !goesOneWay(term.effects.slice(1), direction)
}

function goesOneWay(effects: readonly number[], direction: -1 | 1): boolean {
  return effects.every((effect, index) => index === 0 || (effect - (effects[index - 1] as number)) * direction >= 0)
}

export function columnsOf({ terms }: { readonly terms: readonly AdditiveTerm[] }): ColumnTerm[] {
  return terms.filter((term) => term.kind !== 'pair')
}

const isOnGrain = (value: number): boolean => Math.abs(value) <= largest && onGrain(value) === value
const isError = (value: number): boolean => value >= 0 && value <= largest

function isWholeColumn(term: ColumnTerm): boolean {
  const { effects, errors, rows } = term
  const bins = term.kind === 'number' ? term.cuts.length + 2 : term.levels.length + 1
  if (effects.length !== bins || errors.length !== bins || rows.length !== bins) return false
  if (term.kind === 'number' && !isRising(term.cuts)) return false
  if (term.kind === 'category' && new Set(term.levels).size !== term.levels.length) return false
  return (
    effects.every(isOnGrain) && errors.every(isError) && rows.every((count) => Number.isFinite(count) && count >= 0)
  )
}

function isRising(cuts: readonly number[]): boolean {
  return cuts.every((cut, index) => Number.isFinite(cut) && (index === 0 || cut > (cuts[index - 1] as number)))
}

function isWholePair({ of, groups, effects, errors }: PairTerm, columns: readonly ColumnTerm[]): boolean {
  const across = effects[0]?.length ?? 0
  const sizes = [effects.length, across]
  for (const [side, place] of of.entries()) {
    const column = columns[place]
    const size = sizes[side] as number
    const own = groups[side] as readonly number[]
    if (column === undefined || own.length !== column.effects.length) return false
    if (!own.every((group) => Number.isInteger(group) && group >= 0 && group < size)) return false
  }
  if (of[0] === of[1] || errors.length !== effects.length) return false
  const isWholeLine = (line: readonly number[], holds: (value: number) => boolean): boolean =>
    line.length === across && line.every(holds)
  return effects.every((line) => isWholeLine(line, isOnGrain)) && errors.every((line) => isWholeLine(line, isError))
}

function broken(where: string): Problem {
  return problem('model-file-broken', { field: 'file', values: { at: where } })
}
