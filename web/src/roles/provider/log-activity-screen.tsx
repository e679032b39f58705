import { useSignedIn } from '../../api/session.ts'
import { useQueued } from '../../offline/use-queued.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { CheckInput, ChoiceInput, SelectInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput, useSensitiveCheck } from '../../ui/free-text-input.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useActivityLaw } from './activity-law.ts'
import type { DeliveryReply } from './answers.ts'
import { useCheck } from './check-fields.ts'
import { useReasons, useWarnings } from './log-meeting-screen.tsx'
import { type Given, LogScreen, typedAgain, useLogged, useSubject } from './log-screen.tsx'
import { changedBy, paths, screens } from './paths.ts'
import { useSessionText } from './sessions-texts.ts'
import { useText } from './texts.ts'
import { typedNumber } from './typed-number.ts'

type Logged = { id: string; warnings: string[] }

/** Something done besides the meetings: what, how long, with whom. The month's report is made of these. */
export function LogActivityScreen() {
  const text = useText()
  return (
    <LogScreen title={text('activity.title')} lead={text('activity.lead')} kind="activity">
      {(given) => <LogActivityForm {...given} />}
    </LogScreen>
  )
}

const companies = ['adviser', 'provider-staff', 'other-actor', 'own'] as const
const blank = {
  code: '',
  hours: '',
  mode: 'physical',
  withWhom: 'provider-staff',
  came: 'yes',
  reason: '',
  minutesAway: '',
  languageSupport: false,
  jobProposals: '',
  note: '',
}
type Values = typeof blank & { onDay: string; sensitiveSeen: boolean }

function LogActivityForm({ caseId, name, mayWait, service, refused }: Given) {
  const text = useText()
  const say = useSessionText()
  const { today } = useSignedIn()
  const logged = useLogged(caseId)
  const checked = useCheck()
  const unseen = useSensitiveCheck()
  const warned = useWarnings()
  const reasons = useReasons()
  const choices = useActivityChoices(service)
  const { nameOf } = useActivityLaw()
  const queued = useQueued<Logged>({ mayWait })
  const subject = useSubject(refused)
  const form = useForm({
    initial: { onDay: today as string, ...blank, ...typedAgain(refused), sensitiveSeen: false } as Values,
    send: (values) =>
      queued.offer({
        kind: 'activity',
        about: { who: name, day: values.onDay, what: nameOf(values.code) },
        lane: caseId,
        subjects: [subject],
        screen: screens.act(caseId, 'log-activity'),
        changes: changedBy(caseId),
        path: paths.activities(caseId),
        body: sent(values),
      }),
    check: (values) => [
      ...checked(values, {
        onDay: ['day', text('activity.day')],
        code: ['text', text('activity.code')],
        hours: ['number', text('activity.hours')],
        jobProposals: ['number?', text('meeting.job-proposals')],
        ...(values.came === 'partly' ? { minutesAway: ['number', say('attend.minutes-away')] as const } : {}),
      }),
      ...unseen(values, ['note'], 'sensitiveSeen'),
    ],
    onDone: (answer) =>
      logged(answer, {
        what: `${text('activity.saved', { name })} ${answer.state === 'done' ? warned(answer.value.warnings) : ''}`.trim(),
        seenBy: text('attendance.seen-by'),
      }),
  })
  return (
    <Panel>
      <Form form={form} submit={text('activity.submit')}>
        <DayInput form={form} name="onDay" label={text('activity.day')} example={today} />
        <SelectInput
          form={form}
          name="code"
          label={text('activity.code')}
          help={text('activity.code-help')}
          choices={choices}
        />
        <TextInput
          form={form}
          name="hours"
          label={text('activity.hours')}
          help={text('activity.hours-help')}
          inputMode="decimal"
        />
        <ChoiceInput
          form={form}
          name="mode"
          label={text('plan.mode')}
          choices={(['physical', 'remote'] as const).map((one) => ({ value: one, label: text(`mode.${one}`) }))}
        />
        <ChoiceInput
          form={form}
          name="withWhom"
          label={text('activity.with-whom')}
          choices={companies.map((one) => ({ value: one, label: text(`company.${one}`) }))}
        />
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
        <CheckInput form={form} name="languageSupport" label={text('activity.language-support')} />
        <TextInput form={form} name="jobProposals" label={text('meeting.job-proposals')} inputMode="numeric" optional />
        <FreeTextInput form={form} name="note" seen="sensitiveSeen" label={text('activity.note')} optional />
      </Form>
    </Panel>
  )
}

const sent = ({ hours, came, reason, minutesAway, jobProposals, note, sensitiveSeen: _, ...rest }: Values) => ({
  ...rest,
  came,
  tookPlace: came !== 'no',
  hours: typedNumber(hours),
  ...(came === 'yes' ? {} : { reason: reason || null }),
  ...(came === 'partly' ? { minutesAway: typedNumber(minutesAway) } : {}),
  ...(jobProposals.trim() === '' ? {} : { jobProposals: typedNumber(jobProposals) }),
  ...(note.trim() === '' ? {} : { note }),
})

/** What the plan holds first, marked; the other allowed activities after. */
function useActivityChoices(service: DeliveryReply | undefined) {
  const text = useText()
  const { allowed } = useActivityLaw()
  const planned = new Set(service?.plans.find((plan) => plan.current)?.activities.map((activity) => activity.code))
  const inPlan = allowed.filter((one) => planned.has(one.code))
  const others = allowed.filter((one) => !planned.has(one.code))
  return [
    ...inPlan.map((one) => ({ value: one.code, label: text('activity.planned', { name: one.name }) })),
    ...others.map((one) => ({ value: one.code, label: one.name })),
  ]
}
