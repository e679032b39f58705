export { areaOfMunicipality, type DeliveryArea, deliveryArea, deliveryAreas, isRolledOut } from './delivery-area.ts'
export type { PersonDetails, PersonFacts } from './domain/index.ts'
export {
  type CaseAssigned,
  type PersonChanged,
  type PersonRegistered,
  type ProfilingNoticeGiven,
  registrationEvents,
} from './events.ts'
export { type CaseHead, caseOfPerson, findCase, lockCase } from './find-case.ts'
export { type GiveProfilingNotice, giveProfilingNotice } from './give-profiling-notice.ts'
export { type RegisterPerson, registerPerson } from './register-person.ts'

/** The view that the case's page merges. */
export const stepsOf = 'registration.v_step'
