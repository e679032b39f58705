import { addMonths, type Day, isDay, yearsBetween } from '../../../kernel/day.ts'
import type { AddressAnswer, ApplicationContent, ReferenceAssignment } from './application.ts'
import type { Item, JudgedOutcome } from './judge.ts'
import type { TenderTerms } from './terms.ts'

/** What the answer is read against. */
export type AnswerFacts = {
  readonly sentOn: Day
  readonly lowestCreditRating: number
  readonly terms: Pick<TenderTerms, 'contractLastDay'>
}

/**
 * The kind of answer that an application gives to an item, coarse enough that two providers' answers can be the same:
 * the same requirement and the same kind of answer should be judged the same (equal treatment, LOV 1 kap. 2 §).
 * Codes with spaces between, parts with '; ' between: the screens word them.
 */
export function answerKind(item: Item, content: ApplicationContent, facts: AnswerFacts): string {
  const addresses = content.addresses.filter((one) => item.areaCode === null || one.areaCode === item.areaCode)
  switch (item.requirement.topic) {
    case 'organisation':
    case 'areas':
      return 'checked'
    case 'references':
      return `preparing ${referenceKind(content.references.preparing, facts)}; matching ${referenceKind(content.references.matching, facts)}`
    case 'credit':
      return creditKind(content, facts)
    case 'competence':
      return competenceKind(content)
    case 'lease':
      return each(addresses, (one) => leaseKind(one, facts))
    case 'accessibility':
      return each(addresses, (one) =>
        years(one.accessibilityOn, facts.sentOn) < 1 ? 'certified-lately' : 'certified-earlier',
      )
    case 'declaration':
      return each(addresses, () => 'declared')
  }
}

function years(day: string, on: Day): number {
  return isDay(day) && day <= on ? yearsBetween(day, on) : 0
}

function referenceKind({ from, lastDay, participants }: ReferenceAssignment, { sentOn }: AnswerFacts): string {
  const people = participants ?? 0
  const volume = people < 10 ? 'people-few' : people < 50 ? 'people-some' : 'people-many'
  const isLong = isDay(from) && addMonths(from, 12) <= (isDay(lastDay) ? lastDay : sentOn)
  const ended = isDay(lastDay) ? `ended-${Math.min(3, years(lastDay, sentOn))}` : 'going-on'
  return `${volume} ${isLong ? 'long' : 'short'} ${ended}`
}

function creditKind({ credit }: ApplicationContent, { lowestCreditRating }: AnswerFacts): string {
  return credit.remarks || (credit.rating ?? 0) < lowestCreditRating ? 'capacity-otherwise' : 'rating-enough'
}

function competenceKind({ advisers }: ApplicationContent): string {
  const least = Math.min(...advisers.map((one) => one.yearsOfExperience ?? 0))
  return least >= 3 ? 'years-3' : least >= 1 ? 'years-1' : 'years-0'
}

function leaseKind({ leaseLastDay }: AddressAnswer, { terms }: AnswerFacts): string {
  const covers = leaseLastDay === '' || (terms.contractLastDay !== null && leaseLastDay >= terms.contractLastDay)
  return covers ? 'lease-lasts' : 'lease-short'
}

/** Different kinds at different addresses are all named, in order, once each. */
function each(addresses: readonly AddressAnswer[], kindOf: (one: AddressAnswer) => string): string {
  return [...new Set(addresses.map(kindOf))].sort().join('; ')
}

/** How the same kind of answer to the same requirement was judged in other applications. */
export type Precedent = { readonly outcome: JudgedOutcome; readonly applications: number }

/** `differs`: the same answer has been judged both ways; `outcome`: what was held each time, if it was the same. */
export type EqualTreatment = {
  readonly met: number
  readonly notMet: number
  readonly differs: boolean
  readonly outcome: JudgedOutcome | null
}

export function equalTreatment(precedents: readonly Precedent[]): EqualTreatment {
  const count = (outcome: JudgedOutcome) =>
    precedents.filter((one) => one.outcome === outcome).reduce((sum, one) => sum + one.applications, 0)
  const [met, notMet] = [count('met'), count('not-met')]
  const differs = met > 0 && notMet > 0
  return { met, notMet, differs, outcome: differs || met + notMet === 0 ? null : met > 0 ? 'met' : 'not-met' }
}
