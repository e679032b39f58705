import type { PaymentRightsReply } from '../../../../src/modules/compensation/contract/rights.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { SelectInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useText } from './texts.ts'

const wholeAuthority = 'whole'
const orePerKrona = 100

/** Kronor as typed, '1 500 000' too, to öre; null when it is no whole amount above 0. */
function limitOre(typed: string): number | null {
  const kronor = Number(typed.replaceAll(/\s/g, ''))
  return Number.isInteger(kronor) && kronor > 0 ? kronor * orePerKrona : null
}

/** A new right: to whom, for which office, up to how much in one statement, from when. */
export function GiveRight({ known }: { known: PaymentRightsReply }) {
  const text = useText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const form = useForm({
    initial: { userId: '', officeId: '', limit: '', from: today as string, lastDay: '' },
    check: ({ userId, officeId, limit }) => [
      ...(userId === '' ? [{ field: 'userId' as const, title: text('rights.who-missing') }] : []),
      ...(officeId === '' ? [{ field: 'officeId' as const, title: text('rights.office-missing') }] : []),
      ...(limitOre(limit) === null ? [{ field: 'limit' as const, title: text('rights.limit-missing') }] : []),
    ],
    send: ({ userId, officeId, limit, from, lastDay }, written) =>
      post(
        '/payment-rights',
        {
          userId,
          officeId: officeId === wholeAuthority ? null : officeId,
          limitOre: limitOre(limit),
          from,
          ...(lastDay === '' ? {} : { lastDay }),
        },
        written,
      ),
    changes: ['/payment-rights'],
    onDone: () => notice.tell({ what: text('rights.given'), seenBy: text('rights.seen-by') }),
  })
  return (
    <Form form={form} submit={text('rights.submit')}>
      <SelectInput
        form={form}
        name="userId"
        label={text('rights.who')}
        choices={known.approvers.map(({ userId, name }) => ({ value: userId, label: name }))}
      />
      <SelectInput
        form={form}
        name="officeId"
        label={text('rights.office')}
        choices={[
          { value: wholeAuthority, label: text('rights.whole') },
          ...known.offices.map(({ officeId, name }) => ({ value: officeId, label: name })),
        ]}
      />
      <TextInput
        form={form}
        name="limit"
        label={text('rights.limit')}
        help={text('rights.limit-help')}
        inputMode="numeric"
      />
      <DayInput form={form} name="from" label={text('rights.from')} example={today} />
      <DayInput form={form} name="lastDay" label={text('rights.last-day')} example={today} optional />
    </Form>
  )
}
