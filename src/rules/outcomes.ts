import { type Code, code } from './code.ts'
import { parameter, since } from './parameter.ts'
import { cite, type Source, sources } from './sources.ts'
import { rom1Start, rom2Start } from './version.ts'

export type OutcomeKind = 'work' | 'studies'
/** The steps at which a lasting outcome is paid: R2 in ROM1, RR1 and RR2 in ROM2. */
export type StageCode = 'r2' | 'rr1' | 'rr2'

/** One paid step: the outcome must have lasted `months` calendar months, and gives this share of the amount. */
export type OutcomeStage = {
  readonly code: StageCode
  readonly months: number
  readonly shareNumerator: number
  readonly shareDenominator: number
}

const krom: Source = cite(sources.krom, '4.7')
const ifau = cite(sources.ifau2024, '4.7')
const five = cite(sources.krom, '5')

const kinds: Code<OutcomeKind>[] = [code('work', 'Arbete', 'Work'), code('studies', 'Studier', 'Studies')]

const rom1Stages: OutcomeStage[] = [{ code: 'r2', months: 4, shareNumerator: 1, shareDenominator: 1 }]
const rom2Stages: OutcomeStage[] = [
  { code: 'rr1', months: 3, shareNumerator: 1, shareDenominator: 2 },
  { code: 'rr2', months: 6, shareNumerator: 1, shareDenominator: 2 },
]

/** What counts as an outcome, and how it is proven (programme 4.6 signal, 4.7, 5 day counts). */
export const outcomes = {
  kinds: parameter<readonly Code<OutcomeKind>[]>({
    name: 'outcomes.kinds',
    sv: 'Resultat som räknas',
    en: 'Outcomes that count',
    unit: 'codes',
    values: [since(rom1Start, kinds, 'C', ifau)],
  }),
  stages: parameter<readonly OutcomeStage[]>({
    name: 'outcomes.stages',
    sv: 'Så länge ska resultatet vara, och hur stor del det då ger',
    en: 'How long an outcome must last, and the share it then gives',
    unit: 'calendar months',
    values: [
      since(rom1Start, rom1Stages, 'C', cite(sources.statusReport2021, '4.7')),
      since(rom2Start, rom2Stages, 'S', cite(sources.rom2Contract, '4.7')),
    ],
  }),
  beginsWithinMonths: parameter<number>({
    name: 'outcomes.beginsWithinMonths',
    sv: 'Resultatet ska börja senast så långt efter sista dagen i tjänsten, den dagen inräknad',
    en: 'The outcome begins at the latest this long after the last day in service, that day included',
    unit: 'calendar months',
    values: [since(rom1Start, 2, 'C', ifau)],
  }),
  subsidisedWorkCounts: parameter<boolean>({
    name: 'outcomes.subsidisedWorkCounts',
    sv: 'Subventionerat arbete räknas',
    en: 'Subsidised work counts',
    unit: 'switch',
    values: [since(rom1Start, true, 'C', ifau)],
  }),
  extentRule: parameter<boolean>({
    name: 'outcomes.extentRule',
    sv: 'Deltid prövas mot önskad omfattning',
    en: 'Part-time work is held against the wanted extent',
    unit: 'switch',
    values: [since(rom1Start, true, 'A', krom)],
  }),
  extentTolerancePoints: parameter<number>({
    name: 'outcomes.extentTolerancePoints',
    sv: 'Så mycket får omfattningen ligga under den önskade',
    en: 'How far the extent may lie under the wanted one',
    unit: 'percentage points',
    values: [since(rom1Start, 5, 'A', krom)],
  }),
  missingExtentPercent: parameter<number>({
    name: 'outcomes.missingExtentPercent',
    sv: 'Omfattning när ingen är uppgiven',
    en: 'Extent when none is given',
    unit: 'percent',
    values: [since(rom1Start, 100, 'A', five)],
  }),
  jobsAddUp: parameter<boolean>({
    name: 'outcomes.jobsAddUp',
    sv: 'Flera samtidiga arbeten läggs ihop',
    en: 'Several jobs at once add up',
    unit: 'switch',
    values: [since(rom1Start, true, 'A', krom)],
  }),
  gapDays: parameter<number>({
    name: 'outcomes.gapDays',
    sv: 'Längsta uppehåll mellan arbeten som ändå är ett resultat; uppehållet förlänger tiden',
    en: 'Longest gap between jobs that are still one outcome; the gap is added to the period',
    unit: 'calendar days',
    values: [since(rom1Start, 7, 'A', krom, { note: '0 stänger av regeln.' })],
  }),
  paceRule: parameter<boolean>({
    name: 'outcomes.paceRule',
    sv: 'Studiernas takt prövas',
    en: 'The pace of studies is checked',
    unit: 'switch',
    values: [since(rom1Start, true, 'A', krom)],
  }),
  studyPacePercent: parameter<number>({
    name: 'outcomes.studyPacePercent',
    sv: 'Lägsta studietakt',
    en: 'Lowest pace of studies',
    unit: 'percent',
    values: [since(rom1Start, 50, 'A', krom)],
  }),
  missingPacePercent: parameter<number>({
    name: 'outcomes.missingPacePercent',
    sv: 'Studietakt när ingen är uppgiven',
    en: 'Pace when none is given',
    unit: 'percent',
    values: [since(rom1Start, 100, 'A', five)],
  }),
  ongoingCountsAsLasted: parameter<boolean>({
    name: 'outcomes.ongoingCountsAsLasted',
    sv: 'Ett verifierat resultat som pågår räknas som varaktigt',
    en: 'A verified outcome still going on counts as lasted',
    unit: 'switch',
    values: [since(rom1Start, true, 'A', five)],
  }),
  perChain: parameter<number>({
    name: 'outcomes.perChain',
    sv: 'Resultat per person och anvisningsperiod',
    en: 'Outcomes per person and chain',
    unit: 'count',
    values: [since(rom1Start, 1, 'A', krom)],
  }),
  claimMonths: parameter<number>({
    name: 'outcomes.claimMonths',
    sv: 'Resultatredovisning tas emot så länge efter slutet',
    en: 'Claims are accepted until this long after the end',
    unit: 'calendar months',
    values: [since(rom1Start, 24, 'A', krom)],
  }),
  signalMonths: parameter<number>({
    name: 'outcomes.signalMonths',
    sv: 'Signal om arbete eller studier tas emot så länge efter slutet',
    en: 'A signal of work or studies is accepted until this long after the end',
    unit: 'calendar months',
    values: [since(rom1Start, 24, 'C', cite(sources.supplierGuide, '4.6'))],
  }),
}
