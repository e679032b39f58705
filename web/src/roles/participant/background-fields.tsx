import { CheckInput, ChoiceInput, SelectInput } from '../../ui/fields.tsx'
import type { FormState } from '../../ui/use-form.ts'
import type { RegisterValues } from './register-details.ts'
import { type ParticipantText, useText } from './texts.ts'

type Props = { form: FormState<RegisterValues> }

/** What the assessment weighs and nobody else has told us. */
export function BackgroundFields({ form }: Props) {
  const text = useText()
  const choices = (kind: string, codes: readonly string[]) =>
    codes.map((code) => ({ value: code, label: text(`${kind}.${code}` as ParticipantText) }))
  return (
    <fieldset className="k-stack">
      <legend className="k-h2">{text('register.you')}</legend>
      <p className="k-quiet">{text('register.you-why')}</p>
      <ChoiceInput
        form={form}
        name="birthRegion"
        label={text('register.birth-region')}
        choices={choices('birth-region', ['sweden', 'nordic', 'europe', 'world'])}
      />
      <ChoiceInput
        form={form}
        name="education"
        label={text('register.education')}
        help={text('register.education-why')}
        choices={choices('education', ['compulsory', 'upper-secondary', 'post-secondary', 'unknown'])}
      />
      {form.values.education !== '' && form.values.education !== 'unknown' && (
        <CheckInput form={form} name="educationCompleted" label={text('register.completed')} />
      )}
      <ChoiceInput
        form={form}
        name="disability"
        label={text('register.disability')}
        help={text('register.disability-why')}
        choices={[
          { value: 'no', label: text('no') },
          { value: 'yes', label: text('yes') },
        ]}
      />
    </fieldset>
  )
}

const groups = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
const extents = ['100', '75', '50', '25'] as const

/** The work sought: the kind, how much, and whether one drives. */
export function WorkFields({ form }: Props) {
  const text = useText()
  return (
    <fieldset className="k-stack">
      <legend className="k-h2">{text('register.work')}</legend>
      <SelectInput
        form={form}
        name="occupation"
        label={text('register.occupation')}
        optional
        choices={groups.map((one) => ({ value: one, label: text(`occupation.${one}`) }))}
      />
      <SelectInput
        form={form}
        name="extent"
        label={text('register.extent')}
        choices={extents.map((one) => ({ value: one, label: text(`extent.${one}`) }))}
      />
      <CheckInput form={form} name="drivingLicence" label={text('register.licence')} />
    </fieldset>
  )
}
