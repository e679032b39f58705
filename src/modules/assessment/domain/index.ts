export { assess, chanceOn, type Estimate, isSensitive, type Part, type Tool } from './assess.ts'
export type { StartMonth } from './deadweight.ts'
export { type ChanceInWords, inWords, type Weighed, weigh } from './explain.ts'
export { type AssessmentFacts, changedFacts, registeredDaysOn } from './facts.ts'
export type { AdditiveModel, AdditiveTerm, ColumnTerm, PairTerm } from './model/additive-model.ts'
export type { ModelCard } from './model/card.ts'
export { columnsOf, effectsOf, modelFaultOf, neverRisingColumns } from './model/check-model.ts'
export { type Changeable, type Counterfactual, counterfactuals } from './model/counterfactual.ts'
export {
  type DocumentFault,
  type ModelDocument,
  type Origin,
  readDocument,
  type Sha256,
  writeDocument,
} from './model/document.ts'
export { type BinRange, type CurveChange, editCurves, largestEffect } from './model/edit-curve.ts'
export {
  type AnswerCode,
  type EditEffect,
  type EffectDimension,
  effectTally,
  type SafeEffect,
  withoutSmallCounts,
} from './model/edit-effect.ts'
export { unbagged } from './model/extract.ts'
export type { TrainingFault } from './model/faults.ts'
export { type Fit, type FitOptions, fitModel } from './model/fit.ts'
export type { LogisticBaseline } from './model/logistic-baseline.ts'
export { areaUnderCurve, calibrationError, type Scored } from './model/measures.ts'
export { shared, slicesOf } from './model/memory.ts'
export { columnsOn, type PersonColumn, type PersonColumns } from './model/person-columns.ts'
export { type Score, type ScoreNote, type Scorer, scorerOf, type Value } from './model/scorer.ts'
export { type Column, mostLevels, type TrainingTable } from './model/table.ts'
export { type Trained, type TrainOptions, train } from './model/train.ts'
export { aloneCrew, type Crew, type Memory, type TaskName, tasks } from './model/work.ts'
export {
  canDecideModel,
  canSubmitModel,
  canWithdrawModel,
  type ModelNow,
  type ModelVersionFacts,
  type ModelVersionState,
  modelStateOf,
} from './model-version.ts'
export type { AreaProviders } from './provider-expectation.ts'
export { factsFromRecord, type PersonRecord } from './record-facts.ts'
export { type AssessmentState, canAssess, isValidOn, type MadeAssessment, validUntil } from './renewal.ts'
export { type AskedReview, answerReview, askForReview, type ReviewState } from './review.ts'
export { type Change, type ChangeableName, whatWouldChange } from './what-would-change.ts'
export {
  type Criterion,
  type CriterionName,
  criteriaOn,
  resultOf,
  type WaivedBy,
  type WindowAnswer,
  windowResult,
} from './window.ts'
export type { ExpectedCost } from './window-comparison.ts'
