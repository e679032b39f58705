export { type Abstention, type AbstentionCommand, decideAbstention } from './abstention.ts'
export {
  type BudgetCap,
  budgetPeriod,
  type CapCommand,
  type CapScope,
  type CapUse,
  daysOfPeriod,
  decideCap,
  drawsOn,
  inRange,
  knownAppropriation,
  opensOn,
  roomUnder,
} from './budget-cap.ts'
export {
  type AssessmentStanding,
  currentChain,
  type DecisionState,
  type PlanningTalk,
  sameVersion,
  versionOf,
  whyToolSaysNo,
} from './case-state.ts'
export {
  type Chain,
  type ChainFacts,
  type ChainState,
  chainsOf,
  type Decision,
  type DecisionKind,
  datesFrom,
  fixDates,
  type Interruption,
  isWithdrawn,
  joinAdjoining,
  mayStartOn,
  stateOn,
} from './chain.ts'
export { amountsOf, type Commitment, commitmentOf, type LevelAmounts } from './commitment.ts'
export {
  decideExtension,
  type ExtendableChain,
  type ExtensionCommand,
  type ExtensionGrant,
  extendableChain,
  extensionFrom,
} from './extension.ts'
export {
  decideInterruption,
  decideReturn,
  type InterruptionCommand,
  type InterruptionFacts,
  type ReturnFacts,
} from './interruption.ts'
export {
  decideParallelMeasure,
  endParallelMeasure,
  measurableChain,
  measureDays,
  type ParallelMeasure,
  type ParallelMeasureCommand,
} from './parallel-measure.ts'
export { decideReferral, type Grant, type Referral, type ReferralCommand } from './referral.ts'
export { courseAhead, type MonthAhead, outcomeAfterEnd, type Standing } from './service-course.ts'
