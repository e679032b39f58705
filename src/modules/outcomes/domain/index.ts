/** The pure outcome: chains and last day in service, joined spells of work, the one outcome that counts (programme 4.7, 5). */
export type { CountedOutcome, CountedService, MarkedSpan } from './counted-service.ts'
export {
  type CountedJudgement,
  type CountingOutcome,
  type JudgedChain,
  Judgements,
  judge,
  judgedChains,
  type ReachedStage,
  type RulesFor,
  type ServiceFacts,
} from './counting.ts'
export { notKnown, openEnd, spanOf } from './day-span.ts'
export {
  type CountedRun,
  countedOutcome,
  kindOfRun,
  type Lasted,
  lastedMonths,
  type Outcome,
  type Run,
  runInDays,
  runsOf,
} from './lasting-run.ts'
export { hundredths, type OutcomeLaw, outcomeLaw } from './outcome-law.ts'
export {
  countedIn,
  decideClaim,
  decideSignal,
  decideSignalAnswer,
  decideVerification,
  type OutcomeClaim,
  type Reported,
  type ReportingState,
  type Signal,
  type SignalAnswer,
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
