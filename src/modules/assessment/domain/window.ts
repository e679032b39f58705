import { type Day, yearsBetween } from '../../../kernel/day.ts'
import type { AssessmentResult, CutPoints, Level, Window, WindowException } from '../../../rules/assessment.ts'
import type { ProgrammeCode } from '../../../rules/registration.ts'
import { type AssessmentFacts, registeredDaysOn } from './facts.ts'

export type CriterionName = 'registered-days' | 'programme' | 'age-or-programme'

/** One condition of a window with what it asks, what the person has, and whether that is enough. */
export interface Criterion {
  readonly name: CriterionName
  readonly met: boolean
  readonly because: {
    readonly code:
      | 'days-registered'
      | 'in-programme'
      | 'not-in-programme'
      | 'age-and-full-time'
      | 'nothing-asked'
      | 'waived'
    readonly has?: number | string
    readonly needs?: number | string
  }
}

/** What the tool says: the result by cut points, the level, and the window's conditions one by one. */
export interface WindowAnswer {
  readonly result: AssessmentResult
  /** Set when the result is `referable`. */
  readonly level: Level | null
  readonly criteria: readonly Criterion[]
  /** The tool says yes: the result is `referable` and every criterion is met. */
  readonly referable: boolean
}

/** The exception of the window that is used for a person, by its code. */
export type WaivedBy = readonly string[]

const fullTimePercent = 100

/** Near, referable or far by the window's cut points; a level only when referable (programme 4.2). */
export function resultOf(probability: number, cutPoints: CutPoints): { result: AssessmentResult; level: Level | null } {
  if (probability >= cutPoints.nearFrom) return { result: 'near', level: null }
  if (probability < cutPoints.farBelow) return { result: 'far', level: null }
  if (probability >= cutPoints.levelAFrom) return { result: 'referable', level: 'A' }
  return { result: 'referable', level: probability >= cutPoints.levelBFrom ? 'B' : 'C' }
}

/**
 * The window's conditions on a day; an exception waives one of them, never a cut point (programme 4.2).
 *
 * @param waivedBy codes of the window's exceptions that a caseworker has found to hold for the person
 */
export function criteriaOn(facts: AssessmentFacts, window: Window, on: Day, waivedBy: WaivedBy = []): Criterion[] {
  const used = window.exceptions.filter((exception) => waivedBy.includes(exception.code))
  return [
    waive(daysCriterion(facts, window, on), used, 'registered-days'),
    waive(programmeCriterion(facts, window), used, 'programme'),
    waive(ageCriterion(facts, window, on), used, 'age'),
  ]
}

/** The tool's whole answer for a probability, a person and the window in force on the day. */
export function windowResult(
  probability: number,
  facts: AssessmentFacts,
  law: { readonly window: Window; readonly cutPoints: CutPoints },
  on: Day,
  waivedBy: WaivedBy = [],
): WindowAnswer {
  const { result, level } = resultOf(probability, law.cutPoints)
  const criteria = criteriaOn(facts, law.window, on, waivedBy)
  return { result, level, criteria, referable: result === 'referable' && criteria.every((criterion) => criterion.met) }
}

function daysCriterion(facts: AssessmentFacts, window: Window, on: Day): Criterion {
  const needs = facts.programme === null ? window.registeredDays : window.registeredDaysInProgramme
  const has = registeredDaysOn(facts, on)
  if (needs === 0) return { name: 'registered-days', met: true, because: { code: 'nothing-asked', has } }
  return { name: 'registered-days', met: has >= needs, because: { code: 'days-registered', has, needs } }
}

function programmeCriterion(facts: AssessmentFacts, window: Window): Criterion {
  if (window.programmes === null) return { name: 'programme', met: true, because: { code: 'nothing-asked' } }
  return inProgramme('programme', facts.programme, window.programmes)
}

function ageCriterion(facts: AssessmentFacts, window: Window, on: Day): Criterion {
  const name = 'age-or-programme'
  const asked = window.adultOrProgramme
  if (asked === null) return { name, met: true, because: { code: 'nothing-asked' } }
  const programme = inProgramme(name, facts.programme, asked.programmes)
  if (programme.met) return programme
  const age = yearsBetween(facts.birthDate, on)
  const met = age >= asked.age && facts.wantedExtentPercent >= fullTimePercent
  return { name, met, because: { code: 'age-and-full-time', has: age, needs: asked.age } }
}

function inProgramme(name: CriterionName, programme: ProgrammeCode | null, asked: readonly ProgrammeCode[]): Criterion {
  const needs = asked.join(', ')
  if (programme !== null && asked.includes(programme))
    return { name, met: true, because: { code: 'in-programme', has: programme, needs } }
  return { name, met: false, because: { code: 'not-in-programme', needs } }
}

function waive(criterion: Criterion, used: readonly WindowException[], waives: WindowException['waives']): Criterion {
  const exception = used.find((one) => one.waives === waives)
  if (criterion.met || exception === undefined) return criterion
  return { ...criterion, met: true, because: { code: 'waived', has: exception.code } }
}
