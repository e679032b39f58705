export {
  type ChanceInWords,
  type Change,
  inWords,
  type Weighed,
  weigh,
  whatWouldChange,
} from './explain.ts'
export {
  type AgeGroup,
  type AssessmentFacts,
  changedFacts,
  type ExtentGroup,
  type Inputs,
  inputsOn,
  registeredDaysOn,
  type Variable,
} from './facts.ts'
export { assess, type Estimate, logistic, type Model, type Part, type Term } from './model.ts'
export { model0 } from './model-0.data.ts'
export { type AssessmentState, canAssess, isValidOn, type MadeAssessment, validUntil } from './renewal.ts'
export {
  type Criterion,
  type CriterionName,
  criteriaOn,
  resultOf,
  type WaivedBy,
  type WindowAnswer,
  windowResult,
} from './window.ts'
