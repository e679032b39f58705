import { addMonths, type Day } from '../../../kernel/day.ts'
import { parseOrganisationNumber } from '../../../kernel/organisation-number.ts'
import { atField, type Problem, problem } from '../../../kernel/problem.ts'
import { language, municipality } from '../../../rules/reference/index.ts'
import { checkAddress } from '../../market/domain/index.ts'
import type {
  AddressAnswer,
  AdviserAnswer,
  ApplicationContent,
  CreditCheck,
  ReferenceAssignment,
} from './application.ts'
import { missing, pastDay, typedDay } from './fields.ts'
import { type TenderTerms, takesApplications } from './terms.ts'

/** What the check needs to know besides the application itself. */
export type CheckFacts = {
  readonly today: Day
  readonly terms: Pick<TenderTerms, 'areas' | 'applyFrom' | 'applyLastDay'>
  /** The organisation's own number, where the house knows it. */
  readonly ownNumber: string | null
  readonly referenceYears: number
  readonly lowestCreditRating: number
  readonly creditCheckMonths: number
}

/**
 * What a machine can see is wrong with an application, field by field (`references.matching.client`,
 * `addresses.0.lat`); none when it can be sent. Whether it is good enough is for people to judge.
 */
export function checkApplication(content: ApplicationContent, facts: CheckFacts): readonly Problem[] {
  return [
    ...checkTime(facts),
    ...checkNumber(content.organisationNumber, facts.ownNumber),
    ...checkAreas(content, facts),
    ...checkReference('references.preparing', content.references.preparing, facts),
    ...checkReference('references.matching', content.references.matching, facts),
    ...checkCredit(content.credit, facts),
    ...checkAdvisers(content),
    ...content.addresses.flatMap((one, index) => checkOneAddress(`addresses.${index}`, one, content, facts)),
  ]
}

function checkTime({ terms, today }: CheckFacts): Problem[] {
  if (takesApplications(terms, today)) return []
  return [problem('applications-closed', { values: { from: terms.applyFrom, lastDay: terms.applyLastDay ?? '–' } })]
}

function checkNumber(text: string, ownNumber: string | null): Problem[] {
  const field = 'organisationNumber'
  const parsed = parseOrganisationNumber(text)
  if (!parsed.ok) return [atField(parsed.problem, field)]
  const own = ownNumber === null ? null : ownNumber.replaceAll('-', '')
  return own === null || own === parsed.value ? [] : [problem('organisation-number-of-another', { field })]
}

/** A municipality's number begins with 212000 (programme 4.4: it may not provide). */
export function isMunicipalNumber(text: string): boolean {
  const parsed = parseOrganisationNumber(text)
  return parsed.ok && parsed.value.startsWith('212000')
}

function checkAreas({ areas, addresses }: ApplicationContent, { terms }: CheckFacts): Problem[] {
  const field = 'areas'
  if (areas.length === 0) return [problem('no-areas', { field })]
  const offered = new Set(terms.areas.map((one) => one.code))
  return areas.flatMap((code) => {
    if (!offered.has(code)) return [problem('area-outside-terms', { field, values: { code } })]
    if (!addresses.some((one) => one.areaCode === code))
      return [problem('area-without-address', { field, values: { code } })]
    return []
  })
}

function checkReference(path: string, reference: ReferenceAssignment, facts: CheckFacts): Problem[] {
  const { from, lastDay } = reference
  const written = missing(path, reference, ['client', 'contact', 'description'])
  const people =
    reference.participants !== null && reference.participants > 0
      ? []
      : [problem('required', { field: `${path}.participants` })]
  const began = typedDay(`${path}.from`, from)
  const ended = lastDay === '' ? null : typedDay(`${path}.lastDay`, lastDay)
  const days = [...(began.ok ? [] : [began.problem]), ...(ended === null || ended.ok ? [] : [ended.problem])]
  if (!began.ok || (ended !== null && !ended.ok)) return [...written, ...people, ...days]
  if (ended !== null && ended.value < began.value) {
    return [...written, ...people, problem('reference-ends-before', { field: `${path}.lastDay` })]
  }
  return [...written, ...people, ...checkAge(path, began.value, ended?.value ?? null, facts)]
}

function checkAge(path: string, from: Day, lastDay: Day | null, { today, referenceYears }: CheckFacts): Problem[] {
  if (from > today) return [problem('in-the-future', { field: `${path}.from` })]
  const earliest = addMonths(today, -12 * referenceYears)
  if (lastDay === null || lastDay >= earliest) return []
  return [problem('reference-too-old', { field: `${path}.lastDay`, values: { earliest } })]
}

