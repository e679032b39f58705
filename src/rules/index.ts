export type { ReferenceKind } from './admission.ts'
export type {
  AssessmentResult,
  CutPoints,
  Level,
  ReviewOutcome,
  Window,
  WindowException,
  WindowNumber,
} from './assessment.ts'
export type {
  Appropriation,
  AppropriationCode,
  ByLevel,
  CommonDeviation,
  ForecastInterval,
  OutcomeTiming,
} from './budget.ts'
export { type Code, code, codesOf } from './code.ts'
export {
  type BaseFeeMethod,
  type LevelPrices,
  type PremiumMethod,
  type PriceModel,
  priceOf,
  type SpeedPremium,
  type StomAmounts,
  type StomTrack,
} from './compensation.ts'
export type { AbstentionReason, InterruptionReason, NextStep, ParallelMeasureKind } from './decision.ts'
export type {
  AbsenceReason,
  ActivityKind,
  ActivityRule,
  ApprovalCondition,
  BreachCause,
  CompanyKind,
  DeviationKind,
  EmployerContactKind,
  EmployerContactResult,
  ForbiddenActivity,
  InformativeNeed,
  MeetingChannel,
  ReportState,
  Waiver,
  WeeklyHours,
} from './delivery.ts'
export type { GiroAccount, VatCategory, VatTreatment } from './invoicing.ts'
export type { CapacityState, ChoiceMotive } from './market.ts'
export type { OutcomeKind, OutcomeStage, StageCode } from './outcomes.ts'
export type { CancellationRule, SanctionStep } from './oversight.ts'
export {
  type DatedValue,
  datedValueOn,
  lapsingParameter,
  lastDayOfValue,
  type Parameter,
  type ParameterDefinition,
  type Provenance,
  parameter,
  since,
  type Unit,
  valueOn,
  valueOrNullOn,
} from './parameter.ts'
export type {
  AvailabilityCode,
  BirthRegion,
  EducationLevel,
  ProgrammeCode,
  ProtectionGrade,
  RegistrationChannel,
} from './registration.ts'
export { allParameters, type RegisteredParameter, type RuleModule, ruleModules } from './registry.ts'
export { type RuleLine, ruleListOn } from './rule-list.ts'
export { changeDays, overridden, type RuleChanges, type Rules, rulesOfVersion, rulesOn } from './rules-on.ts'
export { cite, type Publication, type Source, sources } from './sources.ts'
export type { SuggestionPoints, SuggestionRefusal } from './vacancies.ts'
export { rom1Start, rom2Start, type ServiceVersion, serviceVersionOn } from './version.ts'
export { type WindowDays, windowNumbered, windows } from './windows.ts'
