import { useNavigate } from '@tanstack/react-router'
import type { PayeeBody, PayeeView, ProviderInvoicesReply } from '../../../../src/modules/invoicing/contract.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { CheckInput, ChoiceInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useInvoiceText } from './invoices-texts.ts'

/** Where the provider is paid; what is known is filled in. */
export function PayeeScreen() {
  const text = useInvoiceText()
  const { data, error, refetch } = useApi<ProviderInvoicesReply>('/provider/invoices', { page: 1, limit: 1 })
  return (
    <Screen title={text('payee-title')} lead={text('payee-lead')}>
      {data === undefined && (error === null ? <Loading lines={6} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && <PayeeForm known={data.entered ?? data.payee} />}
    </Screen>
  )
}

const written = ['street', 'postcode', 'city', 'accountNumber'] as const

function PayeeForm({ known }: { known: PayeeView | null }) {
  const text = useInvoiceText()
  const notice = useNotice()
  const navigate = useNavigate()
  const labels = {
    street: text('street'),
    postcode: text('postcode'),
    city: text('city'),
    accountNumber: text('account-number'),
  }
  const form = useForm({
    initial: {
      street: known?.street ?? '',
      postcode: known?.postcode ?? '',
      city: known?.city ?? '',
      accountKind: known?.accountKind ?? 'bankgiro',
      accountNumber: known?.accountNumber ?? '',
      vatNumber: known?.vatNumber ?? '',
      fTax: known?.fTax ?? false,
      kromInvoices: known?.kromInvoices ?? false,
    },
    check: (values) =>
      written
        .filter((name) => values[name].trim() === '')
        .map((name) => ({ field: name, title: text('check-required', { label: labels[name] }) })),
    send: ({ vatNumber, accountKind, ...rest }, given) => {
      const kind: PayeeBody['accountKind'] = accountKind === 'plusgiro' ? 'plusgiro' : 'bankgiro'
      const body: PayeeBody = { ...rest, accountKind: kind, vatNumber: vatNumber.trim() === '' ? null : vatNumber }
      return post('/provider/payee', body, given)
    },
    changes: ['/provider/invoices'],
    onDone: () => {
      notice.tell({ what: text('payee-done'), seenBy: text('payee-seen') })
      void navigate({ to: '/app/provider/invoices' })
    },
  })
  return (
    <Form form={form} submit={text('payee-submit')}>
      <TextInput form={form} name="street" label={labels.street} autoComplete="street-address" />
      <TextInput form={form} name="postcode" label={labels.postcode} inputMode="numeric" autoComplete="postal-code" />
      <TextInput form={form} name="city" label={labels.city} autoComplete="address-level2" />
      <ChoiceInput
        form={form}
        name="accountKind"
        label={text('account-kind')}
        choices={[
          { value: 'bankgiro', label: text('bankgiro') },
          { value: 'plusgiro', label: text('plusgiro') },
        ]}
      />
      <TextInput
        form={form}
        name="accountNumber"
        label={labels.accountNumber}
        help={text('account-help')}
        inputMode="numeric"
      />
      <TextInput form={form} name="vatNumber" label={text('vat')} help={text('vat-help')} optional />
      <CheckInput form={form} name="fTax" label={text('f-tax')} />
      <CheckInput form={form} name="kromInvoices" label={text('krom-invoices')} help={text('krom-help')} />
    </Form>
  )
}
