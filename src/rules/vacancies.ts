import { type Code, code } from './code.ts'
import { parameter, since } from './parameter.ts'
import { cite, sources } from './sources.ts'
import { rom1Start } from './version.ts'

/** What a suggestion is worth by what fits; more points stand first. Points add up, and each is shown as a reason. */
export type SuggestionPoints = {
  /** The occupation group that is sought. */
  readonly sameOccupation: number
  /** Another group with the same first three digits in SSYK. */
  readonly relatedOccupation: number
  /** Another group with the same first two digits in SSYK. */
  readonly sameField: number
  /** At the person's door; falls evenly to 0 at the edge of the radius. */
  readonly nearby: number
  /** The job's extent holds the wanted one. */
  readonly extentFits: number
  /** The job asks for a driving licence and the person has one. */
  readonly licence: number
  /** The job asks for a language that the person speaks. */
  readonly language: number
}

/** Why a person says no to a suggested job. */
export type SuggestionRefusal = 'not-the-work' | 'too-far' | 'hours' | 'requirements' | 'already-applied' | 'other'

const krom = cite(sources.krom, '4.5')

const refusals: Code<SuggestionRefusal>[] = [
  code('not-the-work', 'Inte ett arbete jag söker', 'Not work I seek'),
  code('too-far', 'För långt bort', 'Too far away'),
  code('hours', 'Tiderna eller omfattningen passar inte', 'The hours do not fit'),
  code('requirements', 'Jag uppfyller inte kraven', 'I do not meet the requirements'),
  code('already-applied', 'Jag har redan sökt', 'I have already applied'),
  code('other', 'Annat', 'Other'),
]

/** How vacancies are matched with people (programme 4.5): nothing about who the person is, only what is sought and asked. */
export const vacancies = {
  points: parameter<SuggestionPoints>({
    name: 'vacancies.points',
    sv: 'Poäng för det som passar när lediga jobb föreslås',
    en: 'Points for what fits when vacancies are suggested',
    unit: 'table',
    values: [
      since(
        rom1Start,
        {
          sameOccupation: 100,
          relatedOccupation: 60,
          sameField: 30,
          nearby: 40,
          extentFits: 15,
          licence: 10,
          language: 10,
        },
        'A',
        krom,
      ),
    ],
  }),
  radiusKm: parameter<number>({
    name: 'vacancies.radiusKm',
    sv: 'Avstånd inom vilket lediga jobb föreslås om personen inte väljer annat',
    en: 'Distance within which vacancies are suggested unless the person chooses another',
    unit: 'km',
    values: [since(rom1Start, 50, 'A', krom)],
  }),
  suggested: parameter<number>({
    name: 'vacancies.suggested',
    sv: 'Flest jobb som föreslås på en gång',
    en: 'Most vacancies suggested at once',
    unit: 'count',
    values: [since(rom1Start, 20, 'A', krom)],
  }),
  streamEveryMinutes: parameter<number>({
    name: 'vacancies.streamEveryMinutes',
    sv: 'Strömmen av annonser frågas om nyheter varje',
    en: 'The stream of advertisements is asked for news every',
    unit: 'minutes',
    values: [since(rom1Start, 5, 'A', krom)],
  }),
  streamRetryMinutes: parameter<readonly number[]>({
    name: 'vacancies.streamRetryMinutes',
    sv: 'En ström som inte gick att läsa frågas igen efter; det sista gäller sedan varje gång',
    en: 'A stream that could not be read is asked again after; the last holds from then on',
    unit: 'minutes',
    values: [since(rom1Start, [1, 5, 15, 60], 'A', krom)],
  }),
  streamOverlapMinutes: parameter<number>({
    name: 'vacancies.streamOverlapMinutes',
    sv: 'Strömmen frågas om lite mer än det som är nytt, för annonser som publiceras sent',
    en: 'The stream is asked for a little more than what is new, for advertisements that appear late',
    unit: 'minutes',
    values: [since(rom1Start, 10, 'A', krom)],
  }),
  streamBackDays: parameter<number>({
    name: 'vacancies.streamBackDays',
    sv: 'En ny ström frågas första gången om vad som hänt så långt tillbaka',
    en: 'A new stream is asked the first time for what has happened this far back',
    unit: 'calendar days',
    values: [since(rom1Start, 7, 'A', krom)],
  }),
  refusals: parameter<readonly Code<SuggestionRefusal>[]>({
    name: 'vacancies.refusals',
    sv: 'Skäl att säga nej till ett föreslaget jobb',
    en: 'Reasons to say no to a suggested job',
    unit: 'codes',
    values: [since(rom1Start, refusals, 'A', krom)],
  }),
}
