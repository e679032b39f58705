import type { Day } from '../kernel/day.ts'
import { datedValueOn, lastDayOfValue, type Provenance, type Unit } from './parameter.ts'
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

/** Every rule that has begun by the day, with the value that governs it; empty before the programme began. */
export function ruleListOn(on: Day): RuleLine[] {
  return allParameters.flatMap((each) => lineOn(each, on) ?? [])
}

function lineOn({ module, parameter }: RegisteredParameter, on: Day): RuleLine | null {
  const dated = datedValueOn(parameter, on)
  if (dated === null) return null
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
    to: lastDayOfValue(parameter, dated),
    source,
    provenance,
    clause,
    note,
  }
}
