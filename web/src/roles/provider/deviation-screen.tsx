import { day } from '../../../../src/kernel/day.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { SelectInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput, useSensitiveCheck } from '../../ui/free-text-input.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'
import { ActScreen, useDone } from './act-screen.tsx'
import type { Deviation } from './answers.ts'
import { useCheck } from './check-fields.ts'
import { fillingFrom } from './filling-from.ts'
import { changedBy, paths } from './paths.ts'
import { useText } from './texts.ts'
import { typedNumber } from './typed-number.ts'

const kinds = [
  'absence',
  'refused-activity',
  'refused-job',
  'hinders-employment',
  'cannot-benefit',
  'misconduct',
] as const
const reasons = ['sick', 'child-sick', 'work', 'education', 'other-known', 'unknown'] as const

/** Something the caseworker must know. What it may lead to stands before the button. */
export function DeviationScreen() {
  const text = useText()
  return (
    <ActScreen title={text('deviation.title')} lead={text('deviation.lead')}>
      {({ caseId, name, service }) => <DeviationForm caseId={caseId} name={name} known={service.deviations} />}
    </ActScreen>
  )
}

type Props = { caseId: string; name: string; known: readonly Deviation[] }

/** What a deviation said, as the form's own fields hold it; of none, how the form begins. */
const saidIn = (one: Deviation | undefined, today: string) => ({
  kind: (one?.kind ?? 'absence') as string,
  firstDay: one?.firstDay ?? today,
  lastDay: one === undefined || one.lastDay === one.firstDay ? '' : one.lastDay,
  minutes: one?.minutes == null ? '' : String(one.minutes).replace('.', ','),
  reason: (one?.reason ?? '') as string,
  description: one?.description ?? '',
})

function DeviationForm({ caseId, name, known }: Props) {
  const text = useText()
  const say = useStepText()
  const format = useFormat()
  const { today } = useSignedIn()
  const done = useDone(caseId)
  const checked = useCheck()
  const unseen = useSensitiveCheck()
  const form = useForm({
    initial: { corrects: '', ...saidIn(undefined, today), sensitiveSeen: false },
    send: ({ corrects, kind, firstDay, lastDay, minutes, reason, description }, written) =>
      post(
        paths.deviations(caseId),
        {
          kind,
          firstDay,
          ...(lastDay === '' ? {} : { lastDay }),
          ...(kind === 'absence' && minutes.trim() !== '' ? { minutes: typedNumber(minutes) } : {}),
          ...(kind === 'absence' && reason !== '' ? { reason } : {}),
          ...(description.trim() === '' ? {} : { description }),
          ...(corrects === '' ? {} : { corrects }),
        },
        written,
      ),
    check: (values) => [
      ...checked(values, {
        firstDay: ['day', text('deviation.first-day')],
        lastDay: ['day?', text('deviation.last-day')],
        minutes: ['number?', text('deviation.minutes')],
      }),
      ...unseen(values, ['description'], 'sensitiveSeen'),
    ],
    changes: changedBy(caseId),
    onDone: () => done({ what: text('deviation.sent', { name }), seenBy: text('deviation.seen-by') }),
  })
  const isAbsence = form.values.kind === 'absence'
  const saidBy = (corrected: string) =>
    saidIn(
      known.find(({ deviationId }) => deviationId === corrected),
      today,
    )
  return (
    <Panel>
      <Form form={form} submit={text('deviation.submit')}>
        {known.length > 0 && (
          <SelectInput
            form={fillingFrom(form, saidBy, 'description')}
            name="corrects"
            label={text('deviation.corrects')}
            help={text('deviation.corrects-help')}
            optional
            choices={known.map((one) => ({
              value: one.deviationId,
              label: `${codeWords(say, 'deviation', one.kind)}, ${format.day(day(one.firstDay))}`,
            }))}
          />
        )}
        <SelectInput
          form={form}
          name="kind"
          label={text('deviation.kind')}
          choices={kinds.map((code) => ({ value: code, label: codeWords(say, 'deviation', code) }))}
        />
        <DayInput form={form} name="firstDay" label={text('deviation.first-day')} example={today} />
        <DayInput
          form={form}
          name="lastDay"
          label={text('deviation.last-day')}
          help={text('deviation.last-day-help')}
          optional
          example={today}
        />
        {isAbsence && (
          <>
            <SelectInput
              form={form}
              name="reason"
              label={text('deviation.reason')}
              help={text('deviation.reason-help')}
              choices={reasons.map((code) => ({ value: code, label: codeWords(say, 'absence', code) }))}
            />
            <TextInput
              form={form}
              name="minutes"
              label={text('deviation.minutes')}
              help={text('deviation.minutes-help')}
              inputMode="numeric"
              optional
            />
          </>
        )}
        <FreeTextInput
          form={form}
          name="description"
          seen="sensitiveSeen"
          label={text('deviation.description')}
          help={text('deviation.description-help')}
          optional={isAbsence}
        />
        <p className="k-note k-note-care">{text(isAbsence ? 'deviation.leads-absence' : 'deviation.leads-other')}</p>
      </Form>
    </Panel>
  )
}
