import type { ApplicationForm } from '../../../../src/modules/admission/contract.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { useSignedIn } from '../../api/session.ts'
import { useAdmissionText } from '../../ui/admission/texts.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { CheckInput, LongTextInput, TextInput } from '../../ui/fields.tsx'
import { Panel } from '../../ui/screen.tsx'
import type { FormState } from '../../ui/use-form.ts'
import type { ApplicationValues } from './application-values.ts'

/** What every part of the draft is given. */
export type SectionProps = {
  form: FormState<ApplicationValues>
  current: () => ApplicationForm
  restart: (content: ApplicationForm) => void
}

export function OrganisationSection({ form }: SectionProps) {
  const text = useAdmissionText()
  return (
    <Panel title={text('draft.organisation')}>
      <TextInput
        form={form}
        name="organisationNumber"
        label={text('draft.number')}
        help={text('draft.number-help')}
        inputMode="numeric"
      />
    </Panel>
  )
}

export function AreasSection({ form, offered }: SectionProps & { offered: readonly string[] }) {
  const text = useAdmissionText()
  const areaName = useAreaName()
  const error = form.errorOf('areas')
  return (
    <Panel title={text('draft.areas')}>
      <fieldset className="k-stack" id={form.idOf('areas')}>
        <legend className="k-quiet">{text('draft.areas-help')}</legend>
        {error !== undefined && <p className="k-field-error">{error}</p>}
        {offered.map((code) => (
          <CheckInput key={code} form={form} name={`areas.${code}`} label={areaName(code)} />
        ))}
      </fieldset>
    </Panel>
  )
}

export function ReferenceSection({ form, kind }: SectionProps & { kind: 'preparing' | 'matching' }) {
  const text = useAdmissionText()
  const { today } = useSignedIn()
  const path = `references.${kind}`
  return (
    <Panel title={text(`draft.${kind}`)}>
      <TextInput form={form} name={`${path}.client`} label={text('draft.client')} />
      <DayInput form={form} name={`${path}.from`} label={text('draft.from')} example={today} />
      <DayInput
        form={form}
        name={`${path}.lastDay`}
        label={text('draft.last-day')}
        help={text('draft.still')}
        example={today}
        optional
      />
      <TextInput form={form} name={`${path}.participants`} label={text('draft.participants')} inputMode="numeric" />
      <TextInput form={form} name={`${path}.contact`} label={text('draft.contact')} help={text('draft.contact-help')} />
      <LongTextInput form={form} name={`${path}.description`} label={text('draft.description')} />
    </Panel>
  )
}

export function CreditSection({ form }: SectionProps) {
  const text = useAdmissionText()
  const { today } = useSignedIn()
  return (
    <Panel title={text('draft.credit')}>
      <DayInput form={form} name="credit.onDay" label={text('draft.credit-day')} example={today} />
      <TextInput
        form={form}
        name="credit.rating"
        label={text('draft.rating')}
        help={text('draft.rating-help')}
        inputMode="numeric"
      />
      <CheckInput form={form} name="credit.remarks" label={text('draft.remarks')} />
      <LongTextInput
        form={form}
        name="credit.otherProof"
        label={text('draft.proof')}
        help={text('draft.proof-help')}
        optional
      />
    </Panel>
  )
}
