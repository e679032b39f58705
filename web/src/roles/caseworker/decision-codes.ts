import type { AbstentionBody, InterruptionBody } from '../../../../src/modules/decision/contract.ts'

// The contract is a type here: importing its lists would bring zod into the browser. `satisfies` keeps them the same.
const abstentions = {
  'about-to-start': 0,
  'deeper-support': 1,
  'health-or-rehabilitation': 2,
  'other-measure': 3,
  'wrong-data': 4,
  'administrative-error': 5,
  other: 6,
} satisfies Record<AbstentionBody['code'], number>

const interruptions = {
  work: 0,
  studies: 1,
  'long-absence': 2,
  misconduct: 3,
  'cannot-benefit': 4,
  'no-suitable-support': 5,
  'moved-out': 6,
  other: 7,
} satisfies Record<InterruptionBody['cause'], number>

export const abstentionCodes = Object.keys(abstentions) as AbstentionBody['code'][]
export const interruptionCauses = Object.keys(interruptions) as InterruptionBody['cause'][]
