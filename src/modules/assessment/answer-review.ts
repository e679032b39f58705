import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { notify } from '../../platform/outbox.ts'
import { closeTask } from '../../platform/tasks.ts'
import { lockCase } from '../registration/index.ts'
import type { AnswerReviewBody, AnswerReviewReply } from './contract/review.ts'
import { answerReview as answer } from './domain/index.ts'
import { reviewLetter } from './letters.ts'
import { reviewStateOf } from './review-reads.ts'
import { reviewsOf, saveReviewAnswer } from './review-store.ts'
import { answerReviewTask, channelTo } from './review-terms.ts'

export type AnswerReview = AnswerReviewBody & { readonly caseId: CaseId; readonly reviewId: string }

/**
 * A caseworker's answer to a person who asked for a human review (programme 4.2): a letter in Swedish and in the person's
 * own language, and the work item is done.
 * Problems: `not-found`, `not-allowed`, `review-answered`, `review-nothing-corrected`.
 */
export async function answerReview(context: Context, command: AnswerReview): Promise<Result<AnswerReviewReply>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['caseworker'])
  if (!may.ok) return may
  const head = locked.value
  const { caseId, personId } = head
  const { reviewId, outcome, words } = command
  const asked = (await reviewsOf(context, caseId)).find((review) => review.reviewId === reviewId)
  if (asked === undefined) return fail(problem('not-found'))
  const can = answer(await reviewStateOf(context, head), asked, outcome)
  if (!can.ok) return can
  const { letterId, ownLetterId } = await reviewLetter(context, head, {
    outcome,
    words,
    askedOn: asked.askedOn,
    assessedOn: asked.assessedOn,
  })
  await saveReviewAnswer(context, { caseId, personId, reviewId, outcome, words, letterId })
  await closeTask(context, { kind: answerReviewTask, subjectId: reviewId })
  await notify(context, {
    kind: 'assessment.review-answered',
    personId,
    channel: channelTo(head),
    subjectId: ownLetterId,
    values: { on: context.today },
  })
  context.wrotePerson(personId)
  return ok({ reviewId, letterId })
}
