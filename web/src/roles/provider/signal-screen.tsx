import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { ChoiceInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'
import { ActScreen, useDone } from './act-screen.tsx'
import { useCheck } from './check-fields.ts'
import { changedBy, paths } from './paths.ts'
import { useText } from './texts.ts'
import { typedNumber } from './typed-number.ts'

/** R1: work or studies have begun. */
export function SignalScreen() {
  const text = useText()
  return (
    <ActScreen title={text('signal.title')} lead={text('signal.lead')}>
      {({ caseId, name }) => <SignalForm caseId={caseId} name={name} />}
    </ActScreen>
  )
}

function SignalForm({ caseId, name }: { caseId: string; name: string }) {
  const text = useText()
  const { today } = useSignedIn()
  const done = useDone(caseId)
  const checked = useCheck()
  const form = useForm({
    initial: { kind: 'work', firstDay: '', extentPercent: '', employer: '' },
    send: ({ kind, firstDay, extentPercent, employer }, written) =>
      post(
        paths.signals(caseId),
        {
          kind,
          firstDay,
          ...(extentPercent.trim() === '' ? {} : { extentPercent: typedNumber(extentPercent) }),
          ...(employer.trim() === '' ? {} : { employer }),
        },
        written,
      ),
    check: (values) =>
      checked(values, {
        firstDay: ['day', text('outcome.first-day')],
        extentPercent: ['number?', text('outcome.extent')],
      }),
    changes: changedBy(caseId),
    onDone: () => done({ what: text('signal.sent', { name }), seenBy: text('signal.seen-by') }),
  })
  return (
    <Panel>
      <Form form={form} submit={text('signal.submit')}>
        <ChoiceInput
          form={form}
          name="kind"
          label={text('outcome.kind')}
          choices={(['work', 'studies'] as const).map((one) => ({ value: one, label: text(`outcome.${one}`) }))}
        />
        <DayInput form={form} name="firstDay" label={text('outcome.first-day')} example={today} />
        <TextInput
          form={form}
          name="extentPercent"
          label={text('outcome.extent')}
          help={text('outcome.extent-help')}
          inputMode="numeric"
          optional
        />
        <TextInput form={form} name="employer" label={text('outcome.employer')} optional />
      </Form>
    </Panel>
  )
}
