import type { z } from 'zod'
import type { ComplaintView, complaintReply } from '../../../../src/modules/oversight/contract.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { post } from '../../api/client.ts'
import { useFormat } from '../../language/use-format.ts'
import { useDialogueText } from '../../ui/dialogue/texts.ts'
import { CheckInput, ChoiceInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput, useSensitiveCheck } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Status } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { OwnCase } from './own-case.tsx'
import { useText } from './texts.ts'
import { ToldBefore } from './told-before.tsx'

/** Where one says what is wrong (programme 7, complaints). */
export function ComplainScreen() {
  const text = useText()
  return <OwnCase title={text('complain.title')}>{(person) => <Complain person={person} />}</OwnCase>
}

function Complain({ person }: { person: PersonPage }) {
  const title = useText()('complain.title')
  const text = useDialogueText()
  const path = `/cases/${person.caseId}/complaints`
  return (
    <ToldBefore<ComplaintView>
      title={title}
      lead={text('complain.lead')}
      path={path}
      before={text('complain.before')}
      none={text('complain.none')}
      idOf={(complaint) => complaint.complaintId}
      form={(onDone) => <ComplainForm path={path} onDone={onDone} />}
    >
      {(complaint) => <Complaint complaint={complaint} />}
    </ToldBefore>
  )
}

const subjects = ['provider', 'employment-service', 'other'] as const

function ComplainForm({ path, onDone }: { path: string; onDone: () => void }) {
  const text = useDialogueText()
  const format = useFormat()
  const notice = useNotice()
  const unseen = useSensitiveCheck()
  const form = useForm({
    initial: { about: 'provider', words: '', anonymous: true, sensitiveSeen: false },
    send: (values, written) => post<z.output<typeof complaintReply>>(path, values, written),
    changes: [path],
    check: (values) =>
      values.words.trim() === ''
        ? [{ field: 'words', title: text('complain.missing') }]
        : unseen(values, ['words'], 'sensitiveSeen'),
    onDone: ({ dueOn }) => {
      notice.tell({ what: text('complain.sent', { day: format.day(dueOn) }), seenBy: text('complain.sent-by') })
      onDone()
    },
  })
  return (
    <Form form={form} submit={text('complain.send')}>
      <ChoiceInput
        form={form}
        name="about"
        label={text('complain.about')}
        choices={subjects.map((value) => ({ value, label: text(`complain.about.${value}`) }))}
      />
      <FreeTextInput
        form={form}
        name="words"
        seen="sensitiveSeen"
        label={text('complain.words')}
        help={text('complain.words-help')}
      />
      {form.values.about === 'provider' && (
        <CheckInput form={form} name="anonymous" label={text('complain.anonymous')} />
      )}
    </Form>
  )
}

function Complaint({ complaint }: { complaint: ComplaintView }) {
  const text = useDialogueText()
  const format = useFormat()
  const { answer, state } = complaint
  return (
    <article className="k-stack">
      <p className="k-quiet k-small">
        {text(`complain.about.${complaint.about}`)} ·{' '}
        {text('complain.received', { day: format.day(complaint.receivedOn) })}
      </p>
      <p className="k-said" dir="auto">
        {complaint.words ?? text('talk.erased')}
      </p>
      {answer === null ? (
        <Status
          kind={state === 'overdue' ? 'late' : 'waiting'}
          label={text(state === 'overdue' ? 'complain.late' : 'complain.waits', { day: format.day(complaint.dueOn) })}
        />
      ) : (
        <>
          <Status kind="done" label={text('complain.answered', { day: format.day(answer.on) })} />
          <p className="k-said" dir="auto">
            {answer.words ?? text('talk.erased')}
          </p>
        </>
      )}
    </article>
  )
}
