import { type Instant, timeOf } from '../../../../src/kernel/instant.ts'
import type { CalendarItem } from '../../../../src/modules/delivery/contract/sessions.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { ChoiceInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useCheck } from './check-fields.ts'
import { startOf } from './meeting-fields.tsx'
import { paths } from './paths.ts'
import { SessionTimes, useMovedTime } from './session-times.tsx'
import { areQuarters } from './session-values.ts'
import { useSessionText } from './sessions-texts.ts'
import { typedNumber } from './typed-number.ts'

/** Moves a session for all who are in it, with why; what stood is kept. */
export function MoveSession({ item }: { item: CalendarItem }) {
  const text = useSessionText()
  const notice = useNotice()
  const checked = useCheck()
  const { today } = useSignedIn()
  const form = useForm({
    initial: {
      startsAt: item.onDay as string,
      time: timeOf(item.startsAt as Instant),
      minutes: String(item.minutes),
      mode: item.mode as string,
      place: item.place ?? '',
      why: '',
    },
    send: ({ startsAt, time, minutes, place, ...rest }, written) =>
      post(
        paths.moveSession(item.key),
        { ...rest, place: place.trim(), startsAt: startOf({ startsAt, time }), minutes: typedNumber(minutes) },
        written,
      ),
    check: (values) => [
      ...checked(values, {
        startsAt: ['day', text('move.day')],
        time: ['text', text('plan.time')],
        why: ['text', text('move.why')],
      }),
      ...(areQuarters(values.minutes) ? [] : [{ field: 'minutes' as const, title: text('plan.minutes-wrong') }]),
      ...(startOf(values) === null ? [{ field: 'time' as const, title: text('plan.time-wrong') }] : []),
    ],
    changes: [paths.week, '/cases'],
    onDone: () => notice.tell({ what: text('move.done'), seenBy: text('told') }),
  })
  const times = useMovedTime(item, form.values)
  const nameOf = (caseId: string) => item.participants.find((one) => one.caseId === caseId)?.name ?? ''
  return (
    <Form form={form} submit={text('move.submit', { n: item.participants.length })}>
      <DayInput form={form} name="startsAt" label={text('move.day')} example={today} />
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
        choices={(['physical', 'video', 'telephone'] as const).map((one) => ({
          value: one,
          label: text(`mode.${one}`),
        }))}
      />
      <TextInput form={form} name="place" label={text('plan.place')} optional />
      <TextInput form={form} name="why" label={text('move.why')} help={text('move.why-help')} />
      <SessionTimes times={times} nameOf={nameOf} />
    </Form>
  )
}
