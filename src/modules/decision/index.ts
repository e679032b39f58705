export { type AbstainFromReferral, abstainFromReferral } from './abstain-from-referral.ts'
export { type CommitmentSum, commitmentSums } from './commitment-sums.ts'
export type {
  DecisionDated,
  DecisionReply,
  ExtensionGranted,
  ParallelMeasureDecided,
  ReferralAbstained,
  ReferralGranted,
  ServiceInterrupted,
  ServiceResumed,
} from './contract.ts'
export { type DecideExtension, decideExtension } from './decide-extension.ts'
export {
  type DecideParallelMeasure,
  decideParallelMeasure,
  type EndParallelMeasure,
  endParallelMeasure,
} from './decide-parallel-measure.ts'
export { type DecideReferral, decideReferral } from './decide-referral.ts'
export { decisionDesk } from './decision-desk.ts'
export type { Chain, Decision } from './domain/index.ts'
export { type EndService, endService } from './end-service.ts'
export { decisionEvents } from './events.ts'
export { type FixDecisionDates, fixDecisionDates, fixManyDecisionDates } from './fix-decision-dates.ts'
export { type HoldPlanningTalk, holdPlanningTalk } from './hold-planning-talk.ts'
export { type InterruptService, interruptService } from './interrupt-service.ts'
export { sweeps } from './jobs.ts'
export { lastDayToChoose } from './letters.ts'
export { decisionNotices as notices } from './notices.ts'
export { parallelMeasures, type StoredMeasure } from './parallel-measure-reads.ts'
export { decisionProblems } from './problems.ts'
export { actionsOf, allChainsOf, chainOf } from './reads.ts'
export { type RefuseExtension, refuseExtension } from './refuse-extension.ts'
export { type ResumeService, resumeService } from './resume-service.ts'
export { routes } from './routes.ts'
export { setBudgetCap } from './set-budget-cap.ts'
export { closeTakeUp } from './take-up.ts'
export { type WaitForBudget, waitForBudget } from './wait-for-budget.ts'

/** The view with this module's part of the case's page. */
export const stepsOf = 'decision.v_step'
