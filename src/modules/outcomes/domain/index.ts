/** The pure outcome: chains and last day in service, joined spells of work, the one outcome that counts (programme 4.7, 5). */
export {
  type CountingOutcome,
  type JudgedChain,
  judgedChains,
  latestFirstDay,
  outcomeThatCounts,
  type ReachedStage,
  type RulesFor,
  type ServiceFacts,
} from './counting.ts'
export { type EvidenceType, evidenceBytes, evidenceName, evidenceType } from './file-kind.ts'
export { type Lasted, lastedMonths, type Outcome, type Run, runsOf } from './lasting-run.ts'
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
export { type Granted, type ProviderSpell, type ServiceChain, serviceChains, spellPaidFor } from './service.ts'
