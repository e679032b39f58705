import '../../ui/dialogue/dialogue.css'
import { useState } from 'react'
import type { z } from 'zod'
import type { QuestionView, questionReply, questionsReply } from '../../../../src/modules/dialogue/contract.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { useTalksText } from '../../ui/dialogue/talks-texts.ts'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput, useSensitiveCheck } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'

/** Questions straight to the employment service, with the field to answer each that waits. */
export function QuestionsPanel({ caseId }: { caseId: string }) {
  const text = useTalksText()
  const [recorded, setRecorded] = useState(0)
  const questions = useApi<z.output<typeof questionsReply>>(`/cases/${caseId}/questions`)
  return (
    <Panel title={text('questions.title')}>
      {questions.data === undefined &&
        (questions.isError ? (
          <ErrorState error={questions.error} onAgain={questions.refetch} />
        ) : (
          <Loading lines={4} />
        ))}
      {questions.data?.items.length === 0 && <p className="k-quiet">{text('questions.none')}</p>}
      {questions.data?.items.map((one) => (
        <Question key={one.questionId} caseId={caseId} question={one} />
      ))}
      <details className="k-why">
        <summary>{text('questions.record')}</summary>
        <div className="k-why-body">
          <RecordForm key={recorded} caseId={caseId} onDone={() => setRecorded(recorded + 1)} />
        </div>
      </details>
    </Panel>
  )
}

const kindOf: Record<QuestionView['state'], StatusKind> = {
  open: 'waiting',
  overdue: 'late',
  'answered-in-time': 'done',
  'answered-late': 'done',
}
const stateText = {
  open: 'questions.due',
  overdue: 'questions.overdue',
  'answered-in-time': 'questions.in-time',
  'answered-late': 'questions.late',
} as const

function Question({ caseId, question }: { caseId: string; question: QuestionView }) {
  const text = useTalksText()
  const format = useFormat()
  const { answer, state } = question
  return (
    <article className="k-stack">
      <p>
        <Status
          kind={kindOf[state]}
          label={text(stateText[state], { day: format.day(answer?.on ?? question.dueOn) })}
        />
      </p>
      <p className="k-quiet k-small">
        {text(question.toldBy === 'staff' ? 'questions.told' : 'questions.asked', {
          day: format.day(question.askedOn),
        })}
      </p>
      <p className="k-said" dir="auto">
        {question.words ?? text('questions.erased')}
      </p>
      {answer === null ? (
        <AnswerForm caseId={caseId} questionId={question.questionId} />
      ) : (
        <>
          <p className="k-quiet k-small">{text('questions.by', { name: answer.byName ?? '' })}</p>
          <p className="k-said" dir="auto">
            {answer.words ?? text('questions.erased')}
          </p>
        </>
      )}
    </article>
  )
}

function AnswerForm({ caseId, questionId }: { caseId: string; questionId: string }) {
  const text = useTalksText()
  const notice = useNotice()
  const unseen = useSensitiveCheck()
  const form = useForm({
    initial: { words: '', sensitiveSeen: false },
    send: (values, written) => post(`/questions/${questionId}/answer`, values, written),
    changes: changedWith(caseId),
    check: (values) =>
      values.words.trim() === ''
        ? [{ field: 'words', title: text('questions.missing') }]
        : unseen(values, ['words'], 'sensitiveSeen'),
    onDone: () => notice.tell({ what: text('questions.answered'), seenBy: text('questions.seen-by') }),
  })
  return (
    <Form form={form} submit={text('questions.answer')}>
      <FreeTextInput
        form={form}
        name="words"
        seen="sensitiveSeen"
        label={text('questions.words')}
        help={text('questions.help')}
      />
    </Form>
  )
}

function RecordForm({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const text = useTalksText()
  const format = useFormat()
  const notice = useNotice()
  const unseen = useSensitiveCheck()
  const form = useForm({
    initial: { words: '', sensitiveSeen: false },
    send: (values, written) => post<z.output<typeof questionReply>>(`/cases/${caseId}/questions`, values, written),
    changes: changedWith(caseId),
    check: (values) =>
      values.words.trim() === ''
        ? [{ field: 'words', title: text('questions.record-missing') }]
        : unseen(values, ['words'], 'sensitiveSeen'),
    onDone: ({ dueOn }) => {
      notice.tell({ what: text('questions.recorded', { day: format.day(dueOn) }) })
      onDone()
    },
  })
  return (
    <Form form={form} submit={text('questions.record-send')}>
      <FreeTextInput form={form} name="words" seen="sensitiveSeen" label={text('questions.record-words')} />
    </Form>
  )
}
