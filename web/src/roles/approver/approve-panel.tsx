import type { ReturnCode } from '../../../../src/modules/compensation/contract/review.ts'
import type { ApprovalReply, StatementReply } from '../../../../src/modules/compensation/contract.ts'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/use-send.ts'
import { useMoneyText } from '../../language/money-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { ChoiceInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { largestDifferences } from './differences.ts'
import { useText } from './texts.ts'

/** Approve by four eyes, or send back with a reason; who may not is told why. */
export function ApprovePanel({ statement }: { statement: StatementReply }) {
  const text = useText()
  const { can, state } = statement
  const whyNot = useWhyNot(can.approve)
  if (state !== 'waiting') return null
  return (
    <Panel title={text('approve.title')}>
      {can.approve.allowed ? (
        <Approve statement={statement} />
      ) : (
        <div>
          <Status kind="stopped" label={text('approve.not-you')} />
          <p>{whyNot}</p>
        </div>
      )}
      {can.return.allowed && (
        <details className="k-why">
          <summary>{text('return.open')}</summary>
          <div className="k-why-body">
            <Return statement={statement} />
          </div>
        </details>
      )}
    </Panel>
  )
}

function useWhyNot({ because, values }: StatementReply['can']['approve']): string {
  const text = useText()
  const key = `because.${because ?? 'other'}`
  return text.knows(key) ? text(key, values) : text('because.other')
}

/** What is approved, and the three largest differences from the statement before, in one sentence. */
function useSentence(statement: StatementReply): string {
  const text = useText()
  const say = useMoneyText()
  const format = useFormat()
  const list = largestDifferences(statement.change)
    .map(({ kind, ore }) => `${say(`kind.${kind}`)} ${ore > 0 ? '+' : ''}${format.kronor(ore)}`)
    .join(', ')
  const values = {
    amount: format.kronor(statement.totalOre),
    provider: statement.providerName ?? text('provider-unknown'),
  }
  return list === '' ? text('approve.same', values) : text('approve.with', { ...values, list })
}

function Approve({ statement }: { statement: StatementReply }) {
  const text = useText()
  const format = useFormat()
  const notice = useNotice()
  const amount = format.kronor(statement.totalOre)
  const isLast = statement.approvals + 1 >= statement.neededApprovers
  const sending = useSend<null, ApprovalReply>({
    send: (_, written) =>
      post(`/statements/${statement.statementId}/approvals`, { totalOre: statement.totalOre }, written),
    changes: ['/statements', '/cases', '/tasks'],
  })
  const approve = async () => {
    const answer = await sending.run(null)
    if (!answer.done) return false
    const paid = answer.value.state === 'approved'
    notice.tell({
      what: text(paid ? 'approve.paid' : 'approve.first-done', { amount }),
      seenBy: text('approve.seen-by'),
    })
    return true
  }
  const sentence = useSentence(statement)
  return (
    <div className="k-stack">
      <p>{sentence}</p>
      <div className="k-row">
        <ConfirmButton
          effect={text(isLast ? 'approve.pay' : 'approve.first', { amount })}
          title={text(isLast ? 'approve.pay-title' : 'approve.first-title')}
          words={
            <div className="k-stack">
              <p>{sentence}</p>
              <p className="k-quiet">{text(isLast ? 'approve.pay-words' : 'approve.first-words')}</p>
            </div>
          }
          run={approve}
          pending={sending.pending}
          problem={sending.problem}
        />
      </div>
    </div>
  )
}

const shortestReason = 3
const returnCodes: readonly ReturnCode[] = [
  'fact-wrong',
  'amount-unlikely',
  'evidence-missing',
  'wrong-provider',
  'other',
]

function Return({ statement }: { statement: StatementReply }) {
  const text = useText()
  const notice = useNotice()
  const form = useForm({
    initial: { code: '', reason: '' },
    check: ({ code, reason }) => [
      ...(code === '' ? [{ field: 'code' as const, title: text('return.code-missing') }] : []),
      ...(reason.trim().length < shortestReason
        ? [{ field: 'reason' as const, title: text('return.reason-missing') }]
        : []),
    ],
    send: (values, written) => post(`/statements/${statement.statementId}/return`, values, written),
    changes: ['/statements', '/cases', '/tasks'],
    onDone: () => notice.tell({ what: text('return.done'), seenBy: text('return.seen-by') }),
  })
  return (
    <Form form={form} submit={text('return.submit')} danger>
      <ChoiceInput
        form={form}
        name="code"
        label={text('return.code')}
        choices={returnCodes.map((value) => ({ value, label: text(`code.${value}`) }))}
      />
      <FreeTextInput form={form} name="reason" label={text('return.reason')} help={text('return.reason-help')} />
    </Form>
  )
}
