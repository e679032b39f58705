import type { z } from 'zod'
import type { Day } from '../../../../src/kernel/day.ts'
import type { QuestionView, questionReply } from '../../../../src/modules/dialogue/contract.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { post } from '../../api/client.ts'
import { useFormat } from '../../language/use-format.ts'
import { useDialogueText } from '../../ui/dialogue/texts.ts'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput, useSensitiveCheck } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Status } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { OwnCase } from './own-case.tsx'
import { useText } from './texts.ts'
import { ToldBefore } from './told-before.tsx'

/** A question straight to the employment service, answered within three working days (programme 4.5). */
export function AskScreen() {
  const text = useText()
  return <OwnCase title={text('ask.title')}>{(person) => <Ask person={person} />}</OwnCase>
}

function Ask({ person }: { person: PersonPage }) {
  const title = useText()('ask.title')
  const text = useDialogueText()
  const path = `/cases/${person.caseId}/questions`
  return (
    <ToldBefore<QuestionView>
      title={title}
      lead={text('ask.lead')}
      path={path}
      before={text('ask.before')}
      none={text('ask.none')}
      idOf={(question) => question.questionId}
      form={(onDone) => <AskForm path={path} onDone={onDone} />}
    >
      {(question) => <Question question={question} />}
    </ToldBefore>
  )
}

function AskForm({ path, onDone }: { path: string; onDone: () => void }) {
  const text = useDialogueText()
  const format = useFormat()
  const notice = useNotice()
  const unseen = useSensitiveCheck()
  const form = useForm({
    initial: { words: '', sensitiveSeen: false },
    send: (values, written) => post<z.output<typeof questionReply>>(path, values, written),
    changes: [path],
    check: (values) =>
      values.words.trim() === ''
        ? [{ field: 'words', title: text('ask.missing') }]
        : unseen(values, ['words'], 'sensitiveSeen'),
    onDone: ({ dueOn }) => {
      notice.tell({ what: text('ask.sent', { day: format.dayWithWeekday(dueOn) }), seenBy: text('ask.sent-by') })
      onDone()
    },
  })
  return (
    <Form form={form} submit={text('ask.send')}>
      <FreeTextInput form={form} name="words" seen="sensitiveSeen" label={text('ask.words')} />
    </Form>
  )
}

function Question({ question }: { question: QuestionView }) {
  const text = useDialogueText()
  const format = useFormat()
  const { answer, state } = question
  const day = (on: Day) => format.day(on)
  return (
    <article className="k-stack">
      <p className="k-quiet k-small">
        {text(question.toldBy === 'staff' ? 'ask.told' : 'ask.asked', { day: day(question.askedOn) })}
      </p>
      <p className="k-said" dir="auto">
        {question.words ?? text('talk.erased')}
      </p>
      {answer === null ? (
        <Status
          kind={state === 'overdue' ? 'late' : 'waiting'}
          label={text(state === 'overdue' ? 'ask.late' : 'ask.waits', { day: day(question.dueOn) })}
        />
      ) : (
        <>
          <Status kind="done" label={text('ask.answered', { day: day(answer.on) })} />
          <p className="k-said" dir="auto">
            {answer.words ?? text('talk.erased')}
          </p>
          {answer.byName !== null && (
            <p className="k-quiet k-small">{text.rich('ask.by', { name: <bdi>{answer.byName}</bdi> })}</p>
          )}
        </>
      )}
    </article>
  )
}
