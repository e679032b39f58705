import { useMemo } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type { InterruptionBody, InterruptionReply } from '../../../../src/modules/decision/contract.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { ChoiceInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import type { DecideProps } from './decide-panel.tsx'
import { interruptionCauses } from './decision-codes.ts'
import { LetterPreview } from './letter-preview.tsx'
import { useText } from './texts.ts'
import { useBasedOn } from './use-based-on.ts'

/** The service ends early: last day, coded cause, the letter, and a task to plan the next step (programme 4.3). */
export function InterruptForm({ answer, desk, onSeeNew }: DecideProps) {
  const text = useText()
  const words = useStepText()
  const format = useFormat()
  const notice = useNotice()
  const { today } = useSignedIn()
  const { caseId, person } = answer
  const form = useForm({
    initial: { lastDay: today as string, cause: '', reason: '' },
    send: ({ lastDay, cause, reason }, written) => {
      const body = { basedOn: based.basedOn, lastDay, cause, ...(reason === '' ? {} : { reason }) } as InterruptionBody
      return based.sent(post<InterruptionReply>(`/cases/${caseId}/interruptions`, body, written))
    },
    changes: changedWith(caseId),
    onDone: ({ nextStepBy }) =>
      notice.tell({
        what: text('interrupt.done', { day: format.day(nextStepBy as Day) }),
        seenBy: text('interrupt.seen-by', { name: person.name }),
      }),
    check: ({ cause }) => (cause === '' ? [{ field: 'cause', title: text('interrupt.cause-missing') }] : []),
  })
  const based = useBasedOn(desk.version, form.values.cause !== '' || form.values.reason !== '')
  const { reason, cause, lastDay } = form.values
  const asked = useMemo(
    () => ({ kind: 'interruption', reason, cause, lastDay: lastDay.slice(0, 10) }),
    [reason, cause, lastDay],
  )
  return (
    <>
      <ChangedMeanwhile form={form} answer={answer} based={based} onSeeNew={onSeeNew} />
      <Form form={form} submit={text('interrupt.effect')} danger>
        <DayInput form={form} name="lastDay" label={text('interrupt.last-day')} example={today} />
        <ChoiceInput
          form={form}
          name="cause"
          label={text('interrupt.cause')}
          choices={interruptionCauses.map((code) => ({ value: code, label: codeWords(words, 'interruption', code) }))}
        />
        <FreeTextInput
          form={form}
          name="reason"
          label={text('interrupt.reason')}
          help={text('interrupt.reason-help')}
          optional={form.values.cause !== 'other'}
        />
      </Form>
      <LetterPreview caseId={caseId} asked={asked} />
    </>
  )
}
