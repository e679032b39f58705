import type { BankAnswerReply, PaymentsReply } from '../../../../src/modules/invoicing/contract.ts'
import { post, upload } from '../../api/client.ts'
import { useFormat } from '../../language/use-format.ts'
import { FileInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'
import { usePaymentText } from './payments-texts.ts'

type Question = PaymentsReply['questions'][number]

/** Takes in pain.002 or camt.054. */
export function BankAnswer() {
  const text = usePaymentText()
  const notice = useNotice()
  const form = useForm({
    initial: { file: null as File | null },
    check: ({ file }) => (file === null ? [{ field: 'file', title: text('answer-missing') }] : []),
    send: ({ file }, written) => {
      const body = new FormData()
      if (file !== null) body.append('file', file)
      return upload<BankAnswerReply>('/bank-answers', body, written)
    },
    changes: ['/payments'],
    onDone: ({ already, recorded, issues }) =>
      notice.tell({ what: already ? text('answer-already') : text('answer-done', { recorded, issues }) }),
  })
  return (
    <Panel title={text('answer-title')}>
      <Form form={form} submit={text('answer-submit')}>
        <FileInput
          form={form}
          name="file"
          label={text('answer-file')}
          help={text('answer-help')}
          accept=".xml,application/xml,text/xml"
        />
      </Form>
    </Panel>
  )
}

/** What the bank has said that fits nothing; nothing is booked by it. */
export function BankQuestions({ questions }: { questions: readonly Question[] }) {
  const text = usePaymentText()
  const format = useFormat()
  if (questions.length === 0) return null
  const amount = (ore: number | null) => (ore === null ? '–' : format.kronor(ore))
  return (
    <Panel title={text('questions-title')}>
      <ul className="k-plain-list k-rows">
        {questions.map((question) => (
          <li key={question.answerId} className="k-stack">
            <ul>
              {question.entries.map((entry, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the entries of an answer never change.
                <li key={index}>
                  {text(`issue.${entry.issue}`, {
                    id: entry.endToEndId ?? '–',
                    amount: amount(entry.amountOre),
                    payment: amount(entry.paymentOre),
                  })}
                </li>
              ))}
            </ul>
            <Settle answerId={question.answerId} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Settle({ answerId }: { answerId: string }) {
  const text = usePaymentText()
  const notice = useNotice()
  const form = useForm({
    initial: { note: '' },
    send: ({ note }, written) => post(`/bank-answers/${answerId}/settlement`, { note }, written),
    changes: ['/payments', '/tasks'],
    onDone: () => notice.tell({ what: text('question-done') }),
  })
  return (
    <Form form={form} submit={text('question-settle')}>
      <FreeTextInput form={form} name="note" label={text('question-note')} />
    </Form>
  )
}
