import { post } from '../../api/client.ts'
import { LongTextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useText } from './texts.ts'

type Contract = { contractId: string; providerName: string; openForChoices: boolean }

/** Stops or opens a contract for new choices; those already placed stay. */
export function NewChoices({ contract }: { contract: Contract }) {
  const text = useText()
  const notice = useNotice()
  const stops = contract.openForChoices
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => (reason.trim() === '' ? [{ field: 'reason', title: text('choices.reason-missing') }] : []),
    send: ({ reason }, written) =>
      post(`/contracts/${contract.contractId}/new-choices`, { open: !stops, reason }, written),
    changes: ['/contracts', '/catalogue'],
    onDone: () =>
      notice.tell({
        what: text(stops ? 'choices.stopped' : 'choices.opened', { provider: contract.providerName }),
        seenBy: text('choices.seen-by'),
      }),
  })
  return (
    <details className="k-why">
      <summary>
        {text(stops ? 'choices.stop' : 'choices.open')}
        <span className="k-only-read"> {contract.providerName}</span>
      </summary>
      <div className="k-why-body">
        <p>{text(stops ? 'choices.stop-words' : 'choices.open-words')}</p>
        <Form form={form} submit={text(stops ? 'choices.stop-effect' : 'choices.open-effect')} danger={stops}>
          <LongTextInput form={form} name="reason" label={text('choices.reason')} help={text('choices.reason-help')} />
        </Form>
      </div>
    </details>
  )
}
