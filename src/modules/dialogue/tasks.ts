import type { OfficeId, UserId } from '../../kernel/ids.ts'

/** Work items of this module; their reasons are worded by the screens. */
export const taskKinds = {
  answerQuestion: 'dialogue.answer-question',
  contactAboutReport: 'dialogue.contact-about-report',
} as const

/** The case's caseworker, and the office while nobody is named or the caseworker is away. */
export function forCaseworker(head: { readonly caseworkerId: UserId | null; readonly officeId: OfficeId | null }) {
  return head.caseworkerId === null
    ? { officeId: head.officeId }
    : { userId: head.caseworkerId, officeId: head.officeId }
}
