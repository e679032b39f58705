/** The pure admission: tender terms, what a machine can check, two people's judgement and what follows (programme 4.4, 10). */
export {
  type AddressAnswer,
  type AdviserAnswer,
  type Application,
  type ApplicationContent,
  emptyContent,
} from './application.ts'
export { type CheckFacts, checkApplication, isMunicipalNumber } from './check.ts'
export { answerKind, type EqualTreatment, equalTreatment, type Precedent } from './equal-treatment.ts'
export {
  type AreaOutcome,
  type Ground,
  type Item,
  itemsOf,
  type JudgedOutcome,
  type Opinion,
  outcomesOf,
  type Standing,
  standingOf,
} from './judge.ts'
export { checkTerms, type Requirement, requirementsOn, type TenderTerms, takesApplications } from './terms.ts'
