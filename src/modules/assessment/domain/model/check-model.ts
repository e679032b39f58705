import { type Problem, problem } from '../../../../kernel/problem.ts'
import { type AdditiveModel, type AdditiveTerm, type ColumnTerm, onGrain } from './additive-model.ts'

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

/** The codes that a person's facts have; a file that codes them otherwise would count everybody as the mean. */
const knownLevels: Readonly<Record<string, readonly string[]>> = {
  sex: ['female', 'male'],
  birthRegion: ['sweden', 'nordic', 'europe', 'world'],
  disability: ['yes', 'no'],
  programme: ['JOB', 'UGA', 'ETP', 'none'],
  occupation: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  occupationsSought: ['none', 'one', 'several'],
}

/** The largest number of any kind that a model may hold: with it every sum of parts is exact in a double. */
const largest = 2 ** 20

/**
 * Why a model whose document is whole may still not answer about people, or `null`: effects off the grain of 2^-20 (sums
 * would not be exact), columns that a person's facts do not have, or a policy constraint that does not hold.
 * Problems: `model-file-broken` {at}, `model-columns-unknown` {column}, `model-column-kind` {column},
 * `model-level-unknown` {column, level}, `model-policy-broken` {term}.
 */
export function modelFaultOf(model: AdditiveModel): Problem | null {
  const { intercept, terms } = model
  if (!isOnGrain(intercept)) return broken('intercept')
  if (new Set(terms.map(({ name }) => name)).size !== terms.length) return broken('terms')
  const columns = columnsOf(model)
  // Places in pairs count columns, so every column stands before the first pair.
  if (columns.length === 0 || columns.some((column, index) => terms[index] !== column)) return broken('terms')
  for (const term of terms) {
    if (!effectsOf(term).every(isOnGrain)) return broken(term.name)
    if (term.kind === 'pair' && term.of[0] === term.of[1]) return broken(term.name)
  }
  for (const column of columns) {
    const fault = columnFault(column)
    if (fault !== null) return fault
  }
  return policyFaultOf(model)
}

function columnFault(term: ColumnTerm): Problem | null {
  const { name: column, kind } = term
  const field = 'file'
  if (personColumns[column] === undefined) return problem('model-columns-unknown', { field, values: { column } })
  if (personColumns[column] !== kind) return problem('model-column-kind', { field, values: { column } })
  const known = knownLevels[column]
  if (term.kind === 'number' || known === undefined) return null
  const level = term.levels.find((one) => !known.includes(one))
  return level === undefined ? null : problem('model-level-unknown', { field, values: { column, level } })
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

/** Every effect of a term; a pair's line by line. */
export function effectsOf(term: AdditiveTerm): readonly number[] {
  return term.kind === 'pair' ? term.effects.flat() : term.effects
}

export function columnsOf({ terms }: { readonly terms: readonly AdditiveTerm[] }): ColumnTerm[] {
  return terms.filter((term) => term.kind !== 'pair')
}

const isOnGrain = (value: number): boolean => Math.abs(value) <= largest && onGrain(value) === value

function broken(where: string): Problem {
  return problem('model-file-broken', { field: 'file', values: { at: where } })
}
