import type { Day } from '../../../../src/kernel/day.ts'
import type { SignalBody } from '../../../../src/modules/outcomes/contract.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { ChoiceInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { useText } from './texts.ts'

/** R1: the person tells that work or studies begin; nothing is paid on it (programme 4.6). */
export function SignalForm({ caseId }: { caseId: string }) {
  const text = useText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const form = useForm({
    initial: { kind: 'work', firstDay: '', extentPercent: '100', employer: '' },
    send: ({ kind, firstDay, extentPercent, employer }, written) => {
      const body: SignalBody = {
        kind: kind === 'studies' ? 'studies' : 'work',
        firstDay: firstDay as Day,
        extentPercent: Number(extentPercent),
        ...(employer.trim() === '' ? {} : { employer }),
      }
      return post(`/cases/${caseId}/signals`, body, written)
    },
    changes: changedWith(caseId),
    onDone: () => notice.tell({ what: text('signal.done'), seenBy: text('signal.seen-by') }),
  })
  return (
    <Form form={form} submit={text('signal.effect')}>
      <ChoiceInput
        form={form}
        name="kind"
        label={text('signal.kind')}
        choices={[
          { value: 'work', label: text('claim.kind.work') },
          { value: 'studies', label: text('claim.kind.studies') },
        ]}
      />
      <DayInput form={form} name="firstDay" label={text('signal.first-day')} example={today} />
      <TextInput form={form} name="extentPercent" label={text('signal.extent')} inputMode="numeric" />
      <TextInput form={form} name="employer" label={text('signal.employer')} optional />
    </Form>
  )
}
