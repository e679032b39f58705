/** The pure outcome: chains and last day in service, joined spells of work, the one outcome that counts (programme 4.7, 5). */
export {
  type CountedJudgement,
  type CountedService,
  type CountingOutcome,
  type JudgedChain,
  judge,
  judgedChains,
  type ReachedStage,
  type RulesFor,
  type ServiceFacts,
} from './counting.ts'
export { openEnd, periodOf, type Span, spanOf } from './day-span.ts'
export { type EvidenceType, evidenceBytes, evidenceName, evidenceType } from './file-kind.ts'
export {
  type CountedOutcome,
  type CountedRun,
  countedOutcome,
  hundredths,
  type Lasted,
  lastedMonths,
  type Outcome,
  type Run,
  runInDays,
  runsOf,
} from './lasting-run.ts'
export {
  countedIn,
  decideClaim,
  decideSignal,
  decideVerification,
  type OutcomeClaim,
  type Reported,
  type ReportingState,
  type Signal,
} from './reporting.ts'
export {
  type CountedChain,
  type Granted,
  inOrder,
  latestBeginning,
  latestFirstDay,
  type ProviderSpell,
  placePaidFor,
  type ServiceChain,
  serviceChains,
  spellPaidFor,
} from './service.ts'
