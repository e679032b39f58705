import { type Day, yearsBetween } from '../../../../kernel/day.ts'
import { type AssessmentFacts, inputsOn } from '../facts.ts'
import type { Value } from './scorer.ts'

/** The columns of the shipped model, as the synthetic register names them. */
export interface PersonColumns {
  readonly sex: 'female' | 'male'
  readonly age: number
  readonly education: string
  readonly birthRegion: string
  readonly disability: 'yes' | 'no'
  readonly programme: string
  readonly registeredDays: number
  readonly registeredShareTenYears: number
  /** Major group of SSYK 2012; `null` when nothing is sought. */
  readonly occupation: string | null
  readonly occupationsSought: 'one' | 'several' | 'none'
  readonly wantedExtentPercent: number
  readonly municipality: string
}

/** A person's values for a trained model on a day; pure, so that an old assessment can be made again (programme 4.2). */
export function columnsOn(facts: AssessmentFacts, on: Day): PersonColumns & Readonly<Record<string, Value>> {
  const inputs = inputsOn(facts, on)
  return {
    sex: inputs.sex,
    age: yearsBetween(facts.birthDate, on),
    education: inputs.education,
    birthRegion: inputs.birthRegion,
    disability: inputs.disability,
    programme: inputs.programme,
    registeredDays: Math.round(Math.exp(inputs.registeredDaysLog) - 1),
    registeredShareTenYears: inputs.registeredShareTenYears,
    occupation: inputs.occupation === 'none' ? null : inputs.occupation,
    occupationsSought: inputs.occupationsSought,
    wantedExtentPercent: facts.wantedExtentPercent,
    municipality: facts.municipalityCode,
  }
}
