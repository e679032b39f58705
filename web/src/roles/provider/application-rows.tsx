import { Button } from '@midas-ds/components/button'
import type { ApplicationForm } from '../../../../src/modules/admission/contract.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { useMunicipalities } from '../../api/reference.ts'
import { useSignedIn } from '../../api/session.ts'
import { useAdmissionText } from '../../ui/admission/texts.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { CheckInput, LongTextInput, SelectInput, TextInput } from '../../ui/fields.tsx'
import { orientationCodes } from '../../ui/orientations.ts'
import { Panel } from '../../ui/screen.tsx'
import type { SectionProps } from './application-sections.tsx'
import { emptyAddress, emptyAdviser, withoutAddress } from './application-values.ts'

const indexes = (count: number) => Array.from({ length: count }, (_, index) => index)

/** Every address with what proves it. */
export function AddressesSection(section: SectionProps & { count: number; offered: readonly string[] }) {
  const text = useAdmissionText()
  const { current, restart, count, offered } = section
  const add = () => restart({ ...current(), addresses: [...current().addresses, emptyAddress] })
  return (
    <Panel title={text('draft.addresses')}>
      {indexes(count).map((index) => (
        <fieldset key={index} className="k-stack k-outlined">
          <legend>
            <strong>{text('draft.address', { n: index + 1 })}</strong>
          </legend>
          <AddressPlace {...section} path={`addresses.${index}`} offered={offered} />
          <AddressProof {...section} path={`addresses.${index}`} />
          <div>
            <Button variant="secondary" onPress={() => restart(withoutAddress(current(), index))}>
              {text('draft.remove-address', { n: index + 1 })}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button variant="secondary" onPress={add}>
          {text('draft.add-address')}
        </Button>
      </div>
    </Panel>
  )
}

function AddressPlace({ form, path, offered }: SectionProps & { path: string; offered: readonly string[] }) {
  const text = useAdmissionText()
  const areaName = useAreaName()
  const municipalities = useMunicipalities()
  const orientationError = form.errorOf(`${path}.orientations`)
  return (
    <>
      <SelectInput
        form={form}
        name={`${path}.areaCode`}
        label={text('draft.area')}
        choices={offered.map((code) => ({ value: code, label: areaName(code) }))}
      />
      <TextInput form={form} name={`${path}.street`} label={text('draft.street')} />
      <TextInput form={form} name={`${path}.postcode`} label={text('draft.postcode')} inputMode="numeric" />
      <TextInput form={form} name={`${path}.locality`} label={text('draft.locality')} />
      <SelectInput
        form={form}
        name={`${path}.municipalityCode`}
        label={text('draft.municipality')}
        choices={municipalities.data?.items.map(({ code, name }) => ({ value: code, label: name })) ?? []}
      />
      <TextInput form={form} name={`${path}.lat`} label={text('draft.lat')} help={text('draft.point-help')} optional />
      <TextInput form={form} name={`${path}.lon`} label={text('draft.lon')} optional />
      <TextInput
        form={form}
        name={`${path}.languages`}
        label={text('draft.languages')}
        help={text('draft.languages-help')}
      />
      <details className="k-why" id={form.idOf(`${path}.orientations`)} open={orientationError !== undefined}>
        <summary>{text('draft.orientations')}</summary>
        <div className="k-why-body k-stack">
          {orientationError !== undefined && <p className="k-field-error">{orientationError}</p>}
          {orientationCodes.map((code) => (
            <CheckInput
              key={code}
              form={form}
              name={`${path}.orientations.${code}`}
              label={text(`orientation.${code}`)}
            />
          ))}
        </div>
      </details>
      <LongTextInput form={form} name={`${path}.presentation`} label={text('draft.presentation')} />
    </>
  )
}

function AddressProof({ form, path }: SectionProps & { path: string }) {
  const text = useAdmissionText()
  const { today } = useSignedIn()
  const dayField = (name: string, label: string) => (
    <DayInput form={form} name={`${path}.${name}`} label={label} example={today} />
  )
  return (
    <>
      <TextInput form={form} name={`${path}.landlord`} label={text('draft.landlord')} />
      {dayField('leaseFrom', text('draft.lease-from'))}
      <DayInput
        form={form}
        name={`${path}.leaseLastDay`}
        label={text('draft.lease-last')}
        help={text('draft.lease-open')}
        example={today}
        optional
      />
      <TextInput form={form} name={`${path}.accessibilityBy`} label={text('draft.accessible-by')} />
      {dayField('accessibilityOn', text('draft.accessible-on'))}
      <TextInput form={form} name={`${path}.declaredBy`} label={text('draft.declared-by')} />
      {dayField('declaredOn', text('draft.declared-on'))}
    </>
  )
}

/** Who is to meet participants, and where. */
export function AdvisersSection({
  form,
  current,
  restart,
  count,
  addresses,
}: SectionProps & { count: number; addresses: ApplicationForm['addresses'] }) {
  const text = useAdmissionText()
  const error = form.errorOf('advisers')
  const add = () => restart({ ...current(), advisers: [...current().advisers, emptyAdviser] })
  const remove = (gone: number) =>
    restart({ ...current(), advisers: current().advisers.filter((_, index) => index !== gone) })
  const places = indexes(addresses.length).map((index) => ({
    value: String(index),
    label: addresses[index]?.street || text('draft.address', { n: index + 1 }),
  }))
  return (
    <Panel title={text('draft.advisers')}>
      <div id={form.idOf('advisers')}>{error !== undefined && <p className="k-field-error">{error}</p>}</div>
      {indexes(count).map((index) => {
        const path = `advisers.${index}`
        return (
          <fieldset key={index} className="k-stack k-outlined">
            <legend>
              <strong>{text('draft.adviser', { n: index + 1 })}</strong>
            </legend>
            <TextInput form={form} name={`${path}.name`} label={text('draft.name')} />
            <TextInput form={form} name={`${path}.fullTimePercent`} label={text('draft.percent')} inputMode="numeric" />
            <TextInput form={form} name={`${path}.yearsOfExperience`} label={text('draft.years')} inputMode="numeric" />
            <LongTextInput form={form} name={`${path}.competence`} label={text('draft.competence')} />
            <TextInput
              form={form}
              name={`${path}.languages`}
              label={text('draft.languages')}
              help={text('draft.languages-help')}
            />
            <SelectInput form={form} name={`${path}.address`} label={text('draft.at-address')} choices={places} />
            <div>
              <Button variant="secondary" onPress={() => remove(index)}>
                {text('draft.remove-adviser', { n: index + 1 })}
              </Button>
            </div>
          </fieldset>
        )
      })}
      <div>
        <Button variant="secondary" onPress={add}>
          {text('draft.add-adviser')}
        </Button>
      </div>
    </Panel>
  )
}
