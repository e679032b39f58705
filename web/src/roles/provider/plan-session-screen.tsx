import { Link, useNavigate } from '@tanstack/react-router'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { ChoiceInput, SelectInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { type FormState, useForm } from '../../ui/use-form.ts'
import { useActivityLaw } from './activity-law.ts'
import { useCheck } from './check-fields.ts'
import { startOf } from './meeting-fields.tsx'
import { useOwnParticipants } from './own-participants.ts'
import { paths, screens } from './paths.ts'
import { nameAmong, PickParticipants } from './pick-participants.tsx'
import { SessionTimes, useSessionTimes } from './session-times.tsx'
import { areQuarters, type SessionValues } from './session-values.ts'
import { useSessionText } from './sessions-texts.ts'
import { typedNumber } from './typed-number.ts'

const blank: Omit<SessionValues, 'startsAt' | 'until'> = {
  caseIds: [],
  code: '',
  time: '',
  minutes: '60',
  mode: 'physical',
  place: '',
  repeat: 'once',
  holidays: 'skip',
}

/** An activity to come: once or in a series, for one participant or a group; what it meets is shown before it is booked. */
export function PlanSessionScreen() {
  const text = useSessionText()
  const { today } = useSignedIn()
  const notice = useNotice()
  const navigate = useNavigate()
  const check = useSessionCheck()
  const among = useOwnParticipants()
  const form = useForm<SessionValues, { sessions: unknown[] }>({
    initial: { ...blank, startsAt: today, until: today },
    check,
    send: (values, written) => post(paths.sessions, sentSession(values), written),
    changes: [paths.week, '/cases'],
    onDone: ({ sessions }) => {
      notice.tell({ what: text('plan.done', { n: sessions.length }), seenBy: text('told') })
      void navigate({ to: screens.calendar })
    },
  })
  const times = useSessionTimes(form.values)
  const { own } = among
  const n = times.filter((time) => !time.skipped).length
  return (
    <Screen
      title={text('plan.title')}
      lead={text('plan.lead')}
      action={<Link to={screens.calendar}>{text('plan.back')}</Link>}
    >
      <Panel>
        <Form form={form} submit={text('plan.submit', { n: Math.max(n, 1) })}>
          <PickParticipants form={form} among={among} own={own} label={text('plan.who')} />
          <SessionFields form={form} />
          <SessionTimes times={times} nameOf={nameAmong(own)} />
        </Form>
      </Panel>
    </Screen>
  )
}

const sentSession = ({ repeat, until, holidays, startsAt, time, minutes, place, ...rest }: SessionValues) => ({
  ...rest,
  startsAt: startOf({ startsAt, time }),
  minutes: typedNumber(minutes),
  ...(place.trim() === '' ? {} : { place: place.trim() }),
  ...(repeat === 'once' ? {} : { repeat: { everyWeeks: Number(repeat), until, holidays } }),
})

function useSessionCheck() {
  const text = useSessionText()
  const checked = useCheck()
  return (values: SessionValues) => [
    ...(values.caseIds.length === 0 ? [{ field: 'caseIds' as const, title: text('plan.who-missing') }] : []),
    ...checked(values, {
      code: ['text', text('plan.code')],
      startsAt: ['day', text('plan.day')],
      time: ['text', text('plan.time')],
      ...(values.repeat === 'once' ? {} : { until: ['day', text('plan.until')] as const }),
    }),
    ...(values.time.trim() !== '' && startOf(values) === null
      ? [{ field: 'time' as const, title: text('plan.time-wrong') }]
      : []),
    ...(areQuarters(values.minutes) ? [] : [{ field: 'minutes' as const, title: text('plan.minutes-wrong') }]),
  ]
}

function SessionFields({ form }: { form: FormState<SessionValues> }) {
  const text = useSessionText()
  const { today } = useSignedIn()
  const { allowed } = useActivityLaw()
  const choice = <Key extends string>(prefix: string, keys: readonly Key[]) =>
    keys.map((value) => ({ value, label: text(`${prefix}.${value}` as Parameters<typeof text>[0]) }))
  return (
    <>
      <SelectInput
        form={form}
        name="code"
        label={text('plan.code')}
        choices={allowed.map((one) => ({ value: one.code, label: one.name }))}
      />
      <DayInput form={form} name="startsAt" label={text('plan.day')} example={today} />
      <TextInput form={form} name="time" label={text('plan.time')} help={text('plan.time-help')} inputMode="numeric" />
      <TextInput
        form={form}
        name="minutes"
        label={text('plan.minutes')}
        help={text('plan.minutes-help')}
        inputMode="numeric"
      />
      <ChoiceInput
        form={form}
        name="mode"
        label={text('plan.mode')}
        choices={choice('mode', ['physical', 'video', 'telephone'])}
      />
      <TextInput form={form} name="place" label={text('plan.place')} optional />
      <ChoiceInput
        form={form}
        name="repeat"
        label={text('plan.repeat')}
        choices={choice('repeat', ['once', '1', '2'])}
      />
      {form.values.repeat !== 'once' && (
        <>
          <DayInput form={form} name="until" label={text('plan.until')} example={today} />
          <ChoiceInput
            form={form}
            name="holidays"
            label={text('plan.holidays')}
            choices={choice('holidays', ['skip', 'keep'])}
          />
        </>
      )}
    </>
  )
}
