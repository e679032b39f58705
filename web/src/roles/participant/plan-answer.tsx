import { Button } from '@midas-ds/components/button'
import { useState } from 'react'
import { dayOf, type Instant } from '../../../../src/kernel/instant.ts'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Panel } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import type { Plan } from './case-answers.ts'
import { useFocusField } from './focus-field.ts'
import { useText } from './texts.ts'

/** To agree in one step, or to say what should be different; either can be done again until a new plan comes. */
export function PlanAnswer({ plan, caseId }: { plan: Plan; caseId: string }) {
  const text = useText()
  const notice = useNotice()
  const [commenting, setCommenting] = useState(false)
  const agreed = plan.answers.some((one) => one.answer === 'agreed')
  const agree = useSend({
    send: (_: null, written) => post(`/plans/${plan.planId}/answers`, { answer: 'agreed' }, written),
    changes: [`/cases/${caseId}`],
  })
  const sayYes = async () => {
    const sent = await agree.run(null)
    if (sent.done) notice.tell({ what: text('plan.agree-done'), seenBy: text('seen-by.provider') })
  }
  return (
    <Panel title={text('plan.answer')}>
      <Answers plan={plan} />
      <ProblemNote problem={agree.problem} />
      {!commenting && (
        <div className="k-row k-answers">
          {!agreed && (
            <Button isPending={agree.pending} onPress={() => void sayYes()}>
              {text('plan.agree')}
            </Button>
          )}
          <Button variant="secondary" onPress={() => setCommenting(true)}>
            {text('plan.comment')}
          </Button>
        </div>
      )}
      {commenting && <CommentForm plan={plan} caseId={caseId} onClose={() => setCommenting(false)} />}
    </Panel>
  )
}

function Answers({ plan }: { plan: Plan }) {
  const text = useText()
  const format = useFormat()
  if (plan.answers.length === 0) return null
  return (
    <ul className="k-plain-list k-stack">
      {plan.answers.map((one) => {
        const day = format.day(dayOf(one.at as Instant))
        return (
          <li key={one.at}>
            {one.answer === 'agreed' ? (
              <Status kind="done" label={text('plan.you-agreed', { day })} />
            ) : (
              <p>
                {text('plan.you-wrote', { day })} <bdi>{one.comment}</bdi>
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function CommentForm({ plan, caseId, onClose }: { plan: Plan; caseId: string; onClose: () => void }) {
  const text = useText()
  const notice = useNotice()
  const form = useForm({
    initial: { comment: '' },
    send: ({ comment }, written) => post(`/plans/${plan.planId}/answers`, { answer: 'comment', comment }, written),
    changes: [`/cases/${caseId}`],
    check: ({ comment }) =>
      comment.trim() === ''
        ? [{ field: 'comment', title: text('register.missing', { field: text('plan.comment-label') }) }]
        : [],
    onDone: () => {
      notice.tell({ what: text('plan.comment-done'), seenBy: text('seen-by.provider') })
      onClose()
    },
  })
  useFocusField(form.idOf('comment'))
  return (
    <Form
      form={form}
      submit={text('plan.comment-submit')}
      aside={
        <button className="k-plain-button" type="button" onClick={onClose}>
          {text('cancel')}
        </button>
      }
    >
      <FreeTextInput form={form} name="comment" label={text('plan.comment-label')} />
    </Form>
  )
}
