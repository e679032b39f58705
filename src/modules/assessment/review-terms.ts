import type { CaseHead } from '../registration/index.ts'

/** The work item of whoever is to answer. */
export const answerReviewTask = 'answer-assessment-review'

/** The channel that reaches the person: e-mail where there is one, otherwise paper; never e-mail about a protected identity. */
export function channelTo(head: Pick<CaseHead, 'email' | 'protection'>): 'email' | 'letter' {
  return head.email !== null && head.protection === 'none' ? 'email' : 'letter'
}

/** Who may ask: the person, or staff who record what the person said; the deadline is the same in every channel. */
export const reviewAskers = ['jobseeker', 'caseworker'] as const
