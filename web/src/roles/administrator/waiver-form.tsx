import { post } from '../../api/client.ts'
import { useDeliveryAreas } from '../../api/delivery-areas.ts'
import { useSignedIn } from '../../api/session.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { SelectInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useWaiverText } from './waiver-texts.ts'

const rules = ['telephone-meeting', 'no-physical-meeting'] as const

/** A new waiver: which rule, where, from when to when, on which decision. */
export function WaiverForm({ onDone }: { onDone: () => void }) {
  const text = useWaiverText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const areas = useDeliveryAreas()
  const form = useForm({
    initial: { rule: rules[0] as string, areaCode: '', firstDay: today as string, lastDay: '', decision: '' },
    send: ({ areaCode, ...values }, written) =>
      post('/waivers', { ...values, areaCode: areaCode === '' ? null : areaCode }, written),
    changes: ['/waivers'],
    onDone: () => {
      notice.tell({ what: text('new.done'), seenBy: text('seen-by') })
      onDone()
    },
  })
  return (
    <Form form={form} submit={text('new.submit')}>
      <SelectInput
        form={form}
        name="rule"
        label={text('new.rule')}
        choices={rules.map((rule) => ({ value: rule, label: text(`rule.${rule}`) }))}
      />
      <SelectInput
        form={form}
        name="areaCode"
        label={text('new.area')}
        help={text('new.area-help')}
        optional
        choices={(areas.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
      <DayInput form={form} name="firstDay" label={text('new.first-day')} example={today} />
      <DayInput form={form} name="lastDay" label={text('new.last-day')} example={today} />
      <TextInput form={form} name="decision" label={text('new.decision')} help={text('new.decision-help')} />
    </Form>
  )
}
