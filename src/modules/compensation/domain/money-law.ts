import { type Day, dayNumber, dayOfNumber } from '../../../kernel/day.ts'
import {
  type BaseFeeMethod,
  changeDays,
  datedValueOn,
  type Level,
  type LevelPrices,
  type OutcomeStage,
  type Parameter,
  type PriceModel,
  type Provenance,
  priceOf,
  type Rules,
  ruleModules,
  type SpeedPremium,
} from '../../../rules/index.ts'
import { type OutcomeLaw, outcomeLaw } from '../../outcomes/domain/index.ts'

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
  readonly outcomes: OutcomeLaw
  readonly stages: readonly OutcomeStage[]
  readonly feeMethod: FeeMethod
  readonly onlyApproved: boolean
  readonly premium: SpeedPremium | null
  readonly premiumAfterLastGrantedDay: boolean
  /** Öre a month by `priceRow`; null while the authority has entered none. */
  readonly baseFees: PriceList | null
  /** Öre by `priceRow`. */
  readonly outcomePayments: PriceList
  readonly baseFeeRule: RuleReference
  readonly outcomeRule: RuleReference
  readonly premiumRule: RuleReference
}

/** How days are counted for a base fee. */
export interface FeeMethod {
  readonly weekdaysOnly: boolean
  /** What a whole month's fee is divided by; null for as many as such days the month has. */
  readonly daysOfMonth: number | null
}

const feeMethods: Readonly<Record<BaseFeeMethod, FeeMethod>> = {
  'calendar-day-share': { weekdaysOnly: false, daysOfMonth: null },
  'weekday-share': { weekdaysOnly: true, daysOfMonth: null },
  'twenty-second-per-weekday': { weekdaysOnly: true, daysOfMonth: 22 },
}

/** Prices in öre by row; null in the row of level B without price model where B has two prices. */
export type PriceList = readonly (number | null)[]

/** The rows of a price list, as explanations name them. */
export const priceRows = ['A', 'B', 'B1', 'B2', 'C'] as const

const levelsOfRows: readonly (readonly [Level, PriceModel | null])[] = [
  ['A', null],
  ['B', null],
  ['B', '1'],
  ['B', '2'],
  ['C', null],
]

/** The row of a decision's price: its level, and at B its price model. */
export function priceRow(level: Level, priceModel: PriceModel | null): number {
  return priceRows.indexOf(level === 'B' && priceModel !== null ? `B${priceModel}` : level)
}

export function levelOfRow(row: number): Level {
  return (levelsOfRows[row] as (typeof levelsOfRows)[number])[0]
}

/** The law that governs a chain, by its first day: a later change of the law leaves a begun chain as it is (assumed). */
export type LawFor = (chainFirstDay: Day) => MoneyLaw

/** The same by day number. */
export type LawAt = (chainFirstDay: number) => MoneyLaw

/** `law`: what the rules say. `demo`: the rates of the demo world where the rules have none. Or the authority's own. */
export type BaseFeeSource = 'law' | 'demo' | LevelPrices

const known = new WeakMap<Rules, Map<BaseFeeSource, MoneyLaw>>()

/** Cheap: one object per state of the rules and source of base fees. */
export function moneyLaw(rules: Rules, baseFees: BaseFeeSource = 'law'): MoneyLaw {
  const bySource = known.get(rules) ?? new Map<BaseFeeSource, MoneyLaw>()
  const found = bySource.get(baseFees)
  if (found !== undefined) return found
  const made = makeLaw(rules, baseFees)
  known.set(rules, bySource.set(baseFees, made))
  return made
}

/** The law for many cases: each state of the rules is looked up once, here, and found by day number afterwards. */
export function preparedLaw(lawFor: LawFor): LawAt {
  const laws = changeDays.map((since) => lawFor(since))
  const starts = changeDays.map(dayNumber)
  let place = laws.length - 1
  return (chainFirstDay) => {
    // Cases in a row are often of one state.
    while (place > 0 && chainFirstDay < (starts[place] as number)) place -= 1
    while (place + 1 < starts.length && chainFirstDay >= (starts[place + 1] as number)) place += 1
    return laws[place] as MoneyLaw
  }
}

/** The law for one case, asked for once a chain. */
export function lawOnce(lawFor: LawFor): LawAt {
  const laws = new Map<number, MoneyLaw>()
  return (chainFirstDay) => {
    const law = laws.get(chainFirstDay) ?? lawFor(dayOfNumber(chainFirstDay))
    laws.set(chainFirstDay, law)
    return law
  }
}

function makeLaw(rules: Rules, baseFees: BaseFeeSource): MoneyLaw {
  const law = ruleModules.compensation
  const own = rules.compensation.baseFeeOre
  const demo = baseFees === 'demo' && own === null
  const given = typeof baseFees === 'string' ? null : baseFees
  const baseFeeRule = referenceTo(demo ? law.demoBaseFeeOre : law.baseFeeOre, rules)
  const fees = given ?? (demo ? rules.compensation.demoBaseFeeOre : own)
  return {
    rules,
    outcomes: outcomeLaw(rules),
    stages: rules.outcomes.stages,
    feeMethod: feeMethods[rules.compensation.baseFeeMethod],
    onlyApproved: rules.compensation.approvedReportNeeded,
    premium: rules.compensation.speedPremium,
    premiumAfterLastGrantedDay: rules.compensation.premiumAfterLastGrantedDay,
    baseFees: fees && priceList(fees),
    outcomePayments: priceList(rules.compensation.outcomePaymentOre),
    baseFeeRule: given === null ? baseFeeRule : { ...baseFeeRule, name: 'authority.baseFees', provenance: 'A' },
    outcomeRule: referenceTo(law.outcomePaymentOre, rules),
    premiumRule: referenceTo(law.speedPremium, rules),
  }
}

function priceList(table: LevelPrices): PriceList {
  return levelsOfRows.map(([level, priceModel]) => priceOf(table, level, priceModel))
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
