import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { month } from '../../../../src/kernel/day.ts'
import type { InvoiceReply, ProviderInvoicesReply } from '../../../../src/modules/invoicing/contract.ts'
import { post, upload } from '../../api/client.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { FileInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useForm } from '../../ui/use-form.ts'
import { InvoicesList } from './invoices-list.tsx'
import { useInvoiceText } from './invoices-texts.ts'

const path = '/provider/invoices'
const limit = 20
type Statement = ProviderInvoicesReply['toInvoice'][number]

/** What can be invoiced, what has been, and where the money goes. */
export function InvoicesScreen() {
  const text = useInvoiceText()
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useApi<ProviderInvoicesReply>(path, { page, limit })
  const { duty } = useSignedIn()
  const coordinates = duty.role === 'coordinator'
  return (
    <Screen title={text('title')} lead={text('lead')}>
      {data === undefined && (error === null ? <Loading lines={6} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && (
        <>
          {data.payee === null && <PayeeNote page={data} mayChange={coordinates} />}
          <Panel title={text('to-invoice')}>
            {data.toInvoice.length === 0 ? (
              <EmptyState title={text('nothing-to-invoice')} words={text('nothing-words')} />
            ) : (
              <ul className="k-plain-list k-rows">
                {data.toInvoice.map((one) => (
                  <ToInvoice key={one.statementId} statement={one} mayMake={coordinates && data.payee !== null} />
                ))}
              </ul>
            )}
          </Panel>
          {coordinates && data.payee !== null && data.toInvoice.length > 0 && (
            <SendOwn key={data.invoices.items[0]?.invoiceId ?? ''} statements={data.toInvoice} />
          )}
          <h2>{text('sent')}</h2>
          <InvoicesList invoices={data.invoices} onPage={setPage} />
          {data.payee !== null && <PayeeNote page={data} mayChange={coordinates} />}
        </>
      )}
    </Screen>
  )
}

function PayeeNote({ page, mayChange }: { page: ProviderInvoicesReply; mayChange: boolean }) {
  const text = useInvoiceText()
  const { payee, entered } = page
  return (
    <Panel title={text('payee-title')}>
      <p>
        {payee === null
          ? text('payee-none')
          : text('payee-in-force', { kind: text(payee.accountKind), number: payee.accountNumber })}
      </p>
      {entered !== null && (
        <p>
          {entered.outcome === 'refused'
            ? text('payee-refused', { reason: entered.reason ?? '' })
            : text('payee-waits', { kind: text(entered.accountKind), number: entered.accountNumber })}
        </p>
      )}
      {mayChange && (
        <p>
          <Link to="/app/provider/payee">{payee === null ? text('payee-enter') : text('payee-change')}</Link>
        </p>
      )}
    </Panel>
  )
}

function ToInvoice({ statement, mayMake }: { statement: Statement; mayMake: boolean }) {
  const text = useInvoiceText()
  const format = useFormat()
  const areaName = useAreaName()
  const notice = useNotice()
  const { statementId, areaCode, totalOre, lines } = statement
  const of = format.month(month(statement.month))
  const sending = useSend<null, InvoiceReply>({
    send: (_, written) => post<InvoiceReply>(path, { statementId }, written),
    changes: [path],
  })
  const make = async () => {
    const answer = await sending.run(null)
    if (answer.done)
      notice.tell({
        what: text(`made-${answer.value.state}`, { number: answer.value.number }),
        seenBy: text('seen-by'),
      })
    return answer.done
  }
  const amount = format.kronor(Math.abs(totalOre))
  return (
    <li className="k-stack">
      <p>
        <Link to={`/app/provider/money/${statementId}`}>{of}</Link>
        {areaCode !== null && ` · ${text('area', { area: areaName(areaCode) })}`} · {text('lines', { n: lines })} ·{' '}
        <strong className="k-number">{format.kronor(totalOre)}</strong>
      </p>
      {mayMake && (
        <div>
          <ConfirmButton
            effect={text(totalOre < 0 ? 'make-credit' : 'make-invoice', { amount })}
            title={text('make-title', { month: of })}
            words={text('make-words')}
            run={make}
            pending={sending.pending}
            problem={sending.problem}
          />
        </div>
      )}
    </li>
  )
}

/** For a system of the provider's own: what its invoice must name, and where it is left. */
function SendOwn({ statements }: { statements: readonly Statement[] }) {
  const text = useInvoiceText()
  const format = useFormat()
  const notice = useNotice()
  const form = useForm({
    initial: { file: null as File | null },
    check: ({ file }) => (file === null ? [{ field: 'file', title: text('send-missing') }] : []),
    send: ({ file }, written) => {
      const body = new FormData()
      if (file !== null) body.append('file', file)
      return upload<InvoiceReply>(`${path}/upload`, body, written)
    },
    changes: [path],
    onDone: (answer) =>
      notice.tell({ what: text(`made-${answer.state}`, { number: answer.number }), seenBy: text('seen-by') }),
  })
  return (
    <details className="k-why">
      <summary>{text('send-title')}</summary>
      <div className="k-why-body k-stack">
        <ul className="k-small">
          {statements.map((one) => (
            <li key={one.statementId}>
              {text('own-number', { month: format.month(month(one.month)), number: one.statementId })}
            </li>
          ))}
        </ul>
        <Form form={form} submit={text('send-submit')}>
          <FileInput
            form={form}
            name="file"
            label={text('send-file')}
            help={text('send-help')}
            accept=".xml,application/xml,text/xml"
          />
        </Form>
      </div>
    </details>
  )
}
