import type { StaffReply } from '../../../../src/modules/market/contract/staff.ts'
import { nameIn, useLanguages } from '../../api/reference.ts'
import { useStaffText } from '../../language/staff-texts.ts'
import { CheckInput, ChoiceInput, TextInput } from '../../ui/fields.tsx'
import type { FormState, FormValues, Missing } from '../../ui/use-form.ts'
import { languagesIn } from './application-values.ts'
import { typedNumber } from './typed-number.ts'

type Address = StaffReply['addresses'][number]
type Terms = Pick<StaffReply['items'][number], 'role' | 'places' | 'languages'>
type Known = NonNullable<ReturnType<typeof useLanguages>['data']>['items']

const at = (addressId: string) => `at-${addressId}`
const percentAt = (addressId: string) => `percent-${addressId}`
const wholeTime = 100

export const placeName = ({ street, locality }: Address) => `${street}, ${locality}`

/** A duty's terms as a form holds them; nothing chosen where there are none yet. */
export function termValues(addresses: readonly Address[], known: Known, terms: Terms | null): FormValues {
  const values: FormValues = {
    role: terms?.role ?? '',
    languages: (terms?.languages ?? []).map((code) => known.find((one) => one.code === code)?.name ?? code).join(', '),
  }
  for (const { addressId } of addresses) {
    const place = terms?.places.find((each) => each.addressId === addressId)
    values[at(addressId)] = place !== undefined
    values[percentAt(addressId)] = String(place?.fullTimePercent ?? wholeTime)
  }
  return values
}

/** What the form says of the terms, as the server takes it. */
export function termsIn(values: FormValues, addresses: readonly Address[], known: Known) {
  return {
    role: values.role,
    languages: languagesIn(String(values.languages), known).codes,
    places: addresses
      .filter(({ addressId }) => values[at(addressId)] === true)
      .map(({ addressId }) => ({ addressId, fullTimePercent: typedNumber(String(values[percentAt(addressId)])) })),
  }
}

/** What is missing or cannot be read in the terms. */
export function useCheckTerms(addresses: readonly Address[], known: Known) {
  const text = useStaffText()
  return (values: FormValues): Missing<FormValues>[] => {
    const { unknown } = languagesIn(String(values.languages), known)
    const shares = addresses.filter(({ addressId }) => {
      const share = typedNumber(String(values[percentAt(addressId)]))
      return values[at(addressId)] === true && (share === null || share > wholeTime)
    })
    return [
      ...(values.role === '' ? [{ field: 'role', title: text('invite.role-missing') }] : []),
      ...shares.map((address) => ({
        field: percentAt(address.addressId),
        title: text('invite.percent-wrong', { place: placeName(address) }),
      })),
      ...(unknown === null ? [] : [{ field: 'languages', title: text('invite.languages-unknown', { name: unknown }) }]),
    ]
  }
}

/** Role, addresses with the share of full time at each, and languages. */
export function TermFields({ form, addresses }: { form: FormState<FormValues>; addresses: readonly Address[] }) {
  const text = useStaffText()
  return (
    <>
      <ChoiceInput
        form={form}
        name="role"
        label={text('invite.role')}
        choices={[
          { value: 'adviser', label: text('role.adviser'), help: text('invite.adviser-help') },
          { value: 'coordinator', label: text('role.coordinator'), help: text('invite.coordinator-help') },
        ]}
      />
      {addresses.length > 0 && (
        <fieldset className="k-fieldset k-stack" id={form.idOf('places')} tabIndex={-1}>
          <legend>{text('invite.places')}</legend>
          <p className="k-quiet k-small">{text('invite.places-help')}</p>
          {addresses.map((address) => (
            <div key={address.addressId} className="k-stack">
              <CheckInput form={form} name={at(address.addressId)} label={placeName(address)} />
              {form.values[at(address.addressId)] === true && (
                <TextInput
                  form={form}
                  name={percentAt(address.addressId)}
                  label={text('invite.place-percent', { place: placeName(address) })}
                  inputMode="numeric"
                />
              )}
            </div>
          ))}
        </fieldset>
      )}
      <TextInput
        form={form}
        name="languages"
        label={text('invite.languages')}
        help={text('invite.languages-help')}
        optional
      />
    </>
  )
}

/** The languages that are known by name, and how a code is told. */
export function useKnownLanguages() {
  const { data } = useLanguages()
  return { known: data?.items ?? [], loaded: data !== undefined, nameOf: (code: string) => nameIn(data, code) }
}
