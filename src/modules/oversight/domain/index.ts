export type { CaseRecord } from './case-fields.ts'
export {
  ageGroups,
  ageGroupsFrom,
  type CaseMix,
  type CaseMixModel,
  type MixEffect,
  mixFactors,
  registeredGroups,
  registeredGroupsFrom,
} from './case-mix.ts'
export {
  type Complaint,
  type ComplaintSubject,
  complaintDueOn,
  complaintState,
  complaintSubjects,
} from './complaint.ts'
export { type AskTool, checkTool, type Mattering, type ToolAnswer, type ToolCheck } from './consistency.ts'
export type { FunnelPoint, Limits } from './funnel.ts'
export {
  type Classed,
  drawSample,
  type ReviewedUnit,
  type ReviewVerdict,
  reviewedUnits,
  reviewVerdicts,
  type SharedInterval,
  shareOf,
} from './review.ts'
export {
  type AnswerCell,
  fewReasons,
  mixModelOf,
  type ReasonCount,
  type UnitVariation,
  type Variation,
  type Verdict,
  variationOf,
  withoutSmall,
} from './variation.ts'
