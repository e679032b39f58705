import type { AdditiveModel, ColumnTerm, PairTerm } from './additive-model.ts'
import { type Binner, binNumbers, binnerOf, binOfNumber } from './bins.ts'
import type { Column } from './table.ts'

/** A value of one column: a number, a level, or `null` when missing. */
export type Value = number | string | null

/** A part of a person's log-odds. */
export interface ScoredPart {
  readonly name: string
  readonly effect: number
}

/** Why a value was scored as the mean and not as itself. */
export interface ScoreNote {
  readonly name: string
  readonly why: 'level-not-seen' | 'missing-not-seen'
  readonly value: Value
}

export interface Score {
  readonly probability: number
  readonly logOdds: number
  readonly intercept: number
  readonly parts: readonly ScoredPart[]
  /** Standard deviation of each part over the re-fits, in the order of the parts. */
  readonly errors: readonly number[]
  /** Standard deviation of the log-odds over the re-fits, parts taken as independent. */
  readonly logOddsError: number
  readonly notes: readonly ScoreNote[]
}

/** A model made ready to score: lists as typed arrays, levels by name. */
export interface Scorer {
  readonly model: AdditiveModel
  /** The columns that values are asked for, in order. */
  readonly names: readonly string[]
  /** Scores one person with every part; values in the order of `names`. */
  one(values: readonly Value[]): Score
  /** The probability alone of one person by bins already known, in microseconds. */
  quick(values: readonly Value[]): number
  /** The probabilities of a table whose columns stand in the order of `names`; numbers are binned on the way. */
  table(columns: readonly Column[], rows: number, into: Float64Array): void
}

interface ReadyColumn {
  readonly term: ColumnTerm
  readonly effects: Float64Array
  readonly binner: Binner | null
  readonly levels: ReadonlyMap<string, number>
}

interface ReadyPair {
  readonly term: PairTerm
  readonly a: number
  readonly b: number
  readonly groupsA: Uint16Array
  readonly groupsB: Uint16Array
  readonly across: number
  readonly effects: Float64Array
}

/** Makes a model ready to score. */
export function scorerOf(model: AdditiveModel): Scorer {
  const columns = model.terms.flatMap((term) => (term.kind === 'pair' ? [] : [readyColumn(term)]))
  const pairs = model.terms.flatMap((term) => (term.kind === 'pair' ? [readyPair(term, columns)] : []))
  const codes = new Uint16Array(columns.length)
  const binAll = (values: readonly Value[]): void => {
    for (let column = 0; column < columns.length; column += 1) {
      codes[column] = binOf(columns[column] as ReadyColumn, values[column] ?? null)
    }
  }
  return {
    model,
    names: columns.map(({ term }) => term.name),
    one: (values) => {
      binAll(values)
      return scoreOf(model, columns, pairs, codes, values)
    },
    quick: (values) => {
      binAll(values)
      let logOdds = model.intercept
      for (let column = 0; column < columns.length; column += 1) {
        logOdds += (columns[column] as ReadyColumn).effects[codes[column] as number] as number
      }
      for (const pair of pairs) logOdds += pair.effects[cellOf(pair, codes)] as number
      return chanceOf(logOdds)
    },
    table: (given, rows, into) => scoreTable({ model, columns, pairs }, given, rows, into),
  }
}

/** A level that training never saw gets a bin after all others, whose effect is 0: the mean. */
function readyColumn(term: ColumnTerm): ReadyColumn {
  return {
    term,
    effects: Float64Array.from([...term.effects, 0]),
    binner: term.kind === 'number' ? binnerOf(Float64Array.from(term.cuts)) : null,
    levels: new Map(term.kind === 'category' ? term.levels.map((level, place) => [level, place + 1]) : []),
  }
}

/** Cells with one row and one column more, of effect 0, for values that training never saw. */
function readyPair(term: PairTerm, columns: readonly ReadyColumn[]): ReadyPair {
  const across = term.effects[0]?.length ?? 0
  const padded = [...term.effects.map((line) => [...line, 0]), Array.from({ length: across + 1 }, () => 0)]
  const groupsOf = (side: 0 | 1, unseen: number): Uint16Array => {
    const isMissingSeen = (columns[term.of[side]]?.term.rows[0] ?? 0) > 0
    const groups = term.groups[side].map((group, bin) => (bin === 0 && !isMissingSeen ? unseen : group))
    return Uint16Array.from([...groups, unseen])
  }
  return {
    term,
    a: term.of[0],
    b: term.of[1],
    groupsA: groupsOf(0, term.effects.length),
    groupsB: groupsOf(1, across),
    across: across + 1,
    effects: Float64Array.from(padded.flat()),
  }
}

