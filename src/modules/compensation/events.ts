/** What this module tells, in the past tense; the payloads stand in contract.ts. */
export const compensationEvents = {
  statementMade: 'statement-made',
  statementApproved: 'statement-approved',
  statementReturned: 'statement-returned',
  monthClosed: 'month-closed',
} as const
