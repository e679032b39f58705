export { type Action, actionsOf } from './actions.ts'
export { type AssignCase, assignCase, type NameStaff, nameStaff } from './assign-case.ts'
export { chooseChannel, type ReachChannel } from './choose-channel.ts'
export { type CorrectPerson, correctPerson } from './correct-person.ts'
export {
  areaCodeOf,
  type DeliveryArea,
  deliveryArea,
  deliveryAreas,
  isRolledOut,
} from './delivery-area.ts'
export type { PersonDetails, PersonFacts } from './domain/index.ts'
export { letterLanguage } from './domain/index.ts'
export {
  type CaseAssigned,
  type PersonChanged,
  type PersonRegistered,
  type ProfilingNoticeGiven,
  registrationEvents,
} from './events.ts'
export {
  type CaseHead,
  caseOfPerson,
  findCase,
  type HeldCase,
  lockCase,
  lockCaseHeads,
  lockCases,
  unlessHidden,
} from './find-case.ts'
export { type GiveProfilingNotice, giveProfilingNotice } from './give-profiling-notice.ts'
export {
  continueImport,
  type ImportProgress,
  type ImportSource,
  type ImportSummary,
  importPersons,
} from './import-persons.ts'
export { importProblems, type ToldProblem, tellProblem } from './import-reads.ts'
export { resumeImports, tasks } from './jobs.ts'
export { notices } from './notices.ts'
export { type OpenArea, openArea, type SetAreaTerms, setAreaTerms } from './open-area.ts'
export { registrationProblems } from './problems.ts'
export { listCases, readOwnPerson, readPerson } from './reads.ts'
export { type RegisterPerson, registerPerson } from './register-person.ts'
export { routes } from './routes.ts'
export { seedDeliveryAreas } from './seed-delivery-areas.ts'

/** The view with this module's part of the case's page. */
export const stepsOf = 'registration.v_step'
