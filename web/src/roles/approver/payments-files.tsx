import { day } from '../../../../src/kernel/day.ts'
import type { PaymentFileView, PaymentsReply } from '../../../../src/modules/invoicing/contract.ts'
import { addressOf, post } from '../../api/client.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { Money } from '../../ui/money.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Paging } from '../../ui/paging.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { usePaymentText } from './payments-texts.ts'

const kinds = { waiting: 'waiting', approved: 'done', returned: 'stopped' } as const

/** Every payment file: who made it, who let it out, and what the bank has said. */
export function PaymentFiles({ files, onPage }: { files: PaymentsReply['files']; onPage: (page: number) => void }) {
  const text = usePaymentText()
  const format = useFormat()
  if (files.total === 0) return <EmptyState title={text('files-none')} words={text('files-none-words')} />
  const columns: Column<PaymentFileView>[] = [
    {
      title: text('file'),
      cell: (file) => (
        <>
          {text('file-day', { day: format.day(day(file.executeOn)) })}
          <span className="k-quiet k-small k-block">
            {text('payments', { n: file.payments })}, {text('made-by', { name: file.madeByName ?? '' })}
          </span>
        </>
      ),
    },
    {
      title: text('state'),
      cell: (file) => (
        <>
          <Status kind={kinds[file.state]} label={text(`state.${file.state}`)} />
          {file.reason !== null && (
            <p className="k-small">
              <bdi>{file.reason}</bdi>
            </p>
          )}
        </>
      ),
    },
    { title: text('amount'), kind: 'number', cell: (file) => <Money ore={file.totalOre} /> },
    { title: text('bank'), cell: (file) => <BankWords file={file} /> },
    { title: text('do'), cell: (file) => <FileActs file={file} /> },
  ]
  return (
    <>
      <CardTable caption={text('files-title')} rows={files.items} keyOf={(one) => one.fileId} columns={columns} />
      <Paging page={files.page} pages={Math.ceil(files.total / files.limit)} onPage={onPage} />
    </>
  )
}

function BankWords({ file }: { file: PaymentFileView }) {
  const text = usePaymentText()
  const format = useFormat()
  if (file.state !== 'approved') return <>–</>
  const words = [
    ...(file.bookedOre > 0 ? [text('bank-booked', { amount: format.kronor(file.bookedOre) })] : []),
    ...(file.unsettled > 0 ? [text('bank-open', { n: file.unsettled })] : []),
    ...(file.rejected > 0 ? [text('bank-rejected', { n: file.rejected })] : []),
  ]
  return <>{words.join(', ')}</>
}

function FileActs({ file }: { file: PaymentFileView }) {
  const text = usePaymentText()
  if (file.state === 'approved')
    return (
      <a href={addressOf(`/payment-files/${file.fileId}/document`)} download>
        {text('download')}
      </a>
    )
  if (file.state === 'returned') return <>–</>
  const { because } = file.can.approve
  return (
    <div className="k-stack">
      {file.can.approve.allowed ? (
        <Approve file={file} />
      ) : (
        because === 'four-eyes-preparer' && <p className="k-small">{text('because.four-eyes-preparer')}</p>
      )}
      {because !== 'not-allowed' && <TakeBack fileId={file.fileId} />}
    </div>
  )
}

function Approve({ file }: { file: PaymentFileView }) {
  const text = usePaymentText()
  const format = useFormat()
  const notice = useNotice()
  const { fileId, totalOre } = file
  const sending = useSend<null, unknown>({
    send: (_, written) => post(`/payment-files/${fileId}/approval`, { totalOre }, written),
    changes: ['/payments'],
  })
  const approve = async () => {
    const answer = await sending.run(null)
    if (answer.done) notice.tell({ what: text('approved'), seenBy: text('approved-seen') })
    return answer.done
  }
  return (
    <ConfirmButton
      effect={text('approve', { amount: format.kronor(totalOre) })}
      title={text('approve-title')}
      words={text('approve-words')}
      run={approve}
      pending={sending.pending}
      problem={sending.problem}
    />
  )
}

function TakeBack({ fileId }: { fileId: string }) {
  const text = usePaymentText()
  const notice = useNotice()
  const form = useForm({
    initial: { reason: '' },
    send: ({ reason }, written) => post(`/payment-files/${fileId}/return`, { reason }, written),
    changes: ['/payments'],
    onDone: () => notice.tell({ what: text('taken'), seenBy: text('taken-seen') }),
  })
  return (
    <details className="k-why">
      <summary>{text('take')}</summary>
      <div className="k-why-body">
        <Form form={form} submit={text('take')} danger>
          <FreeTextInput form={form} name="reason" label={text('take-reason')} help={text('take-words')} />
        </Form>
      </div>
    </details>
  )
}