function checkCredit(credit: CreditCheck, { today, lowestCreditRating, creditCheckMonths }: CheckFacts): Problem[] {
  const day = pastDay('credit.onDay', credit.onDay, today)
  const earliest = addMonths(today, -creditCheckMonths)
  const age =
    day.ok && day.value < earliest
      ? [problem('credit-check-too-old', { field: 'credit.onDay', values: { earliest } })]
      : []
  const { rating, remarks, otherProof } = credit
  const known = rating !== null && rating >= 0 && rating <= 100
  const rated = known ? [] : [problem('rating-not-known', { field: 'credit.rating' })]
  const weak = known && (rating < lowestCreditRating || remarks) && otherProof.trim() === ''
  const proof = weak
    ? [problem('capacity-not-shown', { field: 'credit.otherProof', values: { lowest: lowestCreditRating } })]
    : []
  return [...(day.ok ? age : [day.problem]), ...rated, ...proof]
}

function checkAdvisers({ advisers, addresses }: ApplicationContent): Problem[] {
  if (advisers.length === 0) return [problem('no-advisers', { field: 'advisers' })]
  return advisers.flatMap((one, index) => checkAdviser(`advisers.${index}`, one, addresses.length))
}

function checkAdviser(path: string, adviser: AdviserAnswer, addresses: number): Problem[] {
  const { fullTimePercent, yearsOfExperience, address } = adviser
  return [
    ...missing(path, adviser, ['name', 'competence']),
    ...(fullTimePercent !== null && fullTimePercent >= 1 && fullTimePercent <= 100
      ? []
      : [problem('share-not-percent', { field: `${path}.fullTimePercent` })]),
    ...(yearsOfExperience !== null && yearsOfExperience >= 0
      ? []
      : [problem('required', { field: `${path}.yearsOfExperience` })]),
    ...(address !== null && address >= 0 && address < addresses
      ? []
      : [problem('adviser-without-address', { field: `${path}.address` })]),
    ...unknownLanguages(path, adviser.languages),
  ]
}

function unknownLanguages(path: string, codes: readonly string[]): Problem[] {
  const unknown = codes.find((code) => language(code) === null)
  return unknown === undefined
    ? []
    : [problem('language-unknown', { field: `${path}.languages`, values: { code: unknown } })]
}

function checkOneAddress(
  path: string,
  address: AddressAnswer,
  content: ApplicationContent,
  facts: CheckFacts,
): Problem[] {
  const { today } = facts
  const postcode = /^\d{3} ?\d{2}$/.test(address.postcode.trim())
    ? []
    : [problem('postcode-format', { field: `${path}.postcode` })]
  const area = content.areas.includes(address.areaCode)
    ? []
    : [problem('address-outside-areas', { field: `${path}.areaCode` })]
  const leased = typedDay(`${path}.leaseFrom`, address.leaseFrom)
  const leasedTo = address.leaseLastDay === '' ? null : typedDay(`${path}.leaseLastDay`, address.leaseLastDay)
  const certified = pastDay(`${path}.accessibilityOn`, address.accessibilityOn, today)
  const declared = pastDay(`${path}.declaredOn`, address.declaredOn, today)
  const days = [leased, leasedTo, certified, declared].flatMap((one) => (one === null || one.ok ? [] : [one.problem]))
  const ended =
    leasedTo?.ok && leasedTo.value < today ? [problem('lease-ended', { field: `${path}.leaseLastDay` })] : []
  return [
    ...missing(path, address, ['street', 'locality', 'presentation', 'landlord', 'accessibilityBy', 'declaredBy']),
    ...postcode,
    ...area,
    ...checkPlace(path, address),
    ...days,
    ...ended,
    ...(address.orientations.length === 0 ? [problem('required', { field: `${path}.orientations` })] : []),
    ...unknownLanguages(path, address.languages),
  ]
}

function checkPlace(path: string, { municipalityCode, lat, lon }: AddressAnswer): Problem[] {
  const found = municipality(municipalityCode)
  if (found === null) {
    return [problem('unknown-municipality', { field: `${path}.municipalityCode`, values: { code: municipalityCode } })]
  }
  if (lat === null && lon === null) return []
  if (lat === null || lon === null) return [problem('required', { field: `${path}.${lat === null ? 'lat' : 'lon'}` })]
  const place = checkAddress({ lat, lon })
  return place.ok ? [] : [atField(place.problem, `${path}.lat`)]
}
