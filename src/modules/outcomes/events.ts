/** What this module tells, in the past tense; the payloads stand in contract.ts. */
export const outcomesEvents = {
  signalled: 'outcome-signalled',
  verified: 'outcome-verified',
} as const
