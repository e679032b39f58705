import { Button } from '@midas-ds/components/button'
import { useState } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type {
  AskForReviewReply,
  AssessmentReview,
  ReviewsReply,
} from '../../../../src/modules/assessment/contract/review.ts'
import { letterAddress } from '../../api/case.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { Answer } from './own-case.tsx'
import { useText } from './texts.ts'

/** The right to a human: one step to ask, then what waits and what was answered (2016/679 Article 22, 2024/1689 Article 86). */
export function ReviewCard({ caseId }: { caseId: string }) {
  const text = useText()
  const reviews = useApi<ReviewsReply>(`/cases/${caseId}/assessment-reviews`)
  return (
    <Panel title={text('review.title')}>
      <Answer of={reviews} lines={2}>
        {({ items, mayAsk, answerWorkingDays }) => (
          <div className="k-stack">
            {items.map((review) => (
              <Review key={review.reviewId} review={review} />
            ))}
            {mayAsk && <Ask caseId={caseId} workingDays={answerWorkingDays} isAgain={items.length > 0} />}
          </div>
        )}
      </Answer>
    </Panel>
  )
}

function Review({ review }: { review: AssessmentReview }) {
  const text = useText()
  const format = useFormat()
  const { answer, why } = review
  return (
    <div className="k-stack">
      <p>{text('review.asked', { day: format.day(review.askedOn as Day) })}</p>
      {why !== null && (
        <p>
          {text('review.you-wrote')} <bdi>{why}</bdi>
        </p>
      )}
      {answer === null ? (
        <p>
          <Status kind="waiting" label={text('review.waits', { day: format.dayWithWeekday(review.answerBy as Day) })} />
        </p>
      ) : (
        <>
          <p>
            <Status kind="done" label={text('review.answered', { day: format.day(answer.onDay as Day) })} />
          </p>
          <p>
            <strong>{text(`review.outcome.${answer.outcome}`)}</strong>
          </p>
          <p>
            {answer.by !== null && (
              <>
                <bdi>{answer.by}</bdi>:{' '}
              </>
            )}
            <bdi>{answer.words}</bdi>
          </p>
          {answer.letterId !== null && (
            <p>
              <a href={letterAddress(answer.letterId)} target="_blank" rel="noreferrer">
                {text('review.letter')}
              </a>
            </p>
          )}
        </>
      )}
    </div>
  )
}

/** Nobody needs to say why: the button alone is enough, the words help. */
function Ask({ caseId, workingDays, isAgain }: { caseId: string; workingDays: number; isAgain: boolean }) {
  const text = useText()
  const [open, setOpen] = useState(false)
  if (!open) {
    return (
      <>
        <p>{text('review.right', { n: workingDays })}</p>
        <div>
          <Button variant={isAgain ? 'secondary' : 'primary'} onPress={() => setOpen(true)}>
            {text('review.want')}
          </Button>
        </div>
      </>
    )
  }
  return <AskForm caseId={caseId} onClose={() => setOpen(false)} />
}

function AskForm({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const text = useText()
  const format = useFormat()
  const notice = useNotice()
  const form = useForm({
    initial: { why: '' },
    send: ({ why }, written) =>
      post<AskForReviewReply>(
        `/cases/${caseId}/assessment-reviews`,
        why.trim() === '' ? {} : { why: why.trim() },
        written,
      ),
    changes: [`/cases/${caseId}`],
    onDone: ({ answerBy }) =>
      notice.tell({
        what: text('review.done', { day: format.dayWithWeekday(answerBy as Day) }),
        seenBy: text('review.seen-by'),
      }),
  })
  return (
    <Form
      form={form}
      submit={text('review.submit')}
      aside={
        <button className="k-plain-button" type="button" onClick={onClose}>
          {text('cancel')}
        </button>
      }
    >
      <FreeTextInput form={form} name="why" label={text('review.why')} help={text('review.why-help')} optional />
    </Form>
  )
}
