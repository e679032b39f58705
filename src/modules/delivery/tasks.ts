import type { Day } from '../../kernel/day.ts'
import type { OfficeId, OrganisationId, UserId } from '../../kernel/ids.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'

/** Work items of this module; their reasons are worded by the screens. */
export const taskKinds = {
  decidePlan: 'delivery.decide-plan',
  redoPlan: 'delivery.redo-plan',
  decideDeviation: 'delivery.decide-deviation',
  disputed: 'delivery.look-at-dispute',
  settleDispute: 'delivery.settle-dispute',
  oldDispute: 'delivery.old-dispute',
  signReport: 'delivery.sign-report',
  decideReport: 'delivery.decide-report',
  redoReport: 'delivery.redo-report',
  finalReport: 'delivery.give-final-report',
  readFinal: 'delivery.read-final-report',
  nameAdviser: 'delivery.name-adviser',
  handOver: 'delivery.hand-over',
  answerInformative: 'delivery.answer-informative',
  giveView: 'delivery.give-view',
} as const

// A day to steer the queue by; no rule of the programme says how long a caseworker may take.
const handlingWorkingDays = 5

/** When the receiver of a work item should have handled it, where the law names no day. */
export function handledBy(today: Day): Day {
  return addWorkingDays(today, handlingWorkingDays)
}

/** The case's caseworker, and the office while nobody is named or the caseworker is away. */
export function forCaseworker(head: { readonly caseworkerId: UserId | null; readonly officeId: OfficeId | null }) {
  return head.caseworkerId === null
    ? { officeId: head.officeId }
    : { userId: head.caseworkerId, officeId: head.officeId }
}

export function forProvider(providerId: OrganisationId) {
  return { organisationId: providerId }
}
