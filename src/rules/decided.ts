import { addDays, type Day, maxDay } from '../kernel/day.ts'
import { assessment } from './assessment.ts'
import { type DatedValue, datedValueOn, type Parameter } from './parameter.ts'
import { overridden, type RuleChanges, type Rules, rulesOn } from './rules-on.ts'
import { cite, sources } from './sources.ts'

/** A value that the authority decided on while the system runs, in force from its day until a later one takes over. */
export type DecidedValue = {
  readonly id: string
  readonly name: string
  readonly from: Day
  readonly value: unknown
}

/**
 * The rules that may be decided on so. Others are changed by a line in this room; code that asks `rulesOn` alone may
 * therefore rest on any rule but these.
 */
const decidable = { window: assessment.window, cutPoints: assessment.cutPoints } as const
export type DecidableName = `assessment.${keyof typeof decidable}`

const mostKept = 200
const kept = new Map<string, Rules>()

/**
 * The rules of a day together with what was decided: of a written and a decided value the one with the later first day
 * governs, and the decided one where they begin on the same day. The key names the decided values that govern.
 */
export function rulesWith(on: Day, decided: readonly DecidedValue[] | null): Rules {
  const rules = rulesOn(on)
  const governing = (decided ?? []).filter((one) => governs(one, on))
  if (governing.length === 0) return rules
  const name = `${rules.key} ${governing.map((one) => one.id).join(' ')}`
  const found = kept.get(name)
  if (found !== undefined) return found
  const key = [rules.key, ...governing.map((one) => `${one.name}@${one.from}`)].join('+')
  const since = governing.reduce((latest, one) => maxDay(latest, one.from), rules.since)
  const changes = Object.fromEntries(governing.map((one) => [keyOf(one.name), one.value]))
  const made: Rules = Object.freeze({ ...overridden(rules, { assessment: changes } as RuleChanges), key, since })
  if (kept.size >= mostKept) kept.clear()
  kept.set(name, made)
  return made
}

/** Every dated value of a rule, the decided among the written, in order of their days. */
export function datedValuesWith<T>(
  parameter: Parameter<T>,
  decided: readonly DecidedValue[],
): (DatedValue<T> & { readonly lastDay: Day | null })[] {
  const own = decided.filter((one) => one.name === parameter.name).map((one) => asDated<T>(one))
  const written = parameter.values.filter((value) => !own.some((one) => one.from === value.from))
  const all = [...written, ...own].sort((a, b) => (a.from < b.from ? -1 : 1))
  return all.map((one, index) => {
    const next = all[index + 1]
    return { ...one, lastDay: next === undefined ? null : addDays(next.from, -1) }
  })
}

function asDated<T>(one: DecidedValue): DatedValue<T> {
  const note = 'Beslutat av myndigheten i Krom, med fyra ögon.'
  return { from: one.from, value: one.value as T, source: cite(sources.krom, '4.2'), provenance: 'A', note }
}

/** Whether a value decided on from its day on governs the day, before later decided ones are thought of. */
function governs({ name, from }: DecidedValue, on: Day): boolean {
  const parameter: Parameter<unknown> | undefined = (decidable as Record<string, Parameter<unknown>>)[keyOf(name)]
  if (parameter === undefined || parameter.name !== name || from > on) return false
  const written = datedValueOn(parameter, on)
  return written === null || from >= written.from
}

function keyOf(name: string): string {
  return name.slice(name.indexOf('.') + 1)
}
