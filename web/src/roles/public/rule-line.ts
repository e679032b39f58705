import type { Day } from '../../../../src/kernel/day.ts'
import type { Provenance } from '../../ui/why.tsx'

/** A line of `GET /rules`; days are inclusive, `to` null = nothing has replaced it. */
export type RuleLine = {
  name: string
  module: string
  sv: string
  en: string
  unit: string
  value: unknown
  from: Day
  to: Day | null
  source: { title: string; address: string | null; programme: string | null }
  provenance: Provenance
  clause: string | null
  note: string | null
}

export const ruleModules = [
  'registration',
  'assessment',
  'decision',
  'market',
  'delivery',
  'outcomes',
  'compensation',
  'oversight',
  'platform',
] as const

/** Units whose numbers are said in words; the others are switches, choices, codes and tables. */
export const spokenUnits = [
  'calendar days',
  'working days',
  'calendar months',
  'years',
  'hours',
  'hours per week',
  'minutes',
  'day of month',
  'öre',
  'öre per month',
  'percent',
  'percentage points',
  'share',
  'km',
  'persons',
  'count',
  'characters',
] as const
export type SpokenUnit = (typeof spokenUnits)[number]

/** A code of the programme with its words; the law's own texts are Swedish and English. */
export type NamedCode = { code: string; sv: string; en: string }

export const isNamedCode = (value: unknown): value is NamedCode =>
  typeof value === 'object' && value !== null && 'code' in value && 'sv' in value && 'en' in value

/** The names inside tables, and single words of the law, that have texts here; others stand as in the open data. */
export const tableKeys = [
  'number',
  'from',
  'registeredDays',
  'registeredDaysInProgramme',
  'programmes',
  'adultOrProgramme',
  'exceptions',
  'nearFrom',
  'levelAFrom',
  'levelBFrom',
  'farBelow',
  'code',
  'months',
  'shareNumerator',
  'shareDenominator',
  'A',
  'B',
  'C',
  'model1',
  'model2',
  'method',
  'chainDays',
  'monthDays',
  'paidWith',
  'age',
  'fromMonth',
  'toMonth',
  'hours',
  'highestGrade',
  'measureUnder',
  'measurementsInARow',
  'contractActiveMonths',
] as const
export const lawWords = [
  'digital',
  'other',
  'in-service',
  'placed',
  'granted-not-started',
  'physical',
  'video',
  'r2',
  'rr1',
  'rr2',
  'calendar-day-share',
  'days-left',
  'JOB',
  'UGA',
  'ETP',
] as const
