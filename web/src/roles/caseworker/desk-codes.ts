import type { MeasureView } from '../../../../src/modules/decision/contract/parallel-measures.ts'
import type { PlanningTalkBody } from '../../../../src/modules/decision/contract.ts'
import type { CaseWaiverView } from '../../../../src/modules/delivery/contract/desk.ts'

// The contracts are types here: importing their lists would bring zod into the browser. `satisfies` keeps them the same.
const keysOf = <Code extends string>(codes: Readonly<Record<Code, 0>>) => Object.keys(codes) as Code[]

export const measureKinds = keysOf({
  'work-practice': 0,
  validation: 0,
  'vocational-assessment': 0,
} satisfies Record<MeasureView['kind'], 0>)

export const waiverRules = keysOf({
  'telephone-meeting': 0,
  'no-physical-meeting': 0,
} satisfies Record<CaseWaiverView['rule'], 0>)

export const nextSteps = keysOf({
  'job-search': 0,
  'other-measure': 0,
  education: 0,
  municipality: 0,
  'new-assessment': 0,
  work: 0,
} satisfies Record<NonNullable<PlanningTalkBody['nextStep']>, 0>)

export const talkModes = keysOf({ meeting: 0, video: 0, telephone: 0 } satisfies Record<PlanningTalkBody['mode'], 0>)
