import type { Day } from '../../../kernel/day.ts'
import { parseInclusive } from '../../../kernel/period.ts'
import { type Problem, problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { PriceModel } from '../../../rules/index.ts'

/** What a requirement is about; the application answers each topic in one place. */
export type Topic =
  | 'organisation'
  | 'areas'
  | 'references'
  | 'credit'
  | 'competence'
  | 'lease'
  | 'accessibility'
  | 'declaration'

/** A dated demand of the tender terms. */
export type Requirement = {
  /** Stable over versions, so that the same requirement can be compared between applications. */
  readonly code: string
  readonly topic: Topic
  /** `machine`: the check decides it alone. `judged`: two people do. */
  readonly kind: 'machine' | 'judged'
  readonly sv: string
  readonly en: string
  readonly evidenceSv: string
  readonly evidenceEn: string
  /** It is asked of applications sent from this day up to and with the last; null while it lasts. */
  readonly from: Day
  readonly lastDay: Day | null
}

/** A delivery area that the terms offer, with the price model that its contracts carry. */
export type TermsArea = { readonly code: string; readonly priceModel: PriceModel }

/** What a provider must meet, where, and on which terms (förfrågningsunderlag); never changed once it is published. */
export type TenderTerms = {
  readonly titleSv: string
  readonly titleEn: string
  readonly requirements: readonly Requirement[]
  readonly areas: readonly TermsArea[]
  /** Applications are taken from this day up to and with the last; null = until further notice. */
  readonly applyFrom: Day
  readonly applyLastDay: Day | null
  /** The days of a contract that comes of it; it begins on the day of the decision when that is later. */
  readonly contractFrom: Day
  readonly contractLastDay: Day | null
  /** How a decision can be appealed, in the authority's own words. */
  readonly appealSv: string
  readonly appealEn: string
}

/**
 * Whether the terms hold together. Problems: `no-requirements`, `no-areas`, `requirement-twice`, `area-twice`,
 * `end-before-start`; several at once as `several-problems`.
 */
export function checkTerms(terms: TenderTerms): Result<TenderTerms> {
  const { requirements, areas } = terms
  const twice = (codes: readonly string[]) => codes.find((one, index) => codes.indexOf(one) !== index)
  const requirementTwice = twice(requirements.map((one) => one.code))
  const areaTwice = twice(areas.map((one) => one.code))
  const problems: Problem[] = [
    ...(requirements.length === 0 ? [problem('no-requirements', { field: 'requirements' })] : []),
    ...(areas.length === 0 ? [problem('no-areas', { field: 'areas' })] : []),
    ...(requirementTwice === undefined
      ? []
      : [problem('requirement-twice', { field: 'requirements', values: { code: requirementTwice } })]),
    ...(areaTwice === undefined ? [] : [problem('area-twice', { field: 'areas', values: { code: areaTwice } })]),
    ...endsBeforeItBegins('applyLastDay', terms.applyFrom, terms.applyLastDay),
    ...endsBeforeItBegins('contractLastDay', terms.contractFrom, terms.contractLastDay),
  ]
  const [first] = problems
  if (first === undefined) return ok(terms)
  return fail(problems.length === 1 ? first : problem('several-problems', { problems }))
}

function endsBeforeItBegins(field: string, from: Day, lastDay: Day | null): Problem[] {
  const period = parseInclusive(from, lastDay)
  return period.ok ? [] : [{ ...period.problem, field }]
}

/** The requirements that an application sent on the day must meet. */
export function requirementsOn(terms: TenderTerms, on: Day): readonly Requirement[] {
  return terms.requirements.filter((one) => one.from <= on && (one.lastDay === null || on <= one.lastDay))
}

/** Whether an application may be sent on the day. */
export function takesApplications(terms: Pick<TenderTerms, 'applyFrom' | 'applyLastDay'>, on: Day): boolean {
  return terms.applyFrom <= on && (terms.applyLastDay === null || on <= terms.applyLastDay)
}

const byArea: readonly Topic[] = ['lease', 'accessibility', 'declaration']

/** Whether the requirement is met address by address, and so judged for each area on its own. */
export function isPerArea(requirement: Pick<Requirement, 'topic'>): boolean {
  return byArea.includes(requirement.topic)
}
