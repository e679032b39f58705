import { type Code, code } from './code.ts'
import { parameter, since } from './parameter.ts'
import type { ProgrammeCode } from './registration.ts'
import { cite, type Source, sources } from './sources.ts'
import { rom1Start } from './version.ts'

/** An appropriation by its number in the state budget. */
export type AppropriationCode = '1:2' | '1:3'

/** What an appropriation pays, and for whom; a decision draws on each appropriation that covers its person. */
export type Appropriation = Code<AppropriationCode> & {
  readonly pays: 'activity-support' | 'provider-compensation'
  /** Programmes whose participants draw on it; null = every participant. */
  readonly programmes: readonly ProgrammeCode[] | null
}

/** One number per level. */
export type ByLevel = { readonly A: number; readonly B: number; readonly C: number }

/** Where in the service the outcomes that are paid begin: shares that sum to 1. */
export type OutcomeTiming = {
  /** Month 1, 2 … 12 of the chain, in thirty days each. */
  readonly months: readonly number[]
  /** Within two months after the last granted day. */
  readonly afterEnd: number
}

/** The width of a forecast's interval: that share of outcomes is to fall inside; `deviations` on each side. */
export type ForecastInterval = { readonly percent: number; readonly deviations: number }

/** Uncertainty that moves all cases together, as a share of the sum; it grows with how far ahead the month lies. */
export type CommonDeviation = { readonly firstMonth: number; readonly moreAMonth: number }

const krom = (section: string): Source => cite(sources.krom, section)
const outcomesReport: Source = cite(sources.ifau2024, '2')

const appropriations: Appropriation[] = [
  {
    ...code('1:2', 'Anslag 1:2, aktivitetsstöd', 'Appropriation 1:2, activity support'),
    pays: 'activity-support',
    programmes: ['JOB', 'UGA', 'ETP'],
  },
  {
    ...code('1:3', 'Anslag 1:3, program och insatser', 'Appropriation 1:3, programmes and measures'),
    pays: 'provider-compensation',
    programmes: null,
  },
]

/** Caps that can stop new decisions of a kind (programme 4.3). */
export const budgetCaps = {
  appropriations: parameter<readonly Appropriation[]>({
    name: 'decision.appropriations',
    sv: 'Anslag som beslut tar i anspråk',
    en: 'Appropriations that decisions draw on',
    unit: 'codes',
    values: [
      since(rom1Start, appropriations, 'A', krom('4.3'), {
        note: 'Att tak sätts per anslag är bekräftat; vilka anslag som bär vad sätter myndigheten.',
      }),
    ],
  }),
  largestCapOre: parameter<number>({
    name: 'decision.largestCapOre',
    sv: 'Största belopp som ett tak eller ett anslag kan anges till',
    en: 'Largest amount that a cap or an appropriation can be set to',
    unit: 'öre',
    values: [
      since(rom1Start, 10_000_000_000_000, 'A', krom('4.3'), { note: '100 miljarder kronor: mer är ett skrivfel.' }),
    ],
  }),
  largestCapDecisions: parameter<number>({
    name: 'decision.largestCapDecisions',
    sv: 'Största antal beslut som ett tak eller en plan kan anges till',
    en: 'Largest number of decisions that a cap or a plan can be set to',
    unit: 'count',
    values: [since(rom1Start, 1_000_000, 'A', krom('4.3'))],
  }),
  monthDays: parameter<number>({
    name: 'decision.monthDays',
    sv: 'Dagar i en månad när kostnaden för ett beslut uppskattas',
    en: 'Days of a month when the cost of a decision is estimated',
    unit: 'calendar days',
    values: [since(rom1Start, 30, 'A', krom('5'))],
  }),
  successShare: parameter<ByLevel>({
    name: 'decision.successShare',
    sv: 'Andel av dem som börjar som får ett resultat som varar',
    en: 'Share of starters who come to an outcome that lasts',
    unit: 'share',
    values: [
      since(rom1Start, { A: 0.38, B: 0.33, C: 0.3 }, 'C', outcomesReport, {
        note: 'Deltagare juli 2022 till maj 2023; alla nivåer tillsammans 33 procent.',
      }),
    ],
  }),
  outcomeTiming: parameter<OutcomeTiming>({
    name: 'decision.outcomeTiming',
    sv: 'När i tjänsten resultaten börjar',
    en: 'When in the service the outcomes begin',
    unit: 'table',
    values: [
      since(
        rom1Start,
        { months: [0.03, 0.06, 0.08, 0.09, 0.09, 0.09, 0.1, 0.1, 0.09, 0.08, 0.06, 0.05], afterEnd: 0.08 },
        'A',
        krom('5'),
      ),
    ],
  }),
  otherExitShare: parameter<ByLevel>({
    name: 'decision.otherExitShare',
    sv: 'Andel som varje månad lämnar tjänsten utan resultat',
    en: 'Share that leaves the service each month without an outcome',
    unit: 'share',
    values: [since(rom1Start, { A: 0.015, B: 0.018, C: 0.02 }, 'A', krom('5'))],
  }),
  extendedShare: parameter<ByLevel>({
    name: 'decision.extendedShare',
    sv: 'Andel av dem som är kvar när det första beslutet tar slut som får en förlängning',
    en: 'Share of those left at the end of the first decision who get an extension',
    unit: 'share',
    values: [since(rom1Start, { A: 0.85, B: 0.85, C: 0.85 }, 'A', krom('5'))],
  }),
  durability: parameter<number>({
    name: 'decision.durability',
    sv: 'Andel av påbörjade arbeten och studier (R1) som varar (R2)',
    en: 'Share of begun work and studies (R1) that lasts (R2)',
    unit: 'share',
    values: [
      since(rom1Start, 0.725, 'D', cite(sources.statusReport2021, '4.7'), {
        note: 'Publicerat: 73 procent för kvinnor och 72 för män, R1 före mars 2021.',
      }),
    ],
  }),
}

