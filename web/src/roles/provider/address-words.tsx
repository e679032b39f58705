import type { z } from 'zod'
import type { providerContractsReply } from '../../../../src/modules/market/contract/supply.ts'
import type { Orientation } from '../../../../src/modules/market/contract.ts'
import { post } from '../../api/client.ts'
import { nameIn, useLanguages } from '../../api/reference.ts'
import { useAdmissionText } from '../../ui/admission/texts.ts'
import { Facts } from '../../ui/facts.tsx'
import { CheckInput, LongTextInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { orientationCodes } from '../../ui/orientations.ts'
import { useForm } from '../../ui/use-form.ts'
import { languagesIn } from './application-values.ts'
import { paths } from './paths.ts'
import { useText } from './texts.ts'

type Address = z.output<typeof providerContractsReply>['items'][number]['addresses'][number]
type Ticks = { [Code in Orientation as `orientation.${Code}`]: boolean }

/** What those who choose see of an address; the coordinator can change it. */
export function AddressWords({ address, mayChange }: { address: Address; mayChange: boolean }) {
  const text = useText()
  const words = useAdmissionText()
  const languages = useLanguages()
  const { presentation, orientations } = address
  const shown = JSON.stringify([presentation, address.languages, orientations])
  return (
    <>
      <Facts
        items={[
          { label: words('draft.presentation'), value: <bdi>{presentation}</bdi> },
          {
            label: words('draft.languages'),
            value: address.languages.map((code) => nameIn(languages.data, code)).join(', '),
          },
          {
            label: words('draft.orientations'),
            value: orientations.map((code) => words(`orientation.${code}`)).join(', '),
          },
        ]}
      />
      {mayChange && languages.data !== undefined && (
        <details className="k-why">
          <summary>
            {text('contracts.words')}
            <span className="k-only-read"> {address.street}</span>
          </summary>
          <div className="k-why-body">
            <WordsForm key={shown} address={address} languages={languages.data.items} />
          </div>
        </details>
      )}
    </>
  )
}

type FormProps = { address: Address; languages: readonly { code: string; name: string }[] }

function WordsForm({ address, languages }: FormProps) {
  const text = useText()
  const words = useAdmissionText()
  const notice = useNotice()
  const ticks = Object.fromEntries(
    orientationCodes.map((code) => [`orientation.${code}`, address.orientations.includes(code)]),
  ) as Ticks
  const form = useForm({
    initial: {
      presentation: address.presentation,
      languages: address.languages.map((code) => nameIn({ items: languages }, code)).join(', '),
      ...ticks,
    },
    check: (values) => {
      const { unknown } = languagesIn(values.languages, languages)
      return unknown === null
        ? []
        : [{ field: 'languages' as const, title: words('draft.languages-unknown', { name: unknown }) }]
    },
    send: (values, written) =>
      post(
        paths.presentation(address.addressId),
        {
          presentation: values.presentation,
          languages: languagesIn(values.languages, languages).codes,
          orientations: orientationCodes.filter((code) => values[`orientation.${code}`]),
        },
        written,
      ),
    changes: [paths.contracts, '/catalogue'],
    onDone: () =>
      notice.tell({
        what: text('contracts.words-saved', { street: address.street }),
        seenBy: text('contracts.seen-by'),
      }),
  })
  return (
    <Form form={form} submit={text('contracts.words-save')}>
      <LongTextInput
        form={form}
        name="presentation"
        label={words('draft.presentation')}
        help={text('contracts.words-help')}
        optional
      />
      <TextInput
        form={form}
        name="languages"
        label={words('draft.languages')}
        help={words('draft.languages-help')}
        optional
      />
      <fieldset className="k-stack">
        <legend className="k-h3">{words('draft.orientations')}</legend>
        {orientationCodes.map((code) => (
          <CheckInput key={code} form={form} name={`orientation.${code}`} label={words(`orientation.${code}`)} />
        ))}
      </fieldset>
    </Form>
  )
}
