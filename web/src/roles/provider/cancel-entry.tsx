import type { CalendarItem } from '../../../../src/modules/delivery/contract/sessions.ts'
import { post } from '../../api/client.ts'
import { CheckInput, ChoiceInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useCheck } from './check-fields.ts'
import { paths } from './paths.ts'
import { useSessionText } from './sessions-texts.ts'

/** Calls off a meeting or a session: for all who are in it, or with the rest of its series. */
export function CancelEntry({ item }: { item: CalendarItem }) {
  return item.kind === 'meeting' ? <CancelMeeting item={item} /> : <CancelSession item={item} />
}

function CancelMeeting({ item }: { item: CalendarItem }) {
  const text = useSessionText()
  const notice = useNotice()
  const form = useForm({
    initial: { reason: 'cancelled', why: '' },
    send: ({ reason, why }, written) =>
      post(paths.cancelMeeting(item.key), { reason, ...(why.trim() === '' ? {} : { why }) }, written),
    changes: [paths.week, paths.caseload, '/cases'],
    onDone: () => notice.tell({ what: text('cancel.done'), seenBy: text('told') }),
  })
  return (
    <Form form={form} submit={text('cancel.submit')} danger>
      <ChoiceInput
        form={form}
        name="reason"
        label={text('cancel.reason')}
        choices={(['cancelled', 'provider-hindered'] as const).map((one) => ({
          value: one,
          label: text(`cancel.${one}`),
        }))}
      />
      <TextInput form={form} name="why" label={text('cancel.why')} optional />
    </Form>
  )
}

function CancelSession({ item }: { item: CalendarItem }) {
  const text = useSessionText()
  const notice = useNotice()
  const checked = useCheck()
  const form = useForm({
    initial: { why: '', andLater: false },
    send: (values, written) => post(paths.cancelSession(item.key), values, written),
    check: (values) => checked(values, { why: ['text', text('cancel.why')] }),
    changes: [paths.week, '/cases'],
    onDone: () => notice.tell({ what: text('cancel.done'), seenBy: text('told') }),
  })
  return (
    <Form form={form} submit={text('cancel.submit')} danger>
      {item.seriesId !== null && <CheckInput form={form} name="andLater" label={text('cancel.andLater')} />}
      <TextInput form={form} name="why" label={text('cancel.why')} help={text('move.why-help')} />
    </Form>
  )
}
