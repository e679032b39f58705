import { useLanguages, useMunicipalities } from '../../api/reference.ts'
import { CheckInput, SelectInput, TextInput } from '../../ui/fields.tsx'
import type { FormState, FormValues } from '../../ui/use-form.ts'
import { useText } from './texts.ts'

export type HomeValues = { street: string; postcode: string; locality: string; municipalityCode: string }
export type ReachValues = { email: string; phone: string; language: string; interpreter: boolean }

/** The parts of a form read their own values; the rest of the form is not their concern. */
const part = <Values extends FormValues>(form: unknown) => form as FormState<Values>

type Props<Values extends FormValues> = { form: FormState<Values>; known?: boolean }

const asChoices = (names: { items: readonly { code: string; name: string }[] } | undefined) =>
  (names?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))

/** Where the person lives; the municipality decides the office and the providers near. */
export function HomeFields<Values extends HomeValues>({ form, known = false }: Props<Values>) {
  const text = useText()
  const municipalities = useMunicipalities()
  const own = part<HomeValues>(form)
  return (
    <fieldset className="k-stack">
      <legend className="k-h2">{text('register.home')}</legend>
      <TextInput
        form={own}
        name="street"
        label={text('register.street')}
        autoComplete="street-address"
        known={known}
        optional
      />
      <div className="k-pair">
        <TextInput
          form={own}
          name="postcode"
          label={text('register.postcode')}
          inputMode="numeric"
          autoComplete="postal-code"
          optional
        />
        <TextInput
          form={own}
          name="locality"
          label={text('register.locality')}
          autoComplete="address-level2"
          optional
        />
      </div>
      <SelectInput
        form={own}
        name="municipalityCode"
        label={text('register.municipality')}
        help={text('register.municipality-why')}
        choices={asChoices(municipalities.data)}
      />
    </fieldset>
  )
}

/** How the person is reached, and in which language. */
export function ReachFields<Values extends ReachValues>({ form }: Omit<Props<Values>, 'known'>) {
  const text = useText()
  const languages = useLanguages()
  const own = part<ReachValues>(form)
  return (
    <fieldset className="k-stack">
      <legend className="k-h2">{text('register.reach')}</legend>
      <TextInput
        form={own}
        name="email"
        label={text('register.email')}
        help={text('register.email-why')}
        inputMode="email"
        autoComplete="email"
        optional
      />
      <TextInput form={own} name="phone" label={text('register.phone')} inputMode="tel" autoComplete="tel" optional />
      <SelectInput form={own} name="language" label={text('register.language')} choices={asChoices(languages.data)} />
      <CheckInput form={own} name="interpreter" label={text('register.interpreter')} />
    </fieldset>
  )
}
