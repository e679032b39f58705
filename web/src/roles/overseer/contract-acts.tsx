import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useAdmissionText } from '../../ui/admission/texts.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { LongTextInput, SelectInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'

type Contract = { contractId: string; providerName: string; providerId: string }
const causes = ['notice-by-provider', 'notice-by-authority', 'cancelled'] as const

/** Gives a contract its last day before time. */
export function EndContract({ contract }: { contract: Contract }) {
  const text = useAdmissionText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const form = useForm({
    initial: { cause: 'notice-by-provider', lastDay: '', reason: '' },
    check: ({ lastDay, reason }) => [
      ...(lastDay.trim() === '' ? [{ field: 'lastDay' as const, title: text('contract.day-missing') }] : []),
      ...(reason.trim().length < 3 ? [{ field: 'reason' as const, title: text('contract.reason-missing') }] : []),
    ],
    send: (values, written) => post(`/contracts/${contract.contractId}/end`, values, written),
    changes: ['/contracts', '/catalogue'],
    onDone: () =>
      notice.tell({
        what: text('contract.ended', { provider: contract.providerName }),
        seenBy: text('contract.seen-by'),
      }),
  })
  return (
    <details className="k-why">
      <summary>
        {text('contract.end')}
        <span className="k-only-read"> {contract.providerName}</span>
      </summary>
      <div className="k-why-body">
        <p>{text('contract.end-words')}</p>
        <Form form={form} submit={text('contract.end-submit')} danger>
          <SelectInput
            form={form}
            name="cause"
            label={text('contract.cause')}
            choices={causes.map((value) => ({ value, label: text(`contract.${value}`) }))}
          />
          <DayInput form={form} name="lastDay" label={text('contract.last-day')} example={today} />
          <LongTextInput form={form} name="reason" label={text('contract.reason')} />
        </Form>
      </div>
    </details>
  )
}

/** Prepares that a contract passes to another organisation; another person approves it. */
export function TransferContract({ contract }: { contract: Contract }) {
  const text = useAdmissionText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const receivers = useApi<{ items: { organisationId: string; name: string }[] }>('/contract-receivers')
  const form = useForm({
    initial: { toOrganisationId: '', onDay: '', reason: '' },
    check: ({ toOrganisationId, onDay, reason }) => [
      ...(toOrganisationId === ''
        ? [{ field: 'toOrganisationId' as const, title: text('contract.receiver-missing') }]
        : []),
      ...(onDay.trim() === '' ? [{ field: 'onDay' as const, title: text('contract.day-missing') }] : []),
      ...(reason.trim().length < 3 ? [{ field: 'reason' as const, title: text('contract.reason-missing') }] : []),
    ],
    send: (values, written) => post(`/contracts/${contract.contractId}/transfers`, values, written),
    changes: ['/contract-transfers'],
    onDone: () => notice.tell({ what: text('contract.transfer-made'), seenBy: text('contract.seen-by') }),
  })
  const others = receivers.data?.items.filter((one) => one.organisationId !== contract.providerId) ?? []
  return (
    <details className="k-why">
      <summary>
        {text('contract.transfer')}
        <span className="k-only-read"> {contract.providerName}</span>
      </summary>
      <div className="k-why-body">
        <p>{text('contract.transfer-words')}</p>
        <Form form={form} submit={text('contract.transfer-submit')}>
          <SelectInput
            form={form}
            name="toOrganisationId"
            label={text('contract.receiver')}
            choices={others.map(({ organisationId, name }) => ({ value: organisationId, label: name }))}
          />
          <DayInput form={form} name="onDay" label={text('contract.on-day')} example={today} />
          <LongTextInput form={form} name="reason" label={text('contract.reason')} />
        </Form>
      </div>
    </details>
  )
}
