import type { CaseId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import { openTask } from '../../platform/tasks.ts'
import { lockCase } from '../registration/index.ts'
import type { AskForReviewBody, AskForReviewReply } from './contract/review.ts'
import { askForReview as ask } from './domain/index.ts'
import { reviewStateOf } from './review-reads.ts'
import { saveReviewRequest } from './review-store.ts'
import { answerReviewTask, channelTo, reviewAskers } from './review-terms.ts'

export type AskForReview = AskForReviewBody & { readonly caseId: CaseId }

/**
 * Asks for a human to look at the latest assessment (programme 4.2): a work item for the caseworker with a last day, and a
 * confirmation to the person.
 * Problems: `not-found`, `not-allowed`, `case-closed`, `assessment-missing`, `review-waits`.
 */
export async function askForReview(context: Context, command: AskForReview): Promise<Result<AskForReviewReply>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, reviewAskers)
  if (!may.ok) return may
  const head = locked.value
  const { caseId, personId } = head
  const asked = ask(await reviewStateOf(context, head), context.rules, context.today)
  if (!asked.ok) return asked
  const { answerBy } = asked.value
  const reviewId = newId<string>()
  const words = command.why?.trim() ?? ''
  await saveReviewRequest(context, {
    caseId,
    personId,
    ...asked.value,
    id: reviewId,
    bySelf: context.actor.role === 'jobseeker',
    why: words === '' ? null : words,
  })
  await openTask(context, {
    kind: answerReviewTask,
    subjectId: reviewId,
    caseId,
    personId,
    why: { code: 'review-asked', values: { on: context.today } },
    dueOn: answerBy,
    for:
      head.caseworkerId === null ? { officeId: head.officeId } : { userId: head.caseworkerId, officeId: head.officeId },
  })
  await notify(context, {
    kind: 'assessment.review-asked',
    personId,
    channel: channelTo(head),
    subjectId: reviewId,
    values: { answerBy },
  })
  context.wrotePerson(personId)
  return ok({ reviewId, answerBy })
}
