/** The pure money: what a case gives its providers, line by line with its arithmetic (programme 5). */
export { type CaseLine, factsOfLine } from './case-line.ts'
export { type CountedCase, countedCase } from './counted-case.ts'
export { type Clawback, differences, entitlementKey, isDue, type Payment, type Posted } from './difference.ts'
export { type CaseMoney, entitlements } from './entitlements.ts'
export { type ExplanationLanguage, explainStep } from './explain.ts'
export { MoneyEngine } from './money-engine.ts'
export type {
  ApprovedReport,
  BaseFee,
  ContractSpell,
  Entitlement,
  MoneyFacts,
  OutcomePayment,
  PremiumPayment,
  PricedDecision,
  Question,
  Step,
  StepCode,
} from './money-facts.ts'
export {
  type BaseFeeSource,
  type LawAt,
  type LawFor,
  type MoneyLaw,
  moneyLaw,
  preparedLaw,
  type RuleReference,
} from './money-law.ts'
export { lineKinds, MoneyLines } from './money-lines.ts'
export { explainOutlier } from './outlier.texts.ts'
export {
  type JudgedLine,
  type Outlier,
  type OutlierCode,
  outliersOf,
  type StatementHistory,
  type UsualAmount,
} from './outliers.ts'
export { emptyCase, PackedCases } from './packed-cases.ts'
export { type OfficePart, type PaymentRight, paymentRightRefusal } from './payment-right.ts'
export {
  type Foreseen,
  type ForeseenCase,
  type ForeseenLine,
  type ForeseenReason,
  type ForeseenState,
  foreseen,
  type ReportStanding,
  type WaitingClaim,
} from './provider-money.ts'
export { type StomBlock, type StomFacts, type StomLine, type StomMoney, stomMoney } from './stom.ts'