function binOf({ binner, levels }: ReadyColumn, value: Value): number {
  if (value === null) return 0
  if (binner === null) return levels.get(String(value)) ?? levels.size + 1
  return typeof value === 'number' ? binOfNumber(value, binner.cuts) : 0
}

function cellOf(pair: ReadyPair, codes: Uint16Array): number {
  const groupA = pair.groupsA[codes[pair.a] as number] as number
  return groupA * pair.across + (pair.groupsB[codes[pair.b] as number] as number)
}

function scoreOf(
  model: AdditiveModel,
  columns: readonly ReadyColumn[],
  pairs: readonly ReadyPair[],
  codes: Uint16Array,
  values: readonly Value[],
): Score {
  const notes: ScoreNote[] = []
  const errors: number[] = []
  const parts: ScoredPart[] = columns.map(({ term, effects, levels }, column) => {
    const bin = codes[column] as number
    const value = values[column] ?? null
    errors.push(term.errors[bin] ?? 0)
    if (term.kind === 'category' && bin > levels.size) notes.push({ name: term.name, why: 'level-not-seen', value })
    if (bin === 0 && (term.rows[0] ?? 0) === 0) notes.push({ name: term.name, why: 'missing-not-seen', value })
    return { name: term.name, effect: effects[bin] as number }
  })
  for (const pair of pairs) {
    const cell = cellOf(pair, codes)
    errors.push(pair.term.errors[Math.floor(cell / pair.across)]?.[cell % pair.across] ?? 0)
    parts.push({ name: pair.term.name, effect: pair.effects[cell] as number })
  }
  const logOdds = parts.reduce((sum, part) => sum + part.effect, model.intercept)
  return {
    probability: chanceOf(logOdds),
    logOdds,
    intercept: model.intercept,
    parts,
    errors,
    logOddsError: Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, model.interceptError ** 2)),
    notes,
  }
}

function chanceOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}

const chunk = 4096

function scoreTable(
  { model, columns, pairs }: { model: AdditiveModel; columns: readonly ReadyColumn[]; pairs: readonly ReadyPair[] },
  given: readonly Column[],
  rows: number,
  into: Float64Array,
): void {
  const places = given.map((column, index) => levelPlaces(column, columns[index]))
  const codes = columns.map(() => new Uint16Array(chunk))
  for (let start = 0; start < rows; start += chunk) {
    const end = Math.min(rows, start + chunk)
    into.fill(model.intercept, start, end)
    for (const [index, { effects, binner }] of columns.entries()) {
      const column = given[index]
      const own = codes[index] as Uint16Array
      if (column === undefined) throw new RangeError(`the table has no column ${index}`)
      if (column.kind === 'number') {
        if (binner === null) own.fill(0)
        else binNumbers(column.values, binner, { codes: own, at: 0 }, { start, end })
      } else translate(column.codes, places[index] as Uint16Array, own, start, end)
      for (let row = start; row < end; row += 1) {
        into[row] = (into[row] as number) + (effects[own[row - start] as number] as number)
      }
    }
    for (const pair of pairs) addPair(pair, codes, into, start, end)
    for (let row = start; row < end; row += 1) into[row] = 1 / (1 + Math.exp(-(into[row] as number)))
  }
}

function addPair(pair: ReadyPair, codes: readonly Uint16Array[], into: Float64Array, start: number, end: number): void {
  const { effects, across, groupsA, groupsB } = pair
  const [codesA, codesB] = [codes[pair.a] as Uint16Array, codes[pair.b] as Uint16Array]
  for (let row = start; row < end; row += 1) {
    const groupA = groupsA[codesA[row - start] as number] as number
    const groupB = groupsB[codesB[row - start] as number] as number
    into[row] = (into[row] as number) + (effects[groupA * across + groupB] as number)
  }
}

/** The model's bin of each level of a table's own column. */
function levelPlaces(column: Column, ready: ReadyColumn | undefined): Uint16Array | null {
  if (column.kind === 'number') return null
  return Uint16Array.from([
    0,
    ...column.levels.map((level) => ready?.levels.get(level) ?? (ready?.levels.size ?? 0) + 1),
  ])
}

function translate(from: Uint16Array, places: Uint16Array, into: Uint16Array, start: number, end: number): void {
  for (let row = start; row < end; row += 1) into[row - start] = places[from[row] as number] as number
}
