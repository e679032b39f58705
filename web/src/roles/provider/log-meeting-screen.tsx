import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useStepText } from '../../language/step-texts.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { ChoiceInput, SelectInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput, useSensitiveCheck } from '../../ui/free-text-input.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'
import { ActScreen, useDone } from './act-screen.tsx'
import { MeetingFields, meetingAt, sentMeeting, useMeetingCheck } from './meeting-fields.tsx'
import { changedBy, paths } from './paths.ts'
import { useText } from './texts.ts'
import { typedNumber } from './typed-number.ts'

type Logged = { id: string; warnings: string[] }

/** A meeting that was not planned in Krom: when it was and what came of it, in one step. */
export function LogMeetingScreen() {
  const text = useText()
  return (
    <ActScreen title={text('meeting.log-title')} lead={text('meeting.log-lead')}>
      {({ caseId, name }) => <LogMeetingForm caseId={caseId} name={name} />}
    </ActScreen>
  )
}

function LogMeetingForm({ caseId, name }: { caseId: string; name: string }) {
  const text = useText()
  const { today } = useSignedIn()
  const done = useDone(caseId)
  const check = useMeetingCheck()
  const unseen = useSensitiveCheck()
  const warned = useWarnings()
  const form = useForm({
    initial: { ...meetingAt(today), came: 'yes', reason: '', progress: '', jobProposals: '', sensitiveSeen: false },
    check: (values) => [...check(values), ...unseen(values, ['progress'], 'sensitiveSeen')],
    send: (values, written) => post<Logged>(paths.heldMeetings(caseId), sent(values), written),
    changes: changedBy(caseId),
    onDone: (answer) =>
      done({
        what: `${text('meeting.logged', { name })} ${warned(answer.warnings)}`.trim(),
        seenBy: text('attendance.seen-by'),
      }),
  })
  const reasons = useReasons()
  return (
    <Panel>
      <Form form={form} submit={text('meeting.log-submit')}>
        <MeetingFields form={form} />
        <ChoiceInput
          form={form}
          name="came"
          label={text('attendance.question', { name })}
          choices={(['yes', 'partly', 'no'] as const).map((one) => ({ value: one, label: text(`attendance.${one}`) }))}
        />
        {form.values.came !== 'yes' && (
          <SelectInput
            form={form}
            name="reason"
            label={text(form.values.came === 'no' ? 'attendance.why-not' : 'attendance.why-partly')}
            choices={reasons}
          />
        )}
        {form.values.came !== 'no' && (
          <>
            <FreeTextInput
              form={form}
              name="progress"
              seen="sensitiveSeen"
              label={text('meeting.progress')}
              help={text('meeting.progress-help')}
              optional
            />
            <TextInput
              form={form}
              name="jobProposals"
              label={text('meeting.job-proposals')}
              inputMode="numeric"
              optional
            />
          </>
        )}
      </Form>
    </Panel>
  )
}

type Values = ReturnType<typeof meetingAt> & { came: string; reason: string; progress: string; jobProposals: string }

function sent(values: Values) {
  const held = values.came !== 'no'
  return {
    ...sentMeeting(values),
    came: values.came,
    tookPlace: held,
    ...(values.came === 'yes' ? {} : { reason: values.reason || null }),
    ...(held && values.progress.trim() !== '' ? { progress: values.progress } : {}),
    ...(held && values.jobProposals.trim() !== '' ? { jobProposals: typedNumber(values.jobProposals) } : {}),
  }
}

/** Why somebody was away, or why we did not hold it. */
export function useReasons() {
  const text = useText()
  const say = useStepText()
  return [
    ...(['sick', 'child-sick', 'work', 'education', 'other-known', 'unknown'] as const).map((code) => ({
      value: code,
      label: codeWords(say, 'absence', code),
    })),
    ...(['provider-hindered', 'cancelled'] as const).map((code) => ({ value: code, label: text(`not-held.${code}`) })),
  ]
}

/** What is worth knowing about something that was saved all the same. */
export function useWarnings(): (codes: readonly string[]) => string {
  const text = useText()
  return (codes) =>
    codes
      .map((code) => `warning.${code}`)
      .map((key) => (text.knows(key) ? text(key) : ''))
      .join(' ')
      .trim()
}
