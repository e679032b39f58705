import { post } from '../../api/client.ts'
import { useStepText } from '../../language/step-texts.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { CheckInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import type { LogItem } from './answers.ts'
import { useCheck } from './check-fields.ts'
import { changedBy, paths } from './paths.ts'
import { useText } from './texts.ts'
import { typedNumber } from './typed-number.ts'

type Props = { caseId: string; item: LogItem }

/** The hours of a logged activity mended, or the row taken away with a reason; the participant answers it anew. */
export function CorrectEntry({ caseId, item }: Props) {
  const text = useText()
  const say = useStepText()
  return (
    <details className="k-why">
      <summary aria-label={text('change.correct-of', { what: codeWords(say, 'activity', item.code) })}>
        {text('change.correct')}
      </summary>
      <div className="k-why-body">
        <CorrectionForm caseId={caseId} item={item} />
      </div>
    </details>
  )
}

function CorrectionForm({ caseId, item }: Props) {
  const text = useText()
  const notice = useNotice()
  const checked = useCheck()
  const form = useForm({
    initial: { hours: String(item.hours).replace('.', ','), withdrawn: false, note: '' },
    check: (values) =>
      values.withdrawn
        ? checked(values, { note: ['text', text('change.withdraw-why')] })
        : checked(values, { hours: ['number', text('activity.hours')] }),
    send: ({ hours, withdrawn, note }, written) =>
      post(paths.correction(item.id), withdrawn ? { withdrawn, note } : corrected(item, hours), written),
    changes: changedBy(caseId),
    onDone: (_, { withdrawn }) =>
      notice.tell({ what: text(withdrawn ? 'change.removed' : 'change.saved'), seenBy: text('attendance.seen-by') }),
  })
  const isWithdrawn = form.values.withdrawn
  return (
    <Form form={form} submit={text(isWithdrawn ? 'change.remove' : 'change.save')} danger={isWithdrawn}>
      {!isWithdrawn && <TextInput form={form} name="hours" label={text('activity.hours')} inputMode="decimal" known />}
      <CheckInput form={form} name="withdrawn" label={text('change.withdraw')} />
      {isWithdrawn && <TextInput form={form} name="note" label={text('change.withdraw-why')} />}
    </Form>
  )
}

/** The row as it was but for its hours. */
const corrected = ({ onDay, code, mode, withWhom, came, tookPlace, note }: LogItem, hours: string) => ({
  onDay,
  code,
  mode,
  withWhom,
  came,
  tookPlace,
  hours: typedNumber(hours),
  ...(note === null ? {} : { note }),
})