/** The forecast of what is paid (programme 5, budget). */
export const budgetForecast = {
  forecastMonths: parameter<number>({
    name: 'compensation.forecastMonths',
    sv: 'Så långt fram räcker prognosen',
    en: 'How far the forecast reaches',
    unit: 'calendar months',
    values: [since(rom1Start, 18, 'A', krom('5'))],
  }),
  payDelayMonths: parameter<number>({
    name: 'compensation.payDelayMonths',
    sv: 'Tid från att ett resultat kan betalas till det underlag som det står i',
    en: 'Time from when an outcome is payable to the statement that carries it',
    unit: 'calendar months',
    values: [
      since(rom1Start, 0, 'A', krom('5'), { note: 'Verifieras det innan månadens underlag görs kommer det med där.' }),
    ],
  }),
  longestWaitMonths: parameter<number>({
    name: 'compensation.longestWaitMonths',
    sv: 'Så länge väntas ett resultat som borde ha betalats men inte är det',
    en: 'How long an outcome that should have been paid and is not is still expected',
    unit: 'calendar months',
    values: [since(rom1Start, 6, 'A', krom('5'))],
  }),
  recentMonths: parameter<number>({
    name: 'compensation.recentMonths',
    sv: 'Nya beslut antas bli som i genomsnitt de senaste månaderna, om ingen plan är angiven',
    en: 'New decisions are assumed as on average the latest months, unless a plan is entered',
    unit: 'calendar months',
    values: [since(rom1Start, 3, 'A', krom('5'))],
  }),
  commonDeviation: parameter<CommonDeviation>({
    name: 'compensation.commonDeviation',
    sv: 'Osäkerhet som är gemensam för alla ärenden: konjunktur, volym, felaktiga antaganden',
    en: 'Uncertainty common to all cases: the economy, volume, wrong assumptions',
    unit: 'table',
    values: [
      since(rom1Start, { firstMonth: 0.1, moreAMonth: 0.02 }, 'A', krom('5'), {
        note: 'En standardavvikelse, som andel av beloppet; den växer med hur långt fram månaden ligger.',
      }),
    ],
  }),
  forecastInterval: parameter<ForecastInterval>({
    name: 'compensation.forecastInterval',
    sv: 'Prognosens intervall',
    en: "The forecast's interval",
    unit: 'table',
    values: [since(rom1Start, { percent: 80, deviations: 1.2816 }, 'A', krom('5'))],
  }),
}
