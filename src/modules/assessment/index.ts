export { assessAutomatically } from './assess-automatically.ts'
export { type AssessPerson, assessPerson, personAssessed } from './assess-person.ts'
export type { AssessPersonReply, PersonAssessed } from './contract.ts'
export { explainAssessment } from './explained.ts'
export { glassBox } from './glass-box.ts'
export { assessmentProblems } from './problems.ts'
export { type AssessmentForDecision, actionsOf, assessmentForDecision, latestAssessment } from './reads.ts'
export { routes } from './routes.ts'
export type { StoredAssessment } from './store.ts'

/** The view with this module's part of the case's page. */
export const stepsOf = 'assessment.v_step'
