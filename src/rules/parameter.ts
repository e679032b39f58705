import { addDays, type Day } from '../kernel/day.ts'
import type { Source } from './sources.ts'

/**
 * How well a value is known (programme, head): C confirmed by a public source, S second-hand,
 * D derived by calculation, A assumed by us and open for an authority to set otherwise.
 */
export type Provenance = 'C' | 'S' | 'D' | 'A'

/** What a number counts, or what kind of thing a value is. */
export type Unit =
  | 'calendar days'
  | 'working days'
  | 'calendar months'
  | 'years'
  | 'hours'
  | 'hours per week'
  | 'minutes'
  | 'day of month'
  | 'öre'
  | 'öre per month'
  | 'percent'
  | 'percentage points'
  | 'share'
  | 'km'
  | 'persons'
  | 'count'
  | 'characters'
  | 'switch'
  | 'choice'
  | 'codes'
  | 'table'

/** One value from a day on. `null` = from this day the rule is no longer in force, or its value is unknown. */
export type DatedValue<T> = {
  readonly from: Day
  readonly value: T | null
  readonly source: Source
  readonly provenance: Provenance
  /** The place inside the source, when it is finer than the section. */
  readonly clause?: string
  /** What a reader must know to judge the value: an unknown day, an alternative, a doubt. */
  readonly note?: string
}

/** One rule of the programme: a name, a unit, and values that each carry their own day and source. */
export type Parameter<T, Lapses extends boolean = boolean> = {
  readonly name: string
  readonly sv: string
  readonly en: string
  readonly unit: Unit
  readonly lapses: Lapses
  readonly values: readonly DatedValue<T>[]
}

export type ParameterDefinition<T> = Omit<Parameter<T>, 'lapses'>

/**
 * A rule that always has a value once it has begun.
 * Throws on a definition without values, with a `null`, or with days out of order: that is a programming error.
 */
export function parameter<T>(definition: ParameterDefinition<T>): Parameter<T, false> {
  checkOrder(definition)
  if (definition.values.some((dated) => dated.value === null)) {
    throw new Error(`${definition.name} has a value that ends: declare it with lapsingParameter`)
  }
  return { ...definition, lapses: false }
}

/** A rule that may begin late, end, or have an unknown value: `rulesOn` gives `null` on such days. */
export function lapsingParameter<T>(definition: ParameterDefinition<T>): Parameter<T, true> {
  checkOrder(definition)
  return { ...definition, lapses: true }
}

/** One dated value in one line: from when, what, how well known, and from where. */
export function since<const T>(
  from: Day,
  value: T,
  provenance: Provenance,
  source: Source,
  more: { clause?: string; note?: string } = {},
): DatedValue<Exclude<T, null>> {
  return { from, value: value as Exclude<T, null> | null, source, provenance, ...more }
}

/** The dated value that governs a day, or `null` before the first one. */
export function datedValueOn<T>(param: Parameter<T>, day: Day): DatedValue<T> | null {
  return param.values.findLast((dated) => dated.from <= day) ?? null
}

/** The value in force on the day; throws when nothing is in force. */
export function valueOn<T>(param: Parameter<T>, day: Day): T {
  const value = valueOrNullOn(param, day)
  if (value === null) throw new RangeError(`No value of ${param.name} is in force on ${day}`)
  return value
}

/** The value in force on the day, or `null`. */
export function valueOrNullOn<T>(param: Parameter<T>, day: Day): T | null {
  return datedValueOn(param, day)?.value ?? null
}

/** The last day on which a dated value governs, or `null` while nothing has replaced it. */
export function lastDayOfValue<T>(param: Parameter<T>, dated: DatedValue<T>): Day | null {
  const next = param.values[param.values.indexOf(dated) + 1]
  return next === undefined ? null : addDays(next.from, -1)
}

function checkOrder<T>(definition: ParameterDefinition<T>): void {
  const { name, values } = definition
  if (values.length === 0) throw new Error(`${name} has no value`)
  for (const [index, dated] of values.entries()) {
    const before = values[index - 1]
    if (before !== undefined && before.from >= dated.from) throw new Error(`${name}: ${dated.from} is out of order`)
  }
}
