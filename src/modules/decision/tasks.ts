import type { CaseHead } from '../registration/index.ts'

/** Work items of this module; their reasons are worded by the screens. */
export const taskKinds = {
  investigateSupport: 'investigate-deeper-support',
  planNextStep: 'plan-next-step',
  prepareExtension: 'prepare-extension',
  planEnd: 'plan-end-of-service',
  decideReferral: 'decide-referral',
  budgetOpens: 'decide-when-budget-opens',
} as const

/** The case's caseworker, or the office while nobody is named. */
export function forCaseworker(head: Pick<CaseHead, 'caseworkerId' | 'officeId'>) {
  return head.caseworkerId === null
    ? { officeId: head.officeId }
    : { userId: head.caseworkerId, officeId: head.officeId }
}
