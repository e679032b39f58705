import { addDays, type Day, type Month, maxDay } from '../../../../src/kernel/day.ts'
import type { ReportMonthView } from '../../../../src/modules/dialogue/contract.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useFormat } from '../../language/use-format.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { useTalksText } from '../../ui/dialogue/talks-texts.ts'
import { CheckInput, ChoiceInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'

const usualRespiteDays = 14

/** More time for a report, in one step: a day is already proposed. */
export function RespiteForm({ caseId, month }: { caseId: string; month: ReportMonthView }) {
  const text = useTalksText()
  const format = useFormat()
  const notice = useNotice()
  const { today } = useSignedIn()
  const form = useForm({
    initial: { until: addDays(maxDay(today, month.dueOn), usualRespiteDays) as string },
    send: (values, written) => post(`/cases/${caseId}/respites`, { month: month.month, ...values }, written),
    changes: [...changedWith(caseId), '/missed-reports'],
    onDone: (_, { until }) =>
      notice.tell({ what: text('respite.given', { day: format.day(until as Day) }), seenBy: text('respite.seen-by') }),
  })
  return (
    <Form form={form} submit={text('respite.give', { month: format.month(month.month) })}>
      <DayInput form={form} name="until" label={text('respite.until')} help={text('respite.help')} example={today} />
    </Form>
  )
}

const ways = ['telephone', 'letter', 'visit', 'provider'] as const

/** An attempt by a human to reach somebody whose report is missing. */
export function ContactForm({ caseId, month }: { caseId: string; month: Month }) {
  const text = useTalksText()
  const notice = useNotice()
  const form = useForm({
    initial: { how: '', reached: false },
    send: (values, written) => post(`/cases/${caseId}/report-contacts`, { month, ...values }, written),
    changes: [...changedWith(caseId), '/missed-reports'],
    check: ({ how }) => (how === '' ? [{ field: 'how', title: text('contact.missing') }] : []),
    onDone: () => notice.tell({ what: text('contact.saved'), seenBy: text('contact.saved-by') }),
  })
  return (
    <Form form={form} submit={text('contact.save')}>
      <ChoiceInput
        form={form}
        name="how"
        label={text('contact.how')}
        choices={ways.map((value) => ({ value, label: text(`reports.how.${value}`) }))}
      />
      <CheckInput form={form} name="reached" label={text('contact.reached')} />
    </Form>
  )
}
