import {
  type AssessmentFacts,
  chanceOn,
  criteriaOn,
  resultOf,
  type Scorer,
} from '../modules/assessment/domain/index.ts'
import { type Level, rulesOn } from '../rules/index.ts'
import type { Course } from './course.ts'

/** The level at which the person can be decided on by the course's dates, or null when the tool says no. */
export function levelFor(
  facts: AssessmentFacts,
  course: Pick<Course, 'assessedOn' | 'decidedOn'>,
  scorer: Scorer,
): Level | null {
  if (facts.registeredFrom >= course.assessedOn) return null
  const { cutPoints } = rulesOn(course.assessedOn).assessment
  const { level } = resultOf(chanceOn(facts, course.assessedOn, scorer), cutPoints)
  if (level === null) return null
  const window = rulesOn(course.decidedOn).assessment.window
  return criteriaOn(facts, window, course.decidedOn).every((criterion) => criterion.met) ? level : null
}
