/** What this module tells, in the past tense; the payloads stand in contract.ts. */
export const decisionEvents = {
  referralGranted: 'referral-granted',
  referralAbstained: 'referral-abstained',
  extensionGranted: 'extension-granted',
  decisionDated: 'decision-dated',
  serviceInterrupted: 'service-interrupted',
  serviceResumed: 'service-resumed',
  parallelMeasureDecided: 'parallel-measure-decided',
} as const
