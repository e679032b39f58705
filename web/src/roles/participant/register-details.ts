import type { RegisterBody } from '../../../../src/modules/registration/contract.ts'
import { post } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import type { Language } from '../../language/language.ts'
import type { ParticipantText } from './texts.ts'

export type RegisterValues = {
  givenName: string
  familyName: string
  street: string
  postcode: string
  locality: string
  municipalityCode: string
  email: string
  phone: string
  language: string
  interpreter: boolean
  birthRegion: string
  education: string
  educationCompleted: boolean
  disability: string
  occupation: string
  extent: string
  drivingLicence: boolean
}

/** What is known already: the name from the sign-in, the language of the page. */
export function firstDetails(name: string, language: Language): RegisterValues {
  const [givenName = '', ...family] = name.trim().split(/\s+/)
  return {
    givenName,
    familyName: family.join(' '),
    street: '',
    postcode: '',
    locality: '',
    municipalityCode: '',
    email: '',
    phone: '',
    language: language === 'sv-x-latt' ? 'sv' : language,
    interpreter: false,
    birthRegion: '',
    education: '',
    educationCompleted: false,
    disability: '',
    occupation: '',
    extent: '100',
    drivingLicence: false,
  }
}

/** What must be answered before anything is sent, by the name that the form calls it. */
export const requiredFields: readonly { field: keyof RegisterValues; label: ParticipantText }[] = [
  { field: 'givenName', label: 'register.given-name' },
  { field: 'familyName', label: 'register.family-name' },
  { field: 'municipalityCode', label: 'register.municipality' },
  { field: 'language', label: 'register.language' },
  { field: 'birthRegion', label: 'register.birth-region' },
  { field: 'education', label: 'register.education' },
  { field: 'disability', label: 'register.disability' },
  { field: 'extent', label: 'register.extent' },
]

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

/** The body of the registration: the identity number is left to the sign-in, the notice about profiling to its own page. */
export function registerBodyOf(values: RegisterValues): RegisterBody {
  const { street, postcode, locality, email, phone, disability, occupation, extent, ...others } = values
  return {
    channel: 'digital',
    details: {
      ...others,
      birthRegion: others.birthRegion as RegisterBody['details']['birthRegion'],
      education: others.education as RegisterBody['details']['education'],
      street: orNull(street),
      postcode: orNull(postcode),
      locality: orNull(locality),
      email: orNull(email),
      phone: orNull(phone),
      disability: disability === 'yes',
      ssyk: occupation === '' ? [] : [occupation],
      wantedExtentPercent: Number(extent),
    },
  }
}

/** Sends it; a problem's path in the body becomes the name of the form's field. */
export async function registerOneself(values: RegisterValues, written: { key: string }): Promise<{ caseId: string }> {
  try {
    return await post<{ caseId: string }>('/registrations', registerBodyOf(values), written)
  } catch (problem) {
    throw problem instanceof ApiProblem ? atFields(problem) : problem
  }
}

const formName = (path: string): string => {
  const name = path.replace(/^details\./, '')
  return name === 'wantedExtentPercent' ? 'extent' : name === 'ssyk' ? 'occupation' : name
}

/** The same problem, naming the form's own fields. */
export function atFields(problem: ApiProblem): ApiProblem {
  const { field, problems, ...body } = problem.body
  return new ApiProblem({
    ...body,
    ...(field === undefined ? {} : { field: formName(field) }),
    ...(problems === undefined
      ? {}
      : { problems: problems.map((one) => (one.field === undefined ? one : { ...one, field: formName(one.field) })) }),
  })
}
