import { useState } from 'react'
import type { PaymentsReply } from '../../../../src/modules/invoicing/contract.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { Money } from '../../ui/money.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { BankAnswer, BankQuestions } from './payments-bank.tsx'
import { PaymentFiles } from './payments-files.tsx'
import { usePaymentText } from './payments-texts.ts'
import { WaitingInvoices, WaitingPayees } from './payments-waiting.tsx'

const path = '/payments'
const limit = 20
type Ready = PaymentsReply['ready']

/** What can be paid now, what stops it, and what has become of what was paid. */
export function PaymentsScreen() {
  const text = usePaymentText()
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useApi<PaymentsReply>(path, { page, limit })
  return (
    <Screen title={text('title')} lead={text('lead')}>
      {data === undefined && (error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && (
        <>
          <ToPay ready={data.ready} />
          <WaitingPayees payees={data.waitingPayees} />
          <WaitingInvoices invoices={data.waitingInvoices} />
          <BankQuestions questions={data.questions} />
          <h2>{text('files-title')}</h2>
          <PaymentFiles files={data.files} onPage={setPage} />
          <BankAnswer />
        </>
      )}
    </Screen>
  )
}

function ToPay({ ready }: { ready: Ready }) {
  const text = usePaymentText()
  const format = useFormat()
  const notice = useNotice()
  const { payments, totalOre } = ready
  const values = { n: payments.length, amount: format.kronor(totalOre) }
  const sending = useSend<null, unknown>({
    send: (_, written) => post('/payment-files', { payments: payments.length, totalOre }, written),
    changes: [path],
  })
  const make = async () => {
    const answer = await sending.run(null)
    if (answer.done) notice.tell({ what: text('file-made'), seenBy: text('file-made-seen') })
    return answer.done
  }
  return (
    <Panel title={text('ready-title')}>
      {payments.length === 0 ? (
        <p>{text('ready-none')}</p>
      ) : (
        <>
          <p className="k-h2">{text('ready-sentence', values)}</p>
          <ReadyTable ready={ready} />
          <div>
            <ConfirmButton
              effect={text('make-file', values)}
              title={text('make-title')}
              words={text('make-words')}
              run={make}
              pending={sending.pending}
              problem={sending.problem}
            />
          </div>
        </>
      )}
      <Left title={text('carried')} words={text('carried-words')} rows={ready.carried} />
      <Left title={text('without-account')} words={text('without-account-words')} rows={ready.withoutAccount} />
    </Panel>
  )
}

function ReadyTable({ ready }: { ready: Ready }) {
  const text = usePaymentText()
  const format = useFormat()
  const columns: Column<Ready['payments'][number]>[] = [
    { title: text('provider'), cell: (one) => <bdi>{one.providerName}</bdi> },
    { title: text('account'), cell: (one) => <bdi className="k-number">{one.account}</bdi> },
    { title: text('invoices'), kind: 'number', cell: (one) => format.number(one.invoices) },
    { title: text('amount'), kind: 'number', cell: (one) => <Money ore={one.amountOre} /> },
  ]
  return (
    <CardTable caption={text('ready-title')} rows={ready.payments} keyOf={(one) => one.providerId} columns={columns} />
  )
}

/** Providers that the file leaves out, and why. */
function Left({ title, words, rows }: { title: string; words: string; rows: Ready['carried'] }) {
  if (rows.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <p className="k-quiet">{words}</p>
      <ul className="k-plain-list k-rows">
        {rows.map((one) => (
          <li key={one.providerId}>
            <bdi>{one.providerName}</bdi> <Money ore={one.amountOre} />
          </li>
        ))}
      </ul>
    </div>
  )
}
