import { parameter, since } from './parameter.ts'
import { cite, type Source, sources } from './sources.ts'
import { rom1Start } from './version.ts'

const krom: Source = cite(sources.krom, '4.2')
const aiAct: Source = cite(sources.aiAct, '2')

/** Widths of a funnel's limits: outside the inner one is told, outside the outer one is looked into. */
export type FunnelLimits = { readonly innerPercent: number; readonly outerPercent: number }

/** How the assessment tool and those who follow or depart from it are overseen (programme 2, 4.2; EU 2024/1689). */
export const toolGovernance = {
  variationMonths: parameter<number>({
    name: 'oversight.variationMonths',
    sv: 'Så långt bakåt ser jämförelsen av hur ofta kontor avstår',
    en: 'How far back the comparison of how often offices abstain looks',
    unit: 'calendar months',
    values: [since(rom1Start, 12, 'A', krom)],
  }),
  variationLeastAnswers: parameter<number>({
    name: 'oversight.variationLeastAnswers',
    sv: 'Färre svar än så på verktygets ja är för lite underlag',
    en: "Fewer answers than this to the tool's yes are too few to judge",
    unit: 'count',
    values: [since(rom1Start, 20, 'A', krom)],
  }),
  variationLimits: parameter<FunnelLimits>({
    name: 'oversight.variationLimits',
    sv: 'Gränser för hur mycket ett kontor kan skilja sig av slump',
    en: 'Limits of how far an office can differ by chance',
    unit: 'table',
    values: [since(rom1Start, { innerPercent: 95, outerPercent: 99.8 }, 'A', krom)],
  }),
  smallCountUnder: parameter<number>({
    name: 'oversight.smallCountUnder',
    sv: 'Antal under detta slås ihop för den som inte får se enskilda ärenden',
    en: 'Counts under this are put together for those who may not see single cases',
    unit: 'count',
    values: [since(rom1Start, 5, 'A', cite(sources.krom, '10'))],
  }),
  reviewSampleSize: parameter<number>({
    name: 'oversight.reviewSampleSize',
    sv: 'Så många avståenden granskas i ett urval',
    en: 'How many abstentions a review sample holds',
    unit: 'count',
    values: [since(rom1Start, 50, 'A', krom)],
  }),
  reviewEveryMonths: parameter<number>({
    name: 'oversight.reviewEveryMonths',
    sv: 'Ett nytt urval av avståenden granskas så ofta',
    en: 'A new sample of abstentions is reviewed this often',
    unit: 'calendar months',
    values: [since(rom1Start, 6, 'A', krom)],
  }),
  reviewIntervalPercent: parameter<number>({
    name: 'oversight.reviewIntervalPercent',
    sv: 'Bredd på intervallet kring en granskad andel',
    en: 'Width of the interval around a reviewed share',
    unit: 'percent',
    values: [since(rom1Start, 95, 'A', krom)],
  }),
  reviewLeastClassed: parameter<number>({
    name: 'oversight.reviewLeastClassed',
    sv: 'Färre granskade avståenden än så är för lite underlag',
    en: 'Fewer classed abstentions than this are too few to judge',
    unit: 'count',
    values: [since(rom1Start, 10, 'A', krom)],
  }),
  consistencyVariants: parameter<number>({
    name: 'oversight.consistencyVariants',
    sv: 'Så många gånger ändras det som inte ska spela roll i ett ärende',
    en: 'How many times what must not matter is changed in a case',
    unit: 'count',
    values: [since(rom1Start, 1000, 'A', krom)],
  }),
  consistencyCases: parameter<number>({
    name: 'oversight.consistencyCases',
    sv: 'Så många ärenden prövas vid en kontroll av verktyget',
    en: 'How many cases a check of the tool tries',
    unit: 'count',
    values: [since(rom1Start, 20, 'A', krom)],
  }),
  consistencyEveryMonths: parameter<number>({
    name: 'oversight.consistencyEveryMonths',
    sv: 'Verktyget kontrolleras så ofta',
    en: 'The tool is checked this often',
    unit: 'calendar months',
    values: [since(rom1Start, 3, 'A', krom)],
  }),
  logKeptMonths: parameter<number>({
    name: 'oversight.logKeptMonths',
    sv: 'Verktygets loggar sparas minst så länge',
    en: "The tool's logs are kept at least this long",
    unit: 'calendar months',
    values: [
      since(rom1Start, 6, 'C', aiAct, {
        clause: 'artikel 19.1 och 26.6',
        note: 'Plikten börjar gälla senare; Krom följer den från början. Loggen gallras inte.',
      }),
    ],
  }),
}
