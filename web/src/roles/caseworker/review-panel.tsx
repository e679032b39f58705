import type { Day } from '../../../../src/kernel/day.ts'
import type {
  AnswerReviewBody,
  AskForReviewReply,
  AssessmentReview,
  ReviewOutcome,
  ReviewsReply,
} from '../../../../src/modules/assessment/contract/review.ts'

import { letterAddress } from '../../api/case.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { ChoiceInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { useText } from './texts.ts'

// The contract is a type here: importing its list would bring zod into the browser. `satisfies` keeps them the same.
const outcomes = Object.keys({
  stands: 0,
  corrected: 1,
  'judged-otherwise': 2,
} satisfies Record<ReviewOutcome, number>) as ReviewOutcome[]

/** The person's wish that somebody looks at the assessment again: what waits for an answer, and what was answered. */
export function ReviewPanel({ caseId }: { caseId: string }) {
  const text = useText()
  const { data } = useApi<ReviewsReply>(`/cases/${caseId}/assessment-reviews`)
  if (data === undefined || (data.items.length === 0 && !data.mayAsk)) return null
  return (
    <Panel title={text('review.title')}>
      {data.items.map((review) => (
        <Review key={review.reviewId} caseId={caseId} review={review} />
      ))}
      {data.mayAsk && (
        <details className="k-why">
          <summary>{text('review.record')}</summary>
          <div className="k-why-body">
            <p className="k-quiet">{text('review.record-words', { n: data.answerWorkingDays })}</p>
            <RecordForm caseId={caseId} />
          </div>
        </details>
      )}
    </Panel>
  )
}

function Review({ caseId, review }: { caseId: string; review: AssessmentReview }) {
  const text = useText()
  const format = useFormat()
  const { today } = useSignedIn()
  const { answer } = review
  const asked = { day: format.day(review.askedOn as Day), made: format.day(review.assessedOn as Day) }
  return (
    <div className="k-stack">
      <p>{text(review.bySelf ? 'review.asked' : 'review.asked-by-staff', asked)}</p>
      {review.why !== null && (
        <blockquote className="k-quote">
          <bdi>{review.why}</bdi>
        </blockquote>
      )}
      {answer === null ? (
        <>
          <p>
            <Status
              kind={review.answerBy < today ? 'late' : 'waiting'}
              label={text('review.answer-by', { day: format.day(review.answerBy as Day) })}
            />
          </p>
          <AnswerForm caseId={caseId} review={review} />
        </>
      ) : (
        <div className="k-stack k-stack-tight">
          <Status
            kind="done"
            label={text('review.answered', { day: format.day(answer.onDay as Day), who: answer.by ?? '' })}
          />
          <p>{text(`review.outcome.${answer.outcome}`)}</p>
          <p>
            <bdi>{answer.words}</bdi>
          </p>
          {answer.letterId !== null && (
            <p className="k-small">
              <a href={letterAddress(answer.letterId)} target="_blank" rel="noreferrer">
                {text('review.letter')}
              </a>
            </p>
          )}
        </div>
      )}
    </div>
  )
}

function AnswerForm({ caseId, review }: { caseId: string; review: AssessmentReview }) {
  const text = useText()
  const notice = useNotice()
  const form = useForm({
    initial: { outcome: '', words: '' },
    send: ({ outcome, words }, written) => {
      const body = { outcome, words } as AnswerReviewBody
      return post(`/cases/${caseId}/assessment-reviews/${review.reviewId}/answer`, body, written)
    },
    changes: changedWith(caseId),
    onDone: () => notice.tell({ what: text('review.done'), seenBy: text('review.seen-by') }),
    check: ({ outcome, words }) => [
      ...(outcome === '' ? [{ field: 'outcome' as const, title: text('review.outcome-missing') }] : []),
      ...(words.trim() === '' ? [{ field: 'words' as const, title: text('review.words-missing') }] : []),
    ],
  })
  return (
    <Form form={form} submit={text('review.effect')}>
      <ChoiceInput
        form={form}
        name="outcome"
        label={text('review.outcome')}
        choices={outcomes.map((code) => ({ value: code, label: text(`review.outcome.${code}`) }))}
      />
      <FreeTextInput form={form} name="words" label={text('review.words')} help={text('review.words-help')} />
    </Form>
  )
}

function RecordForm({ caseId }: { caseId: string }) {
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
    changes: changedWith(caseId),
    onDone: ({ answerBy }) =>
      notice.tell({
        what: text('review.recorded', { day: format.day(answerBy as Day) }),
        seenBy: text('review.seen-by'),
      }),
  })
  return (
    <Form form={form} submit={text('review.record-effect')}>
      <FreeTextInput form={form} name="why" label={text('review.why')} help={text('review.why-help')} optional />
    </Form>
  )
}
