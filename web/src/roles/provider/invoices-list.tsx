import { month } from '../../../../src/kernel/day.ts'
import type { InvoiceView, ProviderInvoicesReply } from '../../../../src/modules/invoicing/contract.ts'
import { addressOf } from '../../api/client.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { Money } from '../../ui/money.tsx'
import { Paging } from '../../ui/paging.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { useInvoiceText } from './invoices-texts.ts'

const kinds = { waiting: 'waiting', accepted: 'coming', refused: 'stopped', ordered: 'coming', paid: 'done' } as const

/** Every invoice with how far it has come, and what differs where it waits. */
export function InvoicesList({
  invoices,
  onPage,
}: {
  invoices: ProviderInvoicesReply['invoices']
  onPage: (page: number) => void
}) {
  const text = useInvoiceText()
  const format = useFormat()
  if (invoices.total === 0) return <EmptyState title={text('none-sent')} words={text('none-sent-words')} />
  const columns: Column<InvoiceView>[] = [
    {
      title: text('number'),
      cell: (invoice) => (
        <>
          <bdi>{invoice.number}</bdi>
          <span className="k-quiet k-small k-block">
            {text(`kind.${invoice.kind}`)}, {format.month(month(invoice.month))}, {text(`source.${invoice.source}`)}
          </span>
        </>
      ),
    },
    { title: text('state'), cell: (invoice) => <StateOf invoice={invoice} /> },
    {
      title: text('document'),
      cell: (invoice) => (
        <a href={addressOf(`/invoices/${invoice.invoiceId}/document`)} download>
          {text('document')}
        </a>
      ),
    },
    { title: text('amount'), kind: 'number', cell: (invoice) => <Money ore={invoice.payableOre} /> },
  ]
  return (
    <>
      <CardTable caption={text('sent')} rows={invoices.items} keyOf={(one) => one.invoiceId} columns={columns} />
      <Paging page={invoices.page} pages={Math.ceil(invoices.total / invoices.limit)} onPage={onPage} />
    </>
  )
}

function StateOf({ invoice }: { invoice: InvoiceView }) {
  const text = useInvoiceText()
  const format = useFormat()
  const amount = (ore: number | null) => (ore === null ? '' : format.kronor(ore))
  return (
    <>
      <Status kind={kinds[invoice.state]} label={text(`state.${invoice.state}`)} />
      {invoice.reason !== null && (
        <p className="k-small">
          <bdi>{invoice.reason}</bdi>
        </p>
      )}
      {invoice.differences.length > 0 && (
        <details className="k-why">
          <summary>{text('why')}</summary>
          <ul className="k-why-body k-small">
            {invoice.differences.map((one) => (
              <li key={`${one.code}-${one.line}`}>
                {text(`diff.${one.code}`, {
                  line: one.line ?? '',
                  invoice: amount(one.invoiceOre),
                  statement: amount(one.statementOre),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
