import { type Day, daysBetween } from '../../../kernel/day.ts'
import type { BirthRegion, EducationLevel, ProgrammeCode } from '../../../rules/registration.ts'

/** What is known about a person and used by the assessment: the inputs before anything is computed from them. */
export interface AssessmentFacts {
  readonly sex: 'female' | 'male'
  readonly birthDate: Day
  readonly education: EducationLevel
  /** `null` when it is not known; then it counts as completed. */
  readonly educationCompleted: boolean | null
  readonly birthRegion: BirthRegion
  /** A code of the employment service says that a disability reduces work ability. Sensitive. */
  readonly disability: boolean
  readonly programme: ProgrammeCode | null
  /** First day of the current spell; breaks of at most 30 days do not start a new one (programme 4.1). */
  readonly registeredFrom: Day
  /** Days registered during the ten years before the current spell was recorded, the spell included. */
  readonly registeredDaysTenYears: number
  /** Sought occupations (SSYK 2012, one to four digits), the most wanted first. */
  readonly ssyk: readonly string[]
  readonly wantedExtentPercent: number
  readonly municipalityCode: string
  /** SKR's municipality group, `A1` … `C9`. */
  readonly municipalityGroup: string
}

/** Calendar days from the first day of the spell to the day before the assessment (programme 4.1); never under 0. */
export function registeredDaysOn(facts: Pick<AssessmentFacts, 'registeredFrom'>, on: Day): number {
  return Math.max(0, daysBetween(facts.registeredFrom, on))
}

/** Names of the facts that differ; days that only pass are not among them (programme 4.2: re-profiling). */
export function changedFacts(before: AssessmentFacts, now: AssessmentFacts): (keyof AssessmentFacts)[] {
  return factNames.filter((name) => String(before[name]) !== String(now[name]))
}

const factNames = [
  'sex',
  'birthDate',
  'education',
  'educationCompleted',
  'birthRegion',
  'disability',
  'programme',
  'registeredFrom',
  'registeredDaysTenYears',
  'ssyk',
  'wantedExtentPercent',
  'municipalityCode',
  'municipalityGroup',
] as const satisfies readonly (keyof AssessmentFacts)[]
