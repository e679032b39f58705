import { type Day, day } from '../kernel/day.ts'
import { type Code, code } from './code.ts'
import { parameter, since } from './parameter.ts'
import type { ProgrammeCode } from './registration.ts'
import { cite, sources } from './sources.ts'
import { rom1Start, rom2Start } from './version.ts'

/** The levels of the service: A nearest to work, C furthest from it. */
export type Level = 'A' | 'B' | 'C'
/** What the tool says: too good a chance, referable at a level, or too far away. */
export type AssessmentResult = 'near' | 'referable' | 'far'
/** What a human review of an assessment came to. */
export type ReviewOutcome = 'stands' | 'corrected' | 'judged-otherwise'
/** 1–6 are the published windows; one that the authority decides on takes the next number that is free. */
export type WindowNumber = number

/** A case in which one criterion of a window is waived; it never waives a cut point. */
export type WindowException = {
  readonly code: string
  readonly sv: string
  readonly en: string
  readonly waives: 'registered-days' | 'programme' | 'age'
}

/** Who may be referred while a window is in force (programme 4.2). */
export type Window = {
  readonly number: WindowNumber
  /** First day of the window, also when a criterion inside it changed later. */
  readonly from: Day
  /** Registered days needed by a person outside JOB, UGA and ETP; 0 = none. */
  readonly registeredDays: number
  /** Registered days needed by a person inside one of them; 0 = none. */
  readonly registeredDaysInProgramme: number
  /** The person must be in one of these programmes; `null` = no programme is asked for. */
  readonly programmes: readonly ProgrammeCode[] | null
  /** The person must be this old and full-time unemployed, or in one of the programmes; `null` = no such condition. */
  readonly adultOrProgramme: { readonly age: number; readonly programmes: readonly ProgrammeCode[] } | null
  readonly exceptions: readonly WindowException[]
}

/**
 * Cut points on P(work or studies within 12 months):
 * near if p ≥ `nearFrom`, far if p < `farBelow`, otherwise level A if p ≥ `levelAFrom`, B if p ≥ `levelBFrom`, else C.
 */
export type CutPoints = {
  readonly nearFrom: number
  readonly levelAFrom: number
  readonly levelBFrom: number
  readonly farBelow: number
}

const reviewOutcomes: Code<ReviewOutcome>[] = [
  code('stands', 'Bedömningen står fast', 'The assessment stands'),
  code('corrected', 'Rättad och gjord på nytt', 'Corrected and made again'),
  code('judged-otherwise', 'Arbetsförmedlaren gör en annan bedömning', 'The caseworker judges otherwise'),
]

const all: readonly ProgrammeCode[] = ['JOB', 'UGA', 'ETP']
const inFour = { note: 'Inom JOB, UGA och ETP är dagarna inte kända; 0 är antaget.' }
const cutNote = { note: 'Myndighetens gränsvärden är inte publicerade; dessa hör till Kroms egen modell.' }
const stockCutNote = {
  note: 'Myndighetens gränsvärden är inte publicerade. Dessa är satta så att den modell som Krom levereras med ger ungefär fyra av tio i en dags stock ja i fönster 5, på nivå A, B och C i proportionen 20, 40 och 40.',
}
const modelNote = { note: 'En bedömning görs om när fönstret eller en uppgift ändras; att modellen byts nämns inte.' }
const mayNote = { note: 'Gränsvärdena flyttades en gång i maj 2020; dagen är inte känd och antas vara den första.' }
const krom = (): ReturnType<typeof cite> => cite(sources.krom, '4.2')

function windowOf(number: WindowNumber, from: Day, criteria: Partial<Window> = {}): Window {
  const open = {
    registeredDays: 0,
    registeredDaysInProgramme: 0,
    programmes: null,
    adultOrProgramme: null,
    exceptions: [],
  }
  return { number, from, ...open, ...criteria }
}

function days(count: number, insideProgramme = count): Partial<Window> {
  return { registeredDays: count, registeredDaysInProgramme: insideProgramme }
}

const comparedNote = { note: 'Mindre antal döljs när två fönster jämförs, så att ingen kan kännas igen.' }

const begins = {
  1: rom1Start,
  2: day('2020-12-07'),
  3: day('2021-08-01'),
  4: day('2021-11-16'),
  5: day('2022-09-08'),
  6: day('2023-03-01'),
} as const

