import type { Day } from '../kernel/day.ts'
import { type DecidedValue, datedValuesWith } from './decided.ts'
import type { Provenance, Unit } from './parameter.ts'
import { allParameters, type RegisteredParameter, type RuleModule } from './registry.ts'
import type { Source } from './sources.ts'

/** One line of the page "The rules" and of its JSON. Days are inclusive; `to` `null` = nothing has replaced it. */
export type RuleLine = {
  readonly name: string
  readonly module: RuleModule
  readonly sv: string
  readonly en: string
  readonly unit: Unit
  /** `null` = not in force, or unknown until the authority enters it (then `note` says so). */
  readonly value: unknown
  readonly from: Day
  readonly to: Day | null
  readonly source: Source
  readonly provenance: Provenance
  readonly clause: string | null
  readonly note: string | null
}

/**
 * Every rule that has begun by the day, with the value that governs it, decided ones among them; empty before the
 * programme began.
 */
export function ruleListOn(on: Day, decided: readonly DecidedValue[] = []): RuleLine[] {
  return allParameters.flatMap((each) => lineOn(each, on, decided) ?? [])
}

function lineOn(
  { module, parameter }: RegisteredParameter,
  on: Day,
  decided: readonly DecidedValue[],
): RuleLine | null {
  const dated = datedValuesWith(parameter, decided).findLast((one) => one.from <= on)
  if (dated === undefined) return null
  const { name, sv, en, unit } = parameter
  const { value, from, source, provenance, clause = null, note = null } = dated
  return {
    name,
    module,
    sv,
    en,
    unit,
    value,
    from,
    to: dated.lastDay,
    source,
    provenance,
    clause,
    note,
  }
}
