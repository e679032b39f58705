import type { Day } from '../../../kernel/day.ts'
import {
  datedValueOn,
  type LevelPrices,
  type Parameter,
  type Provenance,
  type Rules,
  ruleModules,
} from '../../../rules/index.ts'

/** The rule that a line rests on, as it is shown with the line. */
export interface RuleReference {
  /** The parameter, such as `compensation.baseFeeOre`; `authority.baseFees` for rates that the authority gave itself. */
  readonly name: string
  /** The state of the law, such as `rom1@2020-03-30`. */
  readonly key: string
  /** The day from which the value holds. */
  readonly since: Day
  /** Where it stands: the programme's section, and the place inside the source when it is finer. */
  readonly clause: string
  readonly provenance: Provenance
}

/** The rules that govern a chain, with the base fees to use: the law's own, or others where it has none. */
export interface MoneyLaw {
  readonly rules: Rules
  /** Null while the authority has entered none. */
  readonly baseFees: LevelPrices | null
  readonly baseFeeRule: RuleReference
  readonly outcomeRule: RuleReference
  readonly premiumRule: RuleReference
}

/** The law that governs a chain, by its first day: a later change of the law leaves a begun chain as it is (assumed). */
export type LawFor = (chainFirstDay: Day) => MoneyLaw

/** `law`: what the rules say. `demo`: the rates of the demo world where the rules have none. Or the authority's own. */
export type BaseFeeSource = 'law' | 'demo' | LevelPrices

export function moneyLaw(rules: Rules, baseFees: BaseFeeSource = 'law'): MoneyLaw {
  const law = ruleModules.compensation
  const own = rules.compensation.baseFeeOre
  const demo = baseFees === 'demo' && own === null
  const given = typeof baseFees === 'string' ? null : baseFees
  const baseFeeRule = referenceTo(demo ? law.demoBaseFeeOre : law.baseFeeOre, rules)
  return {
    rules,
    baseFees: given ?? (demo ? rules.compensation.demoBaseFeeOre : own),
    baseFeeRule: given === null ? baseFeeRule : { ...baseFeeRule, name: 'authority.baseFees', provenance: 'A' },
    outcomeRule: referenceTo(law.outcomePaymentOre, rules),
    premiumRule: referenceTo(law.speedPremium, rules),
  }
}

function referenceTo<T>(param: Parameter<T>, rules: Rules): RuleReference {
  const dated = datedValueOn(param, rules.since)
  const section = dated?.source.section ?? '5'
  return {
    name: param.name,
    key: rules.key,
    since: dated?.from ?? rules.since,
    clause: dated?.clause === undefined ? section : `${section}, ${dated.clause}`,
    provenance: dated?.provenance ?? 'A',
  }
}
