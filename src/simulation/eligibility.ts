import {
  type AssessmentFacts,
  assess,
  criteriaOn,
  inputsOn,
  model0,
  resultOf,
} from '../modules/assessment/domain/index.ts'
import { type Level, rulesOn } from '../rules/index.ts'
import type { Course } from './course.ts'

/** The level at which the person can be decided on by the course's dates, or null when the tool says no. */
export function levelFor(facts: AssessmentFacts, course: Pick<Course, 'assessedOn' | 'decidedOn'>): Level | null {
  if (facts.registeredFrom >= course.assessedOn) return null
  const { probability } = assess(inputsOn(facts, course.assessedOn), model0)
  const { level } = resultOf(probability, rulesOn(course.assessedOn).assessment.cutPoints)
  if (level === null) return null
  const window = rulesOn(course.decidedOn).assessment.window
  return criteriaOn(facts, window, course.decidedOn).every((criterion) => criterion.met) ? level : null
}
