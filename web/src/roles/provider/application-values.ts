import type { ApplicationForm } from '../../../../src/modules/admission/contract.ts'
import type { FormValue } from '../../ui/use-form.ts'
import { typedNumber } from './typed-number.ts'

/** The application as a form holds it: one value a field, named by its path, so that each fault finds its field. */
export type ApplicationValues = Record<string, FormValue>

type Languages = readonly { readonly code: string; readonly name: string }[]
type Adviser = ApplicationForm['advisers'][number]
type Address = ApplicationForm['addresses'][number]

const referenceTexts = ['client', 'from', 'lastDay', 'contact', 'description'] as const
const addressTexts = [
  'areaCode',
  'street',
  'postcode',
  'locality',
  'municipalityCode',
  'presentation',
  'landlord',
  'leaseFrom',
  'leaseLastDay',
  'accessibilityBy',
  'accessibilityOn',
  'declaredBy',
  'declaredOn',
] as const
const kinds = ['preparing', 'matching'] as const

const shown = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','))

/** The fields of what is written so far. */
export function valuesOf(content: ApplicationForm, languages: Languages): ApplicationValues {
  const values: ApplicationValues = { organisationNumber: content.organisationNumber }
  for (const code of content.areas) values[`areas.${code}`] = true
  for (const kind of kinds) {
    const reference = content.references[kind]
    for (const name of referenceTexts) values[`references.${kind}.${name}`] = reference[name]
    values[`references.${kind}.participants`] = shown(reference.participants)
  }
  const { credit } = content
  values['credit.onDay'] = credit.onDay
  values['credit.rating'] = shown(credit.rating)
  values['credit.remarks'] = credit.remarks
  values['credit.otherProof'] = credit.otherProof
  for (const [index, one] of content.advisers.entries()) {
    const path = `advisers.${index}`
    values[`${path}.name`] = one.name
    values[`${path}.competence`] = one.competence
    values[`${path}.fullTimePercent`] = shown(one.fullTimePercent)
    values[`${path}.yearsOfExperience`] = shown(one.yearsOfExperience)
    values[`${path}.address`] = shown(one.address)
    values[`${path}.languages`] = namesOf(one.languages, languages)
  }
  for (const [index, one] of content.addresses.entries()) {
    const path = `addresses.${index}`
    for (const name of addressTexts) values[`${path}.${name}`] = one[name]
    values[`${path}.lat`] = shown(one.lat)
    values[`${path}.lon`] = shown(one.lon)
    values[`${path}.languages`] = namesOf(one.languages, languages)
    for (const code of one.orientations) values[`${path}.orientations.${code}`] = true
  }
  return values
}

function namesOf(codes: readonly string[], languages: Languages): string {
  return codes.map((code) => languages.find((one) => one.code === code)?.name ?? code).join(', ')
}

/** Codes of the languages that are typed with commas between, by name or code; `unknown` is the first that is neither. */
export function languagesIn(typed: string, languages: Languages): { codes: string[]; unknown: string | null } {
  const names = typed
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const codes = names.map((name) => {
    const sought = name.toLocaleLowerCase('sv')
    return languages.find((one) => one.code === sought || one.name.toLocaleLowerCase('sv') === sought)?.code
  })
  const missing = codes.indexOf(undefined)
  return {
    codes: codes.filter((one): one is string => one !== undefined),
    unknown: missing < 0 ? null : (names[missing] ?? null),
  }
}

/** How many addresses and advisers the form has. */
export type Rows = { readonly addresses: number; readonly advisers: number }

export const rowsOf = ({ addresses, advisers }: ApplicationForm): Rows => ({
  addresses: addresses.length,
  advisers: advisers.length,
})

/** Whether both would be saved the same; the server's own order of names does not count. */
export function isSame(one: ApplicationForm, other: ApplicationForm, languages: Languages): boolean {
  const tidy = (content: ApplicationForm) =>
    JSON.stringify(contentOf(valuesOf(content, languages), rowsOf(content), languages))
  return tidy(one) === tidy(other)
}

/** What the fields say, as it is saved. */
export function contentOf(values: ApplicationValues, rows: Rows, languages: Languages): ApplicationForm {
  const text = (name: string): string => String(values[name] ?? '')
  const number = (name: string): number | null => typedNumber(text(name))
  const whole = (name: string): number | null => {
    const value = number(name)
    return value !== null && Number.isInteger(value) ? value : null
  }
  const ticked = (path: string): string[] =>
    Object.keys(values)
      .filter((name) => name.startsWith(`${path}.`) && values[name] === true)
      .map((name) => name.slice(path.length + 1))
  const reference = (kind: (typeof kinds)[number]) => ({
    client: text(`references.${kind}.client`),
    from: text(`references.${kind}.from`),
    lastDay: text(`references.${kind}.lastDay`),
    participants: whole(`references.${kind}.participants`),
    contact: text(`references.${kind}.contact`),
    description: text(`references.${kind}.description`),
  })
  const adviser = (path: string): Adviser => ({
    name: text(`${path}.name`),
    fullTimePercent: whole(`${path}.fullTimePercent`),
    yearsOfExperience: whole(`${path}.yearsOfExperience`),
    competence: text(`${path}.competence`),
    languages: languagesIn(text(`${path}.languages`), languages).codes,
    address: whole(`${path}.address`),
  })
  const address = (path: string): Address => ({
    ...(Object.fromEntries(addressTexts.map((name) => [name, text(`${path}.${name}`)])) as Pick<
      Address,
      (typeof addressTexts)[number]
    >),
    lat: number(`${path}.lat`),
    lon: number(`${path}.lon`),
    languages: languagesIn(text(`${path}.languages`), languages).codes,
    orientations: ticked(`${path}.orientations`) as Address['orientations'],
  })
  const each = <Row>(path: string, count: number, make: (path: string) => Row) =>
    Array.from({ length: count }, (_, index) => make(`${path}.${index}`))
  return {
    organisationNumber: text('organisationNumber'),
    areas: ticked('areas'),
    references: { preparing: reference('preparing'), matching: reference('matching') },
    credit: {
      onDay: text('credit.onDay'),
      rating: whole('credit.rating'),
      remarks: values['credit.remarks'] === true,
      otherProof: text('credit.otherProof'),
    },
    advisers: each('advisers', rows.advisers, adviser),
    addresses: each('addresses', rows.addresses, address),
  }
}

export const emptyAddress: Address = {
  areaCode: '',
  street: '',
  postcode: '',
  locality: '',
  municipalityCode: '',
  lat: null,
  lon: null,
  languages: [],
  orientations: [],
  presentation: '',
  landlord: '',
  leaseFrom: '',
  leaseLastDay: '',
  accessibilityBy: '',
  accessibilityOn: '',
  declaredBy: '',
  declaredOn: '',
}

export const emptyAdviser: Adviser = {
  name: '',
  fullTimePercent: null,
  yearsOfExperience: null,
  competence: '',
  languages: [],
  address: null,
}

/** Without one address; advisers who worked there have to be given another. */
export function withoutAddress(content: ApplicationForm, gone: number): ApplicationForm {
  const moved = (address: number | null): number | null => {
    if (address === null || address === gone) return null
    return address > gone ? address - 1 : address
  }
  return {
    ...content,
    addresses: content.addresses.filter((_, index) => index !== gone),
    advisers: content.advisers.map((one) => ({ ...one, address: moved(one.address) })),
  }
}
