import { type Named, useLanguages, useMunicipalities } from '../../api/reference.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { CheckInput, type Choice, SelectInput, TextInput } from '../../ui/fields.tsx'
import type { FormState } from '../../ui/use-form.ts'
import type { DetailValues } from './person-details.ts'
import { useText } from './texts.ts'

type Props = { form: FormState<DetailValues>; today: string; known?: boolean }

const asChoices = (names: { items: readonly Named[] } | undefined): Choice[] =>
  (names?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))

/** Every fact about a person, in the order a talk goes. */
export function PersonFields(props: Props) {
  return (
    <>
      <WhoFields {...props} />
      <WhereFields {...props} />
      <WorkFields {...props} />
      <NeedFields {...props} />
    </>
  )
}

function WhoFields({ form, known = false }: Props) {
  const text = useText()
  return (
    <fieldset className="k-stack k-fields">
      <legend>{text('person.who')}</legend>
      <TextInput
        form={form}
        name="identityNumber"
        label={text('person.identityNumber')}
        help={text('person.identityNumber-help')}
        inputMode="numeric"
        known={known}
      />
      <TextInput form={form} name="givenName" label={text('person.givenName')} known={known} />
      <TextInput form={form} name="familyName" label={text('person.familyName')} known={known} />
      <SelectInput
        form={form}
        name="birthRegion"
        label={text('person.birthRegion')}
        help={text('person.for-assessment')}
        choices={(['sweden', 'nordic', 'europe', 'world'] as const).map((code) => ({
          value: code,
          label: text(`person.birthRegion.${code}`),
        }))}
      />
    </fieldset>
  )
}

function WhereFields({ form }: Props) {
  const text = useText()
  const municipalities = useMunicipalities()
  return (
    <fieldset className="k-stack k-fields">
      <legend>{text('person.where')}</legend>
      <TextInput form={form} name="street" label={text('person.street')} optional />
      <TextInput form={form} name="postcode" label={text('person.postcode')} inputMode="numeric" optional />
      <TextInput form={form} name="locality" label={text('person.locality')} optional />
      <SelectInput
        form={form}
        name="municipalityCode"
        label={text('person.municipalityCode')}
        help={text('person.municipalityCode-help')}
        choices={asChoices(municipalities.data)}
      />
      <TextInput form={form} name="phone" label={text('person.phone')} inputMode="tel" optional />
      <TextInput form={form} name="email" label={text('person.email')} inputMode="email" optional />
      <SelectInput
        form={form}
        name="protection"
        label={text('person.protection')}
        help={text('person.protection-help')}
        choices={(['none', 'secrecy-mark', 'protected-registration', 'fictitious-identity'] as const).map((code) => ({
          value: code,
          label: text(`person.protection.${code}`),
        }))}
      />
    </fieldset>
  )
}

function WorkFields({ form, today }: Props) {
  const text = useText()
  return (
    <fieldset className="k-stack k-fields">
      <legend>{text('person.work')}</legend>
      <SelectInput
        form={form}
        name="education"
        label={text('person.education')}
        help={text('person.for-assessment')}
        choices={(['compulsory', 'upper-secondary', 'post-secondary', 'unknown'] as const).map((code) => ({
          value: code,
          label: text(`person.education.${code}`),
        }))}
      />
      <CheckInput form={form} name="educationCompleted" label={text('person.educationCompleted')} />
      <TextInput form={form} name="ssyk" label={text('person.ssyk')} help={text('person.ssyk-help')} optional />
      <TextInput
        form={form}
        name="wantedExtentPercent"
        label={text('person.wantedExtentPercent')}
        inputMode="numeric"
      />
      <TextInput
        form={form}
        name="availableHours"
        label={text('person.availableHours')}
        help={text('person.availableHours-help')}
        inputMode="numeric"
      />
      <SelectInput
        form={form}
        name="availability"
        label={text('person.availability')}
        choices={(['yes', 'partly', 'no'] as const).map((code) => ({
          value: code,
          label: text(`talk.available.${code}`),
        }))}
      />
      <SelectInput
        form={form}
        name="programme"
        label={text('person.programme')}
        optional
        choices={(['JOB', 'UGA', 'ETP'] as const).map((code) => ({
          value: code,
          label: text(`person.programme.${code}`),
        }))}
      />
      <DayInput
        form={form}
        name="registeredFrom"
        label={text('person.registeredFrom')}
        help={text('person.registeredFrom-help')}
        example={today}
        optional
      />
      <CheckInput form={form} name="drivingLicence" label={text('person.drivingLicence')} />
    </fieldset>
  )
}

function NeedFields({ form }: Props) {
  const text = useText()
  const languages = useLanguages()
  return (
    <fieldset className="k-stack k-fields">
      <legend>{text('person.needs')}</legend>
      <SelectInput
        form={form}
        name="language"
        label={text('person.language')}
        help={text('person.language-help')}
        choices={asChoices(languages.data)}
      />
      <CheckInput form={form} name="interpreter" label={text('person.interpreter')} />
      <CheckInput
        form={form}
        name="disability"
        label={text('person.disability')}
        help={text('person.disability-help')}
      />
      {form.values.disability && (
        <TextInput form={form} name="disabilityCode" label={text('person.disabilityCode')} optional />
      )}
    </fieldset>
  )
}
