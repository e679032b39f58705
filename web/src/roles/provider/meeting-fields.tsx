import { parseDay } from '../../../../src/kernel/day.ts'
import { atTime, type Instant } from '../../../../src/kernel/instant.ts'
import { useSignedIn } from '../../api/session.ts'
import { useStepText } from '../../language/step-texts.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { ChoiceInput, TextInput } from '../../ui/fields.tsx'
import type { FormState, Missing } from '../../ui/use-form.ts'
import { useText } from './texts.ts'
import { typedNumber } from './typed-number.ts'

export type MeetingValues = {
  /** The day; the problem about the start finds it by this name. */ startsAt: string
  time: string
  minutes: string
  mode: string
  place: string
}

export const meetingAt = (startsAt: string): MeetingValues => ({
  startsAt,
  time: '',
  minutes: '30',
  mode: 'physical',
  place: '',
})

/** When, how long and how: the same fields for a meeting to come and one that was held. */
export function MeetingFields<Values extends MeetingValues & Record<string, string | boolean>>({
  form,
}: {
  form: FormState<Values>
}) {
  const text = useText()
  const say = useStepText()
  const { today } = useSignedIn()
  // The fields are the same whatever else the form holds.
  const own = form as unknown as FormState<MeetingValues>
  const modes = (['physical', 'video', 'telephone'] as const).map((mode) => ({
    value: mode,
    label: codeWords(say, 'mode', mode),
    ...(mode === 'telephone' ? { help: text('meeting.telephone-help') } : {}),
  }))
  return (
    <>
      <DayInput form={own} name="startsAt" label={text('meeting.day')} example={today} />
      <TextInput
        form={own}
        name="time"
        label={text('meeting.time')}
        help={text('meeting.time-help')}
        inputMode="numeric"
      />
      <TextInput
        form={own}
        name="minutes"
        label={text('meeting.minutes')}
        help={text('meeting.minutes-help')}
        inputMode="numeric"
      />
      <ChoiceInput form={own} name="mode" label={text('meeting.mode')} choices={modes} />
      <TextInput form={own} name="place" label={text('meeting.place')} optional />
    </>
  )
}

/** The start as a moment in Swedish time, or null while day or time cannot be read. */
export function startOf({ startsAt, time }: Pick<MeetingValues, 'startsAt' | 'time'>): Instant | null {
  const parsed = parseDay(startsAt)
  const written = /^(\d{1,2})[.:](\d{2})$/.exec(time.trim())
  if (!parsed.ok || written === null) return null
  const clock = `${(written[1] ?? '').padStart(2, '0')}:${written[2]}`
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(clock) ? atTime(parsed.value, clock) : null
}

/** What must be mended before a meeting is sent. */
export function useMeetingCheck(): (values: MeetingValues) => Missing<MeetingValues>[] {
  const text = useText()
  return (values) => {
    const found: Missing<MeetingValues>[] = []
    if (!parseDay(values.startsAt).ok) found.push({ field: 'startsAt', title: text('meeting.day-missing') })
    else if (startOf(values) === null) found.push({ field: 'time', title: text('meeting.time-missing') })
    if (typedNumber(values.minutes) === null) found.push({ field: 'minutes', title: text('meeting.minutes-missing') })
    return found
  }
}

export const sentMeeting = (values: MeetingValues) => ({
  startsAt: startOf(values),
  minutes: typedNumber(values.minutes),
  mode: values.mode,
  ...(values.place.trim() === '' ? {} : { place: values.place.trim() }),
})
