import { addDays, type Day, maxDay, minDay } from '../kernel/day.ts'
import { type Parameter, valueOn, valueOrNullOn } from './parameter.ts'
import { allParameters, type RuleModule, type RuleModules, ruleModules } from './registry.ts'
import { rom1Start, rom2Start, type ServiceVersion, serviceVersionOn } from './version.ts'

type ValueOf<P> = P extends Parameter<infer T, infer Lapses> ? (Lapses extends false ? T : T | null) : never
type ValuesOf<Module> = { readonly [Key in keyof Module]: ValueOf<Module[Key]> }

/**
 * The law of one day as a plain object: `rules.market.choiceWorkingDays`, `rules.compensation.outcomePayment`.
 * `key` names this state of the law on decisions and money lines, such as `rom1@2022-09-08`;
 * the same key always means the same values.
 */
export type Rules = {
  readonly key: string
  readonly version: ServiceVersion
  /** The first day of this state of the law. */
  readonly since: Day
} & { readonly [Module in RuleModule]: ValuesOf<RuleModules[Module]> }

/** The days on which any rule changes, in order. */
export const changeDays: readonly Day[] = [
  ...new Set([
    rom1Start,
    rom2Start,
    ...allParameters.flatMap((each) => each.parameter.values.map((dated) => dated.from)),
  ]),
].sort()

const known = new Map<Day, Rules>()

/**
 * The rules in force on a day. Cheap: one frozen object per state of the law, shared by all its days.
 * Throws before 2020-03-30, when no rule of the programme was in force.
 */
export function rulesOn(on: Day): Rules {
  serviceVersionOn(on)
  const start = changeDays.findLast((each) => each <= on) ?? rom1Start
  const found = known.get(start)
  if (found !== undefined) return found
  const made = deepFreeze(rulesSince(start))
  known.set(start, made)
  return made
}

/** The rules of a named version as they stood on a day, or on that version's nearest day when the day lies outside it. */
export function rulesOfVersion(version: ServiceVersion, on: Day): Rules {
  const inside = version === 'rom1' ? minDay(maxDay(on, rom1Start), addDays(rom2Start, -1)) : maxDay(on, rom2Start)
  return rulesOn(inside)
}

function rulesSince(start: Day): Rules {
  const version = serviceVersionOn(start)
  const modules = Object.entries(ruleModules).map(([module, parameters]) => [module, valuesOn(parameters, start)])
  return { key: `${version}@${start}`, version, since: start, ...Object.fromEntries(modules) } as Rules
}

function valuesOn(parameters: Record<string, Parameter<unknown>>, on: Day): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parameters).map(([key, each]) => [key, each.lapses ? valueOrNullOn(each, on) : valueOn(each, on)]),
  )
}

/** Changes to a set of rules: any part of the tree; lists and single values are replaced whole. */
export type RuleChanges = { readonly [Module in RuleModule]?: Partial<Rules[Module]> }

/** The same rules with some values replaced, for simulation and for rates that an authority enters. Pure. */
export function overridden(rules: Rules, changes: RuleChanges): Rules {
  const modules = (Object.keys(changes) as RuleModule[]).map((module) => [
    module,
    { ...rules[module], ...changes[module] },
  ])
  return deepFreeze({ ...rules, ...Object.fromEntries(modules), key: `${rules.key}+changed` } as Rules)
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) deepFreeze(part)
  return Object.freeze(value)
}
