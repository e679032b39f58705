import { type Day, daysBetween, yearsBetween } from '../../../kernel/day.ts'
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

export type AgeGroup = '16-24' | '25-34' | '35-44' | '45-54' | '55-59' | '60+'
export type ExtentGroup = 'under-50' | '50-74' | '75-99' | 'full-time'

/** The model's own variables; text ones are categories, numbers enter with a slope. */
export interface Inputs {
  readonly sex: 'female' | 'male'
  readonly age: AgeGroup
  readonly education: string
  readonly birthRegion: BirthRegion
  readonly womanBornOutsideEurope: 'yes' | 'no'
  readonly disability: 'yes' | 'no'
  readonly programme: ProgrammeCode | 'none'
  readonly occupation: string
  readonly occupationsSought: 'one' | 'several' | 'none'
  readonly wantedExtent: ExtentGroup
  readonly municipalityGroup: string
  /** Natural logarithm of (registered days + 1). */
  readonly registeredDaysLog: number
  /** Share of the last ten years spent registered, 0–1. */
  readonly registeredShareTenYears: number
}

export type Variable = keyof Inputs

const tenYearsDays = 3652

/** Calendar days from the first day of the spell to the day before the assessment (programme 4.1); never under 0. */
export function registeredDaysOn(facts: Pick<AssessmentFacts, 'registeredFrom'>, on: Day): number {
  return Math.max(0, daysBetween(facts.registeredFrom, on))
}

/** The model's variables as of a day; pure, so that an old assessment can be made again. */
export function inputsOn(facts: AssessmentFacts, on: Day): Inputs {
  const days = registeredDaysOn(facts, on)
  const outsideEurope = facts.birthRegion === 'world'
  return {
    sex: facts.sex,
    age: ageGroup(yearsBetween(facts.birthDate, on)),
    education: educationGroup(facts),
    birthRegion: facts.birthRegion,
    womanBornOutsideEurope: outsideEurope && facts.sex === 'female' ? 'yes' : 'no',
    disability: facts.disability ? 'yes' : 'no',
    programme: facts.programme ?? 'none',
    occupation: facts.ssyk[0]?.slice(0, 1) ?? 'none',
    occupationsSought: facts.ssyk.length === 0 ? 'none' : facts.ssyk.length === 1 ? 'one' : 'several',
    wantedExtent: extentGroup(facts.wantedExtentPercent),
    municipalityGroup: facts.municipalityGroup,
    registeredDaysLog: Math.log(days + 1),
    registeredShareTenYears: Math.min(1, Math.max(facts.registeredDaysTenYears, days) / tenYearsDays),
  }
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

function educationGroup({ education, educationCompleted }: AssessmentFacts): string {
  return education !== 'unknown' && educationCompleted === false ? `${education}-unfinished` : education
}

function ageGroup(age: number): AgeGroup {
  if (age < 25) return '16-24'
  if (age < 35) return '25-34'
  if (age < 45) return '35-44'
  if (age < 55) return '45-54'
  return age < 60 ? '55-59' : '60+'
}

function extentGroup(percent: number): ExtentGroup {
  if (percent < 50) return 'under-50'
  if (percent < 75) return '50-74'
  return percent < 100 ? '75-99' : 'full-time'
}
