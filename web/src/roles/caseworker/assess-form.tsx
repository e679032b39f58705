import type { AssessPersonBody, AssessPersonReply } from '../../../../src/modules/assessment/contract.ts'
import type { CaseAction } from '../../api/case.ts'
import { post } from '../../api/client.ts'
import { Because } from '../../ui/case-page.tsx'
import { LongTextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { useText } from './texts.ts'

/** A new assessment with a reason; the person is never assessed without one (programme 4.2). */
export function AssessForm({ caseId, act, again }: { caseId: string; act: CaseAction; again: boolean }) {
  const text = useText()
  if (!act.allowed) {
    return (
      <p className="k-small">
        <strong>{text(again ? 'assess.again-not' : 'assess.not')}</strong> <Because action={act} />
      </p>
    )
  }
  return (
    <details className="k-why" open={!again}>
      <summary>{text(again ? 'assess.again' : 'assess.first')}</summary>
      <div className="k-why-body">
        <Reason caseId={caseId} again={again} />
      </div>
    </details>
  )
}

function Reason({ caseId, again }: { caseId: string; again: boolean }) {
  const text = useText()
  const notice = useNotice()
  const form = useForm({
    initial: { reason: '' },
    send: (values, written) =>
      post<AssessPersonReply>(`/cases/${caseId}/assessments`, values satisfies AssessPersonBody, written),
    changes: changedWith(caseId),
    onDone: (made) =>
      notice.tell({
        what: text('assess.done', { answer: text(`assess.result.${made.result}`, { level: made.level ?? '' }) }),
        seenBy: text('assess.seen-by'),
      }),
  })
  return (
    <Form form={form} submit={text('assess.do')}>
      <LongTextInput
        form={form}
        name="reason"
        label={text('assess.reason')}
        help={text(again ? 'assess.reason-again-help' : 'assess.reason-help')}
      />
    </Form>
  )
}
