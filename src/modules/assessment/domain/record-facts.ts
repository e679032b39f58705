import { type Day, day } from '../../../kernel/day.ts'
import type { BirthRegion, EducationLevel, ProgrammeCode } from '../../../rules/registration.ts'
import type { AssessmentFacts } from './facts.ts'

/** A person as the register holds it: everything known, under the names of its columns. */
export type PersonRecord = Readonly<Record<string, unknown>>

/**
 * The facts that an assessment uses, out of all that the register holds of a person. This is the one door from the register to
 * the tool: what it does not take out here, the tool cannot know.
 *
 * @param groupOf SKR's group of a municipality code
 * @throws Error when the record lacks a fact: that is a fault of the reading, not of the person
 */
export function factsFromRecord(record: PersonRecord, groupOf: (municipalityCode: string) => string): AssessmentFacts {
  const municipalityCode = text(record, 'municipality_code')
  return {
    sex: text(record, 'sex') as 'female' | 'male',
    birthDate: dayIn(record, 'birth_date'),
    education: text(record, 'education') as EducationLevel,
    educationCompleted: (record.education_completed ?? null) as boolean | null,
    birthRegion: text(record, 'birth_region') as BirthRegion,
    disability: record.disability === true,
    programme: (record.programme ?? null) as ProgrammeCode | null,
    registeredFrom: dayIn(record, 'registered_from'),
    registeredDaysTenYears: number(record, 'registered_days_10y'),
    ssyk: (record.ssyk ?? []) as readonly string[],
    wantedExtentPercent: number(record, 'wanted_extent_percent'),
    municipalityCode,
    municipalityGroup: groupOf(municipalityCode),
  }
}

function text(record: PersonRecord, name: string): string {
  const value = record[name]
  if (typeof value !== 'string') throw new Error(`the register's ${name} is not a text`)
  return value
}

function dayIn(record: PersonRecord, name: string): Day {
  return day(text(record, name))
}

function number(record: PersonRecord, name: string): number {
  const value = record[name]
  if (typeof value !== 'number') throw new Error(`the register's ${name} is not a number`)
  return value
}
