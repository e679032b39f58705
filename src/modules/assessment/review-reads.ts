import type { CaseId } from '../../kernel/ids.ts'
import type { Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { type Action, type CaseHead, findCase } from '../registration/index.ts'
import type { AssessmentReview, ReviewsReply } from './contract/review.ts'
import { askForReview, type ReviewState } from './domain/index.ts'
import { reviewsOf, type StoredReview } from './review-store.ts'
import { reviewAskers } from './review-terms.ts'
import { latestOf } from './store.ts'

/** What the law of reviews looks at, as it stands now. */
export async function reviewStateOf(context: Context, head: Pick<CaseHead, 'caseId' | 'closed'>): Promise<ReviewState> {
  const [latest, [asked]] = [await latestOf(context, head.caseId), await reviewsOf(context, head.caseId)]
  return { closed: head.closed, latestId: latest?.id ?? null, asked: asked ?? null }
}

/** The reviews of a case for a page; `null` when the actor does not see the case. */
export async function listReviews(context: Context, caseId: CaseId): Promise<ReviewsReply | null> {
  const head = await findCase(context, caseId)
  if (head === null) return null
  const can = askForReview(await reviewStateOf(context, head), context.rules, context.today)
  return {
    items: (await reviewsOf(context, caseId)).map(viewOf),
    mayAsk: can.ok && (reviewAskers as readonly string[]).includes(context.actor.role),
    answerWorkingDays: context.rules.assessment.reviewAnswerWorkingDays,
  }
}

/** What the case's page offers about reviews to the acting role. */
export async function reviewActionsOf(context: Context, caseId: CaseId): Promise<Action[]> {
  const { role } = context.actor
  if (!(reviewAskers as readonly string[]).includes(role)) return []
  const head = await findCase(context, caseId)
  if (head === null) return []
  const state = await reviewStateOf(context, head)
  const ask = action('askForReview', askForReview(state, context.rules, context.today))
  const waits = state.asked !== null && !state.asked.answered
  return role === 'caseworker' && waits ? [ask, { name: 'answerReview', module: 'assessment', allowed: true }] : [ask]
}

function action(name: string, can: Result<unknown>): Action {
  const module = 'assessment'
  return can.ok ? { name, module, allowed: true } : { name, module, allowed: false, because: can.problem }
}

function viewOf(review: StoredReview): AssessmentReview {
  const { answered: _, outcome, words, answeredOn, answeredBy, letterId, ...asked } = review
  const answer =
    outcome === null || words === null || answeredOn === null
      ? null
      : { outcome, words, onDay: answeredOn, by: answeredBy, letterId }
  return { ...asked, answer }
}
