export { type AddEvidence, addEvidence } from './add-evidence.ts'
export { type ClaimOutcome, claimOutcome } from './claim-outcome.ts'
export type { OutcomeSignalled, OutcomeVerified } from './contract.ts'
export { outcomesEvents } from './events.ts'
export { outcomesNotices as notices } from './notices.ts'
export { outcomesProblems } from './problems.ts'
export { actionsOf, outcomesOf } from './reads.ts'
export { routes } from './routes.ts'
export { rulesOfChain } from './service-facts.ts'
export { type SignalOutcome, signalOutcome } from './signal-outcome.ts'
export { type VerifyOutcome, verifyOutcome } from './verify-outcome.ts'

/** The view with this module's part of the case's page. */
export const stepsOf = 'outcomes.v_step'
