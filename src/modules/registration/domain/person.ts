import type { Day } from '../../../kernel/day.ts'
import type { Point } from '../../../kernel/geo.ts'
import { birthDate, type PersonNumber, parsePersonNumber, type Sex, sexOf } from '../../../kernel/person-number.ts'
import { atField, problem } from '../../../kernel/problem.ts'
import { all, fail, ok, type Result } from '../../../kernel/result.ts'
import type { BirthRegion, EducationLevel, ProgrammeCode, ProtectionGrade, Rules } from '../../../rules/index.ts'
import { parseEmail, parseName, parsePhone, parsePlaceText, parsePostcode } from './person-fields.ts'
import { isKnownOccupation, municipalitySeat } from './places.ts'

/** No protection, or one of the three grades of programme 4.1. */
export type Protection = 'none' | ProtectionGrade
export type Availability = 'yes' | 'no' | 'partly'

/** What a person tells at registration or when something is corrected; absent optional parts get the stated defaults. */
export interface PersonDetails {
  readonly identityNumber: string
  readonly givenName: string
  readonly familyName: string
  readonly street?: string | null | undefined
  readonly postcode?: string | null | undefined
  readonly locality?: string | null | undefined
  readonly municipalityCode: string
  /** The home's point when it is known; otherwise the municipality's seat stands for it, marked approximate. */
  readonly home?: Point | null | undefined
  readonly birthRegion: BirthRegion
  readonly education: EducationLevel
  readonly educationCompleted?: boolean | null | undefined
  readonly disability: boolean
  readonly disabilityCode?: string | null | undefined
  readonly programme?: ProgrammeCode | null | undefined
  /** First day of the current spell; today when absent. */
  readonly registeredFrom?: Day | undefined
  readonly registeredDays10y?: number | undefined
  /** SSYK 2012 codes of the occupations sought, any level. */
  readonly ssyk: readonly string[]
  readonly wantedExtentPercent?: number | undefined
  readonly availableHours?: number | undefined
  /** Spoken language as an ISO 639 code. */
  readonly language: string
  readonly interpreter: boolean
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly drivingLicence?: boolean | null | undefined
  readonly availability?: Availability | undefined
  readonly protection?: Protection | undefined
}

/** The facts of one version of a person (programme 4.1). `sex` and `birthDate` follow from the identity number. */
export interface PersonFacts {
  readonly identityNumber: PersonNumber
  readonly givenName: string
  readonly familyName: string
  readonly street: string | null
  readonly postcode: string | null
  readonly locality: string | null
  readonly municipalityCode: string
  readonly home: Point | null
  readonly homeApproximate: boolean
  readonly sex: Sex
  readonly birthDate: Day
  readonly birthRegion: BirthRegion
  readonly education: EducationLevel
  readonly educationCompleted: boolean | null
  readonly disability: boolean
  readonly disabilityCode: string | null
  readonly programme: ProgrammeCode | null
  readonly registeredFrom: Day
  readonly registeredDays10y: number
  readonly ssyk: readonly string[]
  readonly wantedExtentPercent: number
  readonly availableHours: number
  readonly language: string
  readonly interpreter: boolean
  readonly email: string | null
  readonly phone: string | null
  readonly drivingLicence: boolean | null
  readonly availability: Availability
  readonly protection: Protection
}

/**
 * The facts that details make on a day, or every fault at once, each at its field. Problems: those of the fields,
 * `unknown-municipality`, `unknown-occupation`, `in-the-future`, `before-birth`.
 */
export function personFacts(details: PersonDetails, today: Day, rules: Rules): Result<PersonFacts> {
  const checked = all([
    at('identityNumber', parsePersonNumber(details.identityNumber, today)),
    at('givenName', parseName(details.givenName)),
    at('familyName', parseName(details.familyName)),
    at('street', parsePlaceText(details.street)),
    at('postcode', parsePostcode(details.postcode)),
    at('locality', parsePlaceText(details.locality)),
    at('municipalityCode', knownMunicipality(details.municipalityCode)),
    at('ssyk', knownOccupations(details.ssyk)),
    at('email', parseEmail(details.email)),
    at('phone', parsePhone(details.phone)),
    at('registeredFrom', registeredBy(details.registeredFrom ?? today, today)),
  ])
  if (!checked.ok) return checked
  const [
    identityNumber,
    givenName,
    familyName,
    street,
    postcode,
    locality,
    municipalityCode,
    ssyk,
    email,
    phone,
    from,
  ] = checked.value
  const born = birthDate(identityNumber)
  if (from < born) return fail(problem('before-birth', { field: 'registeredFrom' }))
  const named = {
    identityNumber,
    givenName,
    familyName,
    street,
    postcode,
    locality,
    municipalityCode,
    ssyk,
    email,
    phone,
  }
  const derived = { sex: sexOf(identityNumber), birthDate: born, ...homeOf(details) }
  return ok({ ...named, ...derived, ...remaining(details, rules), registeredFrom: from })
}

function remaining(details: PersonDetails, rules: Rules) {
  return {
    birthRegion: details.birthRegion,
    education: details.education,
    educationCompleted: details.education === 'unknown' ? null : (details.educationCompleted ?? null),
    disability: details.disability,
    disabilityCode: details.disability ? (details.disabilityCode ?? null) : null,
    programme: details.programme ?? null,
    registeredDays10y: details.registeredDays10y ?? 0,
    wantedExtentPercent: details.wantedExtentPercent ?? 100,
    availableHours: details.availableHours ?? rules.registration.availableHoursPerWeek,
    language: details.language,
    interpreter: details.interpreter,
    drivingLicence: details.drivingLicence ?? null,
    availability: details.availability ?? ('yes' as const),
    protection: details.protection ?? ('none' as const),
  }
}

/**
 * Where the home is: the given point, otherwise the municipality's seat, marked approximate. A protected identity has no
 * coordinates at all (programme 4.1).
 */
export function homeOf(details: {
  readonly home?: Point | null | undefined
  readonly municipalityCode: string
  readonly protection?: Protection | undefined
}): { home: Point | null; homeApproximate: boolean } {
  if ((details.protection ?? 'none') !== 'none') return { home: null, homeApproximate: false }
  if (details.home) return { home: details.home, homeApproximate: false }
  return { home: municipalitySeat(details.municipalityCode), homeApproximate: true }
}

export function isProtected(protection: Protection): boolean {
  return protection !== 'none'
}

/** The names of the facts that differ, in the order of the first. */
export function changedFields(before: PersonFacts, after: PersonFacts): (keyof PersonFacts)[] {
  return (Object.keys(before) as (keyof PersonFacts)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
}

function at<T>(field: string, result: Result<T>): Result<T> {
  return result.ok ? result : fail(atField(result.problem, field))
}

function knownMunicipality(code: string): Result<string> {
  return municipalitySeat(code) === null ? fail(problem('unknown-municipality', { values: { code } })) : ok(code)
}

function knownOccupations(codes: readonly string[]): Result<readonly string[]> {
  const unknown = codes.find((code) => !isKnownOccupation(code))
  return unknown === undefined ? ok(codes) : fail(problem('unknown-occupation', { values: { code: unknown } }))
}

function registeredBy(from: Day, today: Day): Result<Day> {
  return from > today ? fail(problem('in-the-future', { values: { day: from } })) : ok(from)
}
