import type { AdviserLoadsReply } from '../../../../src/modules/delivery/contract/move-caseload.ts'
import type { AdvisersReply } from '../../../../src/modules/market/contract/supply.ts'
import { post } from '../../api/client.ts'
import { nameIn, useLanguages } from '../../api/reference.ts'
import { useApi } from '../../api/use-api.ts'
import { useAdmissionText } from '../../ui/admission/texts.ts'
import { SelectInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { languagesIn } from './application-values.ts'
import { paths } from './paths.ts'
import { typedNumber } from './typed-number.ts'

type Adviser = AdvisersReply['addresses'][number]['advisers'][number]
const path = '/provider/advisers'

/** The share of full time, the languages and whose account it is; what was is kept as it was. */
export function ChangeAdviser({ addressId, adviser }: { addressId: string; adviser: Adviser }) {
  const text = useAdmissionText()
  const notice = useNotice()
  const known = useLanguages()
  const languages = known.data?.items ?? []
  const { data: staff } = useApi<AdviserLoadsReply>(paths.adviserLoads)
  const { name, orientations, adviserId: replaces } = adviser
  const spoken = adviser.languages.map((code) => nameIn(known.data, code)).join(', ')
  const form = useForm({
    initial: {
      fullTimePercent: String(adviser.fullTimePercent),
      languages: spoken,
      userId: adviser.userId ?? '',
    },
    check: (values) => {
      const { unknown } = languagesIn(values.languages, languages)
      const label = text('draft.percent')
      return [
        ...(typedNumber(values.fullTimePercent) === null
          ? [{ field: 'fullTimePercent' as const, title: text('draft.not-a-number', { label }) }]
          : []),
        ...(unknown === null
          ? []
          : [{ field: 'languages' as const, title: text('draft.languages-unknown', { name: unknown }) }]),
      ]
    },
    send: (values, written) =>
      post(
        path,
        {
          addressId,
          name,
          orientations,
          replaces,
          fullTimePercent: typedNumber(values.fullTimePercent),
          languages: languagesIn(values.languages, languages).codes,
          ...(values.userId === '' ? {} : { userId: values.userId }),
        },
        written,
      ),
    changes: [path, paths.adviserLoads],
    onDone: () => notice.tell({ what: text('advisers.changed', { name }), seenBy: text('advisers.seen-by') }),
  })
  const accounts = staff?.items.filter((one) => one.onDuty) ?? []
  return (
    <Form form={form} submit={text('advisers.change-submit')}>
      <TextInput form={form} name="fullTimePercent" label={text('draft.percent')} inputMode="numeric" known />
      <TextInput
        form={form}
        name="languages"
        label={text('draft.languages')}
        help={text('draft.languages-help')}
        optional
        known
      />
      <SelectInput
        form={form}
        name="userId"
        label={text('advisers.account')}
        help={text('advisers.account-help')}
        choices={accounts.map((one) => ({ value: one.adviserId, label: one.name }))}
        optional
      />
    </Form>
  )
}
