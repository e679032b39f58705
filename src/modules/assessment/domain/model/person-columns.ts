import { type Day, yearsBetween } from '../../../../kernel/day.ts'
import type { BirthRegion } from '../../../../rules/registration.ts'
import { type AssessmentFacts, registeredDaysOn } from '../facts.ts'
import type { Value } from './scorer.ts'

/** The columns of the shipped model, as the synthetic register names them. */
export type PersonColumns = {
  readonly sex: 'female' | 'male'
  readonly age: number
  /** The highest education; `…-unfinished` when it was not completed. */
  readonly education: string
  readonly birthRegion: BirthRegion
  readonly disability: 'yes' | 'no'
  readonly programme: string
  readonly registeredDays: number
  /** Share of the last ten years spent registered, 0–1. */
  readonly registeredShareTenYears: number
  /** Major group of SSYK 2012; `null` when nothing is sought. */
  readonly occupation: string | null
  readonly occupationsSought: 'one' | 'several' | 'none'
  readonly wantedExtentPercent: number
  /** Municipality code, four digits. */
  readonly municipality: string
}

export type PersonColumn = keyof PersonColumns

/** Columns about what a person is and cannot change; they are shown as what they are (programme 2, 12). */
export const sensitiveColumns: readonly PersonColumn[] = ['sex', 'age', 'birthRegion', 'disability']

const tenYearsDays = 3652

/** A person's values for a trained model on a day; pure, so that an old assessment can be made again (programme 4.2). */
export function columnsOn(facts: AssessmentFacts, on: Day): PersonColumns & Readonly<Record<string, Value>> {
  const days = registeredDaysOn(facts, on)
  return {
    sex: facts.sex,
    age: yearsBetween(facts.birthDate, on),
    education: educationColumn(facts),
    birthRegion: facts.birthRegion,
    disability: facts.disability ? 'yes' : 'no',
    programme: facts.programme ?? 'none',
    registeredDays: days,
    registeredShareTenYears: Math.min(1, Math.max(facts.registeredDaysTenYears, days) / tenYearsDays),
    occupation: facts.ssyk[0]?.slice(0, 1) ?? null,
    occupationsSought: facts.ssyk.length === 0 ? 'none' : facts.ssyk.length === 1 ? 'one' : 'several',
    wantedExtentPercent: facts.wantedExtentPercent,
    municipality: facts.municipalityCode,
  }
}

function educationColumn({ education, educationCompleted }: AssessmentFacts): string {
  return education !== 'unknown' && educationCompleted === false ? `${education}-unfinished` : education
}
