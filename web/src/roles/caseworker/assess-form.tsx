import { Link } from '@tanstack/react-router'
import type {
  AssessmentView,
  AssessPersonBody,
  AssessPersonReply,
} from '../../../../src/modules/assessment/contract.ts'

import type { CaseAction } from '../../api/case.ts'
import { post } from '../../api/client.ts'
import { Because } from '../../ui/case-page.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { useText } from './texts.ts'

type Props = { caseId: string; act: CaseAction; latest: AssessmentView | undefined }

/** A new assessment with a reason; when one is possible, why it is, and why not before (programme 4.2). */
export function AssessForm({ caseId, act, latest }: Props) {
  const text = useText()
  const again = latest !== undefined
  return (
    <section className="k-stack" aria-label={text('assess.governed')}>
      {again && <h3>{text('assess.governed')}</h3>}
      {act.allowed ? (
        <>
          {again && <p>{text(whyPossible(latest))}</p>}
          <details className="k-why" open={!again}>
            <summary>{text(again ? 'assess.again' : 'assess.first')}</summary>
            <div className="k-why-body">
              <Reason caseId={caseId} again={again} />
            </div>
          </details>
        </>
      ) : (
        <p>
          <strong>{text(again ? 'assess.again-not' : 'assess.not')}</strong> <Because action={act} />
        </p>
      )}
      {again && (
        <p className="k-quiet k-small">
          {text('assess.governed-words')}{' '}
          <Link {...({ search: { module: 'assessment' } } as object)} to={'/app/rules' as never}>
            {text('assess.governed-rule')}
          </Link>
        </p>
      )}
    </section>
  )
}

function whyPossible({ notValidBecause }: AssessmentView) {
  if (notValidBecause === 'assessment-facts-changed') return 'assess.possible-facts'
  if (notValidBecause === 'assessment-other-model') return 'assess.possible-model'
  return notValidBecause === 'assessment-other-window' ? 'assess.possible-window' : 'assess.possible-days'
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
      <FreeTextInput
        form={form}
        name="reason"
        label={text('assess.reason')}
        help={text(again ? 'assess.reason-again-help' : 'assess.reason-help')}
      />
    </Form>
  )
}
