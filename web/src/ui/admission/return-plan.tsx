import { post } from '../../api/client.ts'
import { LongTextInput } from '../fields.tsx'
import { Form } from '../form.tsx'
import { useNotice } from '../notice.tsx'
import { useForm } from '../use-form.ts'
import { useAdmissionText } from './texts.ts'

type Props = {
  /** The decision's address under `/api/v1`. */
  path: string
  changes: readonly string[]
  seenBy: string
}

/** Gives a prepared plan or transfer back with reasons, so that it can be made anew. */
export function ReturnPlan({ path, changes, seenBy }: Props) {
  const text = useAdmissionText()
  const notice = useNotice()
  const form = useForm({
    initial: { reason: '' },
    send: ({ reason }, written) => post(path, { outcome: 'returned', reason: reason.trim() }, written),
    changes,
    onDone: () => notice.tell({ what: text('return.done'), seenBy }),
    check: ({ reason }) => (reason.trim() === '' ? [{ field: 'reason', title: text('return.missing') }] : []),
  })
  return (
    <details className="k-why">
      <summary>{text('return.open')}</summary>
      <div className="k-why-body">
        <Form form={form} submit={text('return.effect')}>
          <LongTextInput form={form} name="reason" label={text('return.reason')} help={text('return.reason-help')} />
        </Form>
      </div>
    </details>
  )
}