/** Profiling: the window in force, its cut points, and how often a person may be assessed (programme 4.2). */
export const assessment = {
  window: parameter<Window>({
    name: 'assessment.window',
    sv: 'Fönster: villkor för att kunna anvisas',
    en: 'Window: conditions for a referral',
    unit: 'table',
    values: [
      since(begins[1], windowOf(1, begins[1]), 'C', cite(sources.start2020, '4.2')),
      since(begins[2], windowOf(2, begins[2]), 'C', cite(sources.window2020, '4.2')),
      since(
        begins[3],
        windowOf(3, begins[3], { ...days(400), programmes: ['JOB'] }),
        'C',
        cite(sources.window2021July, '4.2'),
      ),
      since(
        day('2021-09-09'),
        windowOf(3, begins[3], { ...days(400), programmes: all }),
        'C',
        cite(sources.window2021September, '4.2'),
      ),
      since(begins[4], windowOf(4, begins[4], days(250, 0)), 'C', cite(sources.window2021November, '4.2'), inFour),
      since(begins[5], windowOf(5, begins[5], days(180)), 'C', cite(sources.ifau2024, '4.2')),
      since(begins[6], windowOf(6, begins[6], days(120)), 'C', cite(sources.window2023, '4.2')),
      since(
        rom2Start,
        windowOf(6, begins[6], { ...days(120), adultOrProgramme: { age: 25, programmes: all } }),
        'C',
        cite(sources.placementOrdinance, '4.2'),
        { clause: '5 §' },
      ),
    ],
  }),
  cutPoints: parameter<CutPoints>({
    name: 'assessment.cutPoints',
    sv: 'Gränsvärden för chansen till arbete eller studier inom 12 månader',
    en: 'Cut points on the chance of work or studies within 12 months',
    unit: 'table',
    values: [
      since(begins[1], cut(0.47, 0.41, 0.34, 0.29), 'A', krom(), cutNote),
      since(day('2020-05-01'), cut(0.48, 0.42, 0.34, 0.28), 'A', krom(), mayNote),
      since(begins[2], cut(0.53, 0.44, 0.34, 0.26), 'A', krom(), cutNote),
      since(begins[3], cut(0.38, 0.325, 0.26, 0.205), 'A', krom(), stockCutNote),
    ],
  }),
  horizonMonths: parameter<number>({
    name: 'assessment.horizonMonths',
    sv: 'Tid inom vilken chansen till arbete eller studier skattas',
    en: 'Time within which the chance of work or studies is estimated',
    unit: 'calendar months',
    values: [since(rom1Start, 12, 'C', cite(sources.newModel2023, '4.2'))],
  }),
  validityDays: parameter<number>({
    name: 'assessment.validityDays',
    sv: 'Så länge gäller en bedömning för ett beslut',
    en: 'How long an assessment is valid for a decision',
    unit: 'calendar days',
    values: [since(rom1Start, 90, 'A', krom())],
  }),
  newModelOutdates: parameter<boolean>({
    name: 'assessment.newModelOutdates',
    sv: 'En bedömning som en tidigare modell har gjort ska göras om före beslut',
    en: 'An assessment that an earlier model made must be made again before a decision',
    unit: 'switch',
    values: [since(rom1Start, false, 'A', krom(), modelNote)],
  }),
  reprofilingIntervalDays: parameter<number>({
    name: 'assessment.reprofilingIntervalDays',
    sv: 'Kortaste tid till en ny bedömning när inga fakta har ändrats',
    en: 'Shortest time to a new assessment when no fact has changed',
    unit: 'calendar days',
    values: [since(rom1Start, 90, 'A', krom())],
  }),
  investigationDays: parameter<number>({
    name: 'assessment.investigationDays',
    sv: 'Tid att utreda behov av fördjupat stöd',
    en: 'Time to investigate the need of deeper support',
    unit: 'calendar days',
    values: [since(rom1Start, 30, 'A', krom())],
  }),
  leastCount: parameter<number>({
    name: 'assessment.leastCount',
    sv: 'Minsta antal personer som visas när två fönster jämförs',
    en: 'Smallest number of persons that is shown when two windows are compared',
    unit: 'persons',
    values: [since(rom1Start, 5, 'A', cite(sources.krom, '12'), comparedNote)],
  }),
  reviewAnswerWorkingDays: parameter<number>({
    name: 'assessment.reviewAnswerWorkingDays',
    sv: 'Tid att svara den som har bett att en människa tittar på bedömningen igen',
    en: 'Time to answer a person who asked that a human looks at the assessment again',
    unit: 'working days',
    values: [since(rom1Start, 10, 'A', krom())],
  }),
  reviewOutcomes: parameter<readonly Code<ReviewOutcome>[]>({
    name: 'assessment.reviewOutcomes',
    sv: 'Svar på en begäran om att en människa tittar på bedömningen igen',
    en: 'Answers to a request that a human looks at the assessment again',
    unit: 'codes',
    values: [since(rom1Start, reviewOutcomes, 'A', krom())],
  }),
  deadweightDays: parameter<number>({
    name: 'assessment.deadweightDays',
    sv: 'Till arbete så här snart efter starten räknas som tecken på dödvikt',
    en: 'To work this soon after the start counts as a sign of deadweight',
    unit: 'calendar days',
    values: [since(rom1Start, 60, 'A', krom())],
  }),
  deadweightFlagPercent: parameter<number>({
    name: 'assessment.deadweightFlagPercent',
    sv: 'Andel över vilken en startmånad flaggas',
    en: 'Share above which a start month is flagged',
    unit: 'percent',
    values: [since(rom1Start, 15, 'A', krom())],
  }),
}

function cut(nearFrom: number, levelAFrom: number, levelBFrom: number, farBelow: number): CutPoints {
  return { nearFrom, levelAFrom, levelBFrom, farBelow }
}
