import { month } from '../../../../src/kernel/day.ts'
import type { InvoiceView, PaymentsReply } from '../../../../src/modules/invoicing/contract.ts'
import { addressOf, post } from '../../api/client.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { ChoiceInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'
import { usePaymentText } from './payments-texts.ts'

type Payee = PaymentsReply['waitingPayees'][number]

/** Accounts that a provider has entered or changed: the old beside the new, and a call before the approval. */
export function WaitingPayees({ payees }: { payees: readonly Payee[] }) {
  const text = usePaymentText()
  if (payees.length === 0) return null
  return (
    <Panel title={text('payees-title')}>
      <p className="k-note k-note-care">{text('payee-warning')}</p>
      <ul className="k-plain-list k-rows">
        {payees.map((payee) => (
          <WaitingPayee key={payee.payeeId} payee={payee} />
        ))}
      </ul>
    </Panel>
  )
}

function WaitingPayee({ payee }: { payee: Payee }) {
  const text = usePaymentText()
  const notice = useNotice()
  const { payeeId, providerName, accountNumber, previousAccount } = payee
  const path = `/payees/${payeeId}/decision`
  const changes = ['/payments', '/tasks']
  const sending = useSend<null, unknown>({
    send: (_, written) => post(path, { outcome: 'approved' }, written),
    changes,
  })
  const values = { provider: providerName, number: accountNumber }
  const approve = async () => {
    const answer = await sending.run(null)
    if (answer.done) notice.tell({ what: text('payee-approved') })
    return answer.done
  }
  const refusal = useForm({
    initial: { reason: '' },
    send: ({ reason }, written) => post(path, { outcome: 'refused', reason }, written),
    changes,
    onDone: () => notice.tell({ what: text('refused'), seenBy: text('refused-seen') }),
  })
  return (
    <li className="k-stack">
      <p>
        <strong>
          <bdi>{providerName}</bdi>
        </strong>{' '}
        <bdi className="k-number">{text('payee-line', { kind: text(payee.accountKind), number: accountNumber })}</bdi>
      </p>
      <p className="k-quiet k-small">
        {previousAccount === null ? text('payee-first') : text('payee-before', { number: previousAccount })}.{' '}
        {text('payee-by', { name: payee.enteredByName ?? '' })}
      </p>
      <div>
        <ConfirmButton
          effect={text('payee-approve', values)}
          title={text('payee-approve-title')}
          words={text('payee-approve-words', values)}
          run={approve}
          pending={sending.pending}
          problem={sending.problem}
        />
      </div>
      <details className="k-why">
        <summary>{text('payee-refuse')}</summary>
        <div className="k-why-body">
          <Form form={refusal} submit={text('payee-refuse')} danger>
            <FreeTextInput form={refusal} name="reason" label={text('reason')} />
          </Form>
        </div>
      </details>
    </li>
  )
}

/** Invoices that are not their statements; accepted only where the total is the same. */
export function WaitingInvoices({ invoices }: { invoices: readonly InvoiceView[] }) {
  const text = usePaymentText()
  if (invoices.length === 0) return null
  return (
    <Panel title={text('waiting-title')}>
      <ul className="k-plain-list k-rows">
        {invoices.map((invoice) => (
          <WaitingInvoice key={invoice.invoiceId} invoice={invoice} />
        ))}
      </ul>
    </Panel>
  )
}

function WaitingInvoice({ invoice }: { invoice: InvoiceView }) {
  const text = usePaymentText()
  const format = useFormat()
  const notice = useNotice()
  const { invoiceId, netOre, statementOre } = invoice
  const form = useForm({
    initial: { outcome: 'refused', reason: '' },
    send: (values, written) => post(`/invoices/${invoiceId}/decision`, values, written),
    changes: ['/payments', '/tasks'],
    onDone: () => notice.tell({ what: text('settled'), seenBy: text('refused-seen') }),
  })
  const accepted = { value: 'accepted', label: text('outcome-accepted') }
  return (
    <li className="k-stack">
      <p>
        <strong>
          <bdi>{invoice.providerName}</bdi>
        </strong>{' '}
        {text('waiting-line', { number: invoice.number, month: format.month(month(invoice.month)) })}
      </p>
      <p>
        {text('waiting-sums', { invoice: format.kronor(netOre), statement: format.kronor(statementOre) })},{' '}
        {text('waiting-differences', { n: invoice.differences.length })}.{' '}
        <a href={addressOf(`/invoices/${invoiceId}/document`)} download>
          {text('document-xml')}
        </a>
      </p>
      <Form form={form} submit={text('settle')}>
        <ChoiceInput
          form={form}
          name="outcome"
          label={text('outcome')}
          choices={[
            { value: 'refused', label: text('outcome-refused') },
            ...(netOre === statementOre ? [accepted] : []),
          ]}
        />
        <FreeTextInput form={form} name="reason" label={text('reason')} />
      </Form>
    </li>
  )
}
