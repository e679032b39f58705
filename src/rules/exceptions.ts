import { parameter, since } from './parameter.ts'
import { cite, sources } from './sources.ts'
import { rom1Start } from './version.ts'

/** What a caseworker may allow one participant, and the most that a plan may ask of a week: a part of delivery (programme 4.5). */
export const exceptions = {
  caseWaiverMaxDays: parameter<number>({
    name: 'delivery.caseWaiverMaxDays',
    sv: 'Längsta undantag från mötesreglerna för en deltagare; sedan prövas det på nytt',
    en: 'Longest exception from the rules of meetings for one participant; then it is considered anew',
    unit: 'calendar days',
    values: [since(rom1Start, 90, 'A', cite(sources.krom, '4.5'))],
  }),
  planMostHoursPerWeek: parameter<number>({
    name: 'delivery.planMostHoursPerWeek',
    sv: 'Flest timmar i veckan som en plan får ta',
    en: 'Most hours a week that a plan may take',
    unit: 'hours per week',
    values: [since(rom1Start, 48, 'A', cite(sources.krom, '4.5'))],
  }),
}
