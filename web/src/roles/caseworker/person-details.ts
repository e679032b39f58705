import type { z } from 'zod'
import type { PersonPage, personDetails } from '../../../../src/modules/registration/contract.ts'
import { ApiProblem } from '../../api/problem.ts'

export type Details = z.input<typeof personDetails>

/** The form's fields: what is typed, by the name of the fact. */
export const emptyDetails = {
  identityNumber: '',
  givenName: '',
  familyName: '',
  street: '',
  postcode: '',
  locality: '',
  municipalityCode: '',
  birthRegion: '',
  education: '',
  educationCompleted: false,
  disability: false,
  disabilityCode: '',
  programme: '',
  registeredFrom: '',
  ssyk: '',
  wantedExtentPercent: '100',
  availableHours: '40',
  language: 'sv',
  interpreter: false,
  email: '',
  phone: '',
  drivingLicence: false,
  availability: 'yes',
  protection: 'none',
}
export type DetailValues = typeof emptyDetails

/** What is known, as a form holds it. */
export function detailsOf(person: PersonPage): DetailValues {
  const known: Record<string, unknown> = { ...person, ssyk: person.ssyk.join(', ') }
  const filled = Object.entries(emptyDetails).map(([name, empty]) => {
    const value = known[name]
    if (typeof empty === 'boolean') return [name, value === true]
    return [name, value === null || value === undefined ? '' : String(value)]
  })
  return Object.fromEntries(filled) as DetailValues
}

const numbers: ReadonlySet<string> = new Set(['wantedExtentPercent', 'availableHours'])

/** The facts as they are sent; what is left empty is sent as none. */
export function sentDetails(values: Partial<DetailValues>): Partial<Details> {
  const sent = Object.entries(values).map(([name, value]) => {
    if (name === 'ssyk') return [name, codesIn(String(value))]
    if (typeof value === 'boolean') return [name, value]
    if (value.trim() === '') return [name, name === 'registeredFrom' ? undefined : null]
    return [name, numbers.has(name) ? Number(value) : value.trim()]
  })
  return Object.fromEntries(sent)
}

/** Only what has changed, so that nobody else's correction is undone. */
export function changedDetails(values: DetailValues, known: DetailValues): Partial<Details> {
  const names = Object.keys(known) as (keyof DetailValues)[]
  return sentDetails(
    Object.fromEntries(names.filter((name) => values[name] !== known[name]).map((name) => [name, values[name]])),
  )
}

const codesIn = (text: string): string[] => text.split(/[\s,;]+/).filter((code) => code !== '')

/** The API names a fact `details.givenName` or `givenName`; the form's fields have the short name. */
export async function withShortFields<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    const { field, problems, ...body } = error.body
    throw new ApiProblem({
      ...body,
      ...(field === undefined ? {} : { field: shortName(field) }),
      ...(problems === undefined
        ? {}
        : {
            problems: problems.map((one) => (one.field === undefined ? one : { ...one, field: shortName(one.field) })),
          }),
    })
  }
}

const shortName = (field: string): string => field.replace(/^(?:details|changes)\./, '').replace(/\.\d+$/, '')
