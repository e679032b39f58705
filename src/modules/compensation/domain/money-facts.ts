import type { Day, Month } from '../../../kernel/day.ts'
import type { Ore } from '../../../kernel/money.ts'
import type { Level, PriceModel } from '../../../rules/index.ts'
import type { Granted, ProviderSpell, ServiceFacts } from '../../outcomes/domain/index.ts'
import type { RuleReference } from './money-law.ts'

/** A decision with what sets its price: fixed per decision (programme 5). */
export interface PricedDecision extends Granted {
  readonly level: Level
  /** Of the delivery area's contract; needed for level B where it has two prices. */
  readonly priceModel: PriceModel | null
}

/** Days with a provider under one of its contracts; lines are made per contract. */
export interface ContractSpell extends ProviderSpell {
  readonly contract: string | null
}

/** A month whose periodic report by this provider is approved. */
export interface ApprovedReport {
  readonly provider: string
  readonly month: Month
}

/** Everything about a case that money rests on, in any order. */
export interface MoneyFacts extends ServiceFacts<PricedDecision, ContractSpell> {
  /** `all`, or the approved ones; a month alone is approved for whoever had the participant in it. */
  readonly approvedReports: 'all' | readonly (ApprovedReport | Month)[]
}

/** One reason in an amount's arithmetic; worded by `explainStep`. Values named …Ore are öre, days are YYYY-MM-DD. */
export interface Step {
  readonly code: StepCode
  readonly values: Readonly<Record<string, string | number>>
}

export type StepCode =
  | 'days-at-level'
  | 'base-fee-share'
  | 'base-fee-rounded'
  | 'outcome-first-day'
  | 'outcome-in-time'
  | 'outcome-lasted'
  | 'outcome-gap'
  | 'outcome-level'
  | 'outcome-share'
  | 'premium-days-used'
  | 'premium-months-left'
  | 'premium-amount'
  | 'stom-days'
  | 'stom-outcome'
  | 'difference'

interface Line {
  readonly provider: string
  readonly contract: string | null
  readonly amountOre: Ore
  readonly rule: RuleReference
  /** The arithmetic, made when it is asked for. */
  readonly steps: readonly Step[]
}

/** Pay per day in service, one line for a provider's contract and month. */
export interface BaseFee extends Line {
  readonly kind: 'base_fee'
  readonly month: Month
  /** Every level that has days in the month. */
  readonly levels: readonly Level[]
  /** First days of the chains that the days lie in. */
  readonly chainFirstDays: readonly Day[]
}

interface PaidWithOutcome extends Line {
  /** The day on which it became payable. */
  readonly on: Day
  readonly level: Level
  readonly chainFirstDay: Day
  readonly outcomeFirstDay: Day
  /** Keys of the reported outcomes that it rests on. */
  readonly outcomeKeys: readonly string[]
}

/** Pay for an outcome that has lasted: whole in ROM1, in halves in ROM2. */
export interface OutcomePayment extends PaidWithOutcome {
  readonly kind: 'outcome_payment' | 'outcome_payment_rr1' | 'outcome_payment_rr2'
}

/** What was left of the base fee when the outcome began. */
export interface PremiumPayment extends PaidWithOutcome {
  readonly kind: 'speed_premium'
}

/** One amount that a provider is entitled to, with the arithmetic behind it. */
export type Entitlement = BaseFee | OutcomePayment | PremiumPayment

/** What no rule covers: a person must answer before there is an amount. */
export interface Question {
  readonly reason: 'rate-not-set' | StomQuestion
}

/** Of the older service: its amounts are not entered, or what is known of it does not cover the case (programme 6). */
export type StomQuestion =
  | 'stom-amounts-not-set'
  | 'stom-block-too-long'
  | 'stom-outcome-outside-blocks'
  | 'stom-second-outcome'
