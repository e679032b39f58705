import { post } from '../../api/client.ts'
import { useAdmissionText } from '../../ui/admission/texts.ts'
import { LongTextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'

/** Takes an application back that is not decided yet. */
export function WithdrawApplication({ applicationId }: { applicationId: string }) {
  const text = useAdmissionText()
  const notice = useNotice()
  const path = `/applications/${applicationId}`
  const form = useForm({
    initial: { reason: '' },
    send: ({ reason }, written) => post(`${path}/withdrawal`, { reason }, written),
    changes: [path, '/applications'],
    onDone: () => notice.tell({ what: text('withdraw.done'), seenBy: text('withdraw.seen-by') }),
  })
  return (
    <Panel>
      <details className="k-why">
        <summary>{text('withdraw.title')}</summary>
        <div className="k-why-body">
          <p>{text('withdraw.help')}</p>
          <Form form={form} submit={text('withdraw.send')}>
            <LongTextInput form={form} name="reason" label={text('withdraw.reason')} optional />
          </Form>
        </div>
      </details>
    </Panel>
  )
}
