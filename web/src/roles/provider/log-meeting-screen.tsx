import { useSignedIn } from '../../api/session.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useQueued } from '../../offline/use-queued.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { ChoiceInput, SelectInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput, useSensitiveCheck } from '../../ui/free-text-input.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useCheck } from './check-fields.ts'
import { type Given, LogScreen, typedAgain, useLogged, useSubject } from './log-screen.tsx'
import { MeetingFields, type MeetingValues, meetingAt, sentMeeting, useMeetingCheck } from './meeting-fields.tsx'
import { changedBy, paths, screens } from './paths.ts'
import { useSessionText } from './sessions-texts.ts'
import { useText } from './texts.ts'
import { typedNumber } from './typed-number.ts'

type Logged = { id: string; warnings: string[] }

/** A meeting that was not planned in Krom: when it was and what came of it, in one step. */
export function LogMeetingScreen() {
  const text = useText()
  return (
    <LogScreen title={text('meeting.log-title')} lead={text('meeting.log-lead')} kind="held-meeting">
      {(given) => <LogMeetingForm {...given} />}
    </LogScreen>
  )
}

const blank = { came: 'yes', reason: '', minutesAway: '', progress: '', jobProposals: '' }
type Values = MeetingValues & typeof blank & { sensitiveSeen: boolean }

function LogMeetingForm({ caseId, name, mayWait, refused }: Given) {
  const text = useText()
  const say = useSessionText()
  const { today } = useSignedIn()
  const logged = useLogged(caseId)
  const check = useMeetingCheck()
  const checked = useCheck()
  const unseen = useSensitiveCheck()
  const warned = useWarnings()
  const queued = useQueued<Logged>({ mayWait })
  const subject = useSubject(refused)
  const form = useForm({
    initial: { ...meetingAt(today), ...blank, ...typedAgain(refused), sensitiveSeen: false } as Values,
    check: (values) => [
      ...check(values),
      ...(values.came === 'partly' ? checked(values, { minutesAway: ['number', say('attend.minutes-away')] }) : []),
      ...unseen(values, ['progress'], 'sensitiveSeen'),
    ],
    send: (values) =>
      queued.offer({
        kind: 'held-meeting',
        about: { who: name, day: values.startsAt },
        lane: caseId,
        subjects: [subject],
        screen: screens.act(caseId, 'log-meeting'),
        changes: changedBy(caseId),
        path: paths.heldMeetings(caseId),
        body: sent(values),
      }),
    onDone: (answer) =>
      logged(answer, {
        what: `${text('meeting.logged', { name })} ${answer.state === 'done' ? warned(answer.value.warnings) : ''}`.trim(),
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
        {form.values.came === 'partly' && (
          <TextInput form={form} name="minutesAway" label={say('attend.minutes-away')} inputMode="numeric" />
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

function sent(values: Values) {
  const held = values.came !== 'no'
  return {
    ...sentMeeting(values),
    came: values.came,
    tookPlace: held,
    ...(values.came === 'yes' ? {} : { reason: values.reason || null }),
    ...(values.came === 'partly' ? { minutesAway: typedNumber(values.minutesAway) } : {}),
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
