import type { ApprovalReply, StatementReply } from '../../../../src/modules/compensation/contract.ts'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/use-send.ts'
import { useMoneyText } from '../../language/money-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { LongTextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
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
  const whyNot = useWhyNot(can.approve.because)
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

function useWhyNot(code: string | null): string {
  const text = useText()
  const key = `because.${code ?? 'other'}`
  return text.knows(key) ? text(key) : text('because.other')
}

function Approve({ statement }: { statement: StatementReply }) {
  const text = useText()
  const say = useMoneyText()
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
  const differences = largestDifferences(statement.change)
  return (
    <div className="k-row">
      <ConfirmButton
        effect={text(isLast ? 'approve.pay' : 'approve.first', { amount })}
        title={text(isLast ? 'approve.pay-title' : 'approve.first-title')}
        words={
          <div className="k-stack">
            <p>{text('approve.sentence', { amount, provider: statement.providerName ?? text('provider-unknown') })}</p>
            {differences.length > 0 && (
              <>
                <p>{text('approve.differences')}</p>
                <ul className="k-plain-list">
                  {differences.map(({ kind, ore }) => (
                    <li key={kind}>
                      {say(`kind.${kind}`)}: <bdi dir="ltr">{`${ore > 0 ? '+' : ''}${format.kronor(ore)}`}</bdi>
                    </li>
                  ))}
                </ul>
              </>
            )}
            <p className="k-quiet">{text(isLast ? 'approve.pay-words' : 'approve.first-words')}</p>
          </div>
        }
        run={approve}
        pending={sending.pending}
        problem={sending.problem}
      />
    </div>
  )
}

const shortestReason = 3

function Return({ statement }: { statement: StatementReply }) {
  const text = useText()
  const notice = useNotice()
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) =>
      reason.trim().length < shortestReason ? [{ field: 'reason', title: text('return.reason-missing') }] : [],
    send: (values, written) => post(`/statements/${statement.statementId}/return`, values, written),
    changes: ['/statements', '/cases', '/tasks'],
    onDone: () => notice.tell({ what: text('return.done'), seenBy: text('return.seen-by') }),
  })
  return (
    <Form form={form} submit={text('return.submit')} danger>
      <LongTextInput form={form} name="reason" label={text('return.reason')} help={text('return.reason-help')} />
    </Form>
  )
}
