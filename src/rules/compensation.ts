import { kronor, type Ore } from '../kernel/money.ts'
import type { Level } from './assessment.ts'
import { budgetForecast } from './budget.ts'
import type { StageCode } from './outcomes.ts'
import { outlierLimits } from './outliers.ts'
import { lapsingParameter, parameter, since } from './parameter.ts'
import { cite, type Source, sources } from './sources.ts'
import { rom1Start, rom2Start } from './version.ts'

/** How level B is priced in an area's contract: ROM1 has two models, ROM2 none. */
export type PriceModel = '1' | '2'

/** An amount in öre per level; level B has one amount, or one per price model. */
export type LevelPrices = {
  readonly A: Ore
  readonly B: Ore | { readonly model1: Ore; readonly model2: Ore }
  readonly C: Ore
}

/** How the base fee of a part month is counted; the first is in force, the others are named alternatives. */
export type BaseFeeMethod = 'calendar-day-share' | 'weekday-share' | 'twenty-second-per-weekday'

/** How much of the base fee is left when work begins; `whole-months` is the named alternative. */
export type PremiumMethod = 'days-left' | 'whole-months-left'

/** The speed premium: (`chainDays` − days used) / `monthDays` × the monthly base fee, floor 0, paid with `paidWith`. */
export type SpeedPremium = {
  readonly method: PremiumMethod
  readonly chainDays: number
  readonly monthDays: number
  readonly paidWith: StageCode
}

/** The four tracks of the older service (programme 6). */
export type StomTrack = '1' | '2' | '3' | '4'

/** What the older service pays in each track: for a day with the provider, and for an outcome. */
export type StomAmounts = Readonly<Record<StomTrack, { readonly dayFeeOre: Ore; readonly outcomeOre: Ore }>>

const ifau: Source = cite(sources.ifau2024, '5')
const krom: Source = cite(sources.krom, '5')
const unknown = { note: 'Okänt belopp: myndigheten för in det.' }

function prices(a: number, b: number | readonly [number, number], c: number): LevelPrices {
  const levelB = typeof b === 'number' ? kronor(b) : { model1: kronor(b[0]), model2: kronor(b[1]) }
  return { A: kronor(a), B: levelB, C: kronor(c) }
}

const amounts = {
  baseFeeOre: lapsingParameter<LevelPrices>({
    name: 'compensation.baseFeeOre',
    sv: 'Grundersättning',
    en: 'Base fee',
    unit: 'öre per month',
    values: [
      since(rom1Start, prices(1_210, [1_364, 1_650], 1_980), 'C', ifau, { clause: 'tabell 1' }),
      since(rom2Start, null, 'A', krom, unknown),
    ],
  }),
  demoBaseFeeOre: lapsingParameter<LevelPrices>({
    name: 'compensation.demoBaseFeeOre',
    sv: 'Grundersättning i demovärlden när myndigheten inte har fört in någon',
    en: 'Base fee of the demo world while the authority has entered none',
    unit: 'öre per month',
    values: [
      since(rom2Start, prices(1_210, 1_507, 1_980), 'A', krom, {
        note: 'Beloppen i Rusta och matcha 1; B är medelvärdet.',
      }),
    ],
  }),
  outcomePaymentOre: parameter<LevelPrices>({
    name: 'compensation.outcomePaymentOre',
    sv: 'Resultatersättning',
    en: 'Outcome payment',
    unit: 'öre',
    values: [
      since(rom1Start, prices(20_300, [32_400, 25_000], 38_000), 'C', ifau, { clause: 'tabell 1' }),
      since(rom2Start, prices(20_300, 27_700, 38_000), 'D', cite(sources.rom2Weights, '5'), {
        note: 'Förhållandet mellan nivåerna är beräknat ur publicerade vikter; skalan är inte bekräftad.',
      }),
    ],
  }),
  stomAmounts: lapsingParameter<StomAmounts>({
    name: 'compensation.stomAmounts',
    sv: 'Ersättning i Stöd och matchning',
    en: 'Compensation of the older service',
    unit: 'table',
    values: [since(rom1Start, null, 'S', cite(sources.stom, '6'), unknown)],
  }),
  stomBlockMonths: parameter<number>({
    name: 'compensation.stomBlockMonths',
    sv: 'Längsta period i Stöd och matchning',
    en: 'Longest block of the older service',
    unit: 'calendar months',
    values: [since(rom1Start, 3, 'S', cite(sources.stom, '6'))],
  }),
}

const methods = {
  baseFeeMethod: parameter<BaseFeeMethod>({
    name: 'compensation.baseFeeMethod',
    sv: 'Så räknas grundersättningen för del av månad',
    en: 'How the base fee of a part month is counted',
    unit: 'choice',
    values: [since(rom1Start, 'calendar-day-share', 'A', krom)],
  }),
  approvedReportNeeded: parameter<boolean>({
    name: 'compensation.approvedReportNeeded',
    sv: 'Grundersättning betalas bara för månader med godkänd redovisning',
    en: 'The base fee is paid only for months whose report is approved',
    unit: 'switch',
    values: [since(rom1Start, true, 'C', cite(sources.periodicReport, '5'))],
  }),
  speedPremium: lapsingParameter<SpeedPremium>({
    name: 'compensation.speedPremium',
    sv: 'Snabbhetspremie: det som är kvar av grundersättningen när arbete eller studier börjar',
    en: 'Speed premium: what is left of the base fee when work or studies begin',
    unit: 'table',
    values: [
      since(rom1Start, { method: 'days-left', chainDays: 360, monthDays: 30, paidWith: 'r2' }, 'C', ifau, {
        note: 'Att premien finns är bekräftat; dagräkningen är antagen.',
      }),
      since(rom2Start, null, 'A', krom, { note: 'Ingen källa om Rusta och matcha 2 nämner premien.' }),
    ],
  }),
  premiumAfterLastGrantedDay: parameter<boolean>({
    name: 'compensation.premiumAfterLastGrantedDay',
    sv: 'Premie betalas även när resultatet börjar efter sista beviljade dagen',
    en: 'The premium is paid also when the outcome begins after the last granted day',
    unit: 'switch',
    values: [since(rom1Start, false, 'A', krom)],
  }),
}

const payment = {
  paidPerMonthInArrears: parameter<boolean>({
    name: 'compensation.paidPerMonthInArrears',
    sv: 'Ersättningen betalas månadsvis i efterskott mot leverantörens faktura',
    en: "Paid per month in arrears against the provider's invoice",
    unit: 'switch',
    values: [since(rom1Start, true, 'C', cite(sources.periodicReport, '5'))],
  }),
  approversOfJobStatement: parameter<number>({
    name: 'compensation.approversOfJobStatement',
    sv: 'Attestanter för ett underlag som ett jobb har gjort',
    en: 'Approvers of a statement made by a job',
    unit: 'persons',
    values: [since(rom1Start, 2, 'A', krom)],
  }),
  approversOfPersonStatement: parameter<number>({
    name: 'compensation.approversOfPersonStatement',
    sv: 'Attestanter för ett underlag som en person har gjort, utöver den personen',
    en: 'Approvers of a statement made by a person, besides that person',
    unit: 'persons',
    values: [since(rom1Start, 1, 'A', krom)],
  }),
}

/** Every amount and every way of counting it (programme 5). Amounts in öre. */
export const compensation = { ...amounts, ...methods, ...payment, ...budgetForecast, ...outlierLimits }

/**
 * The amount of one level; `null` when level B has two models and none is named, which refuses the case whole
 * (programme 5). Where B has one amount, a model is of no account.
 */
export function priceOf(table: LevelPrices, level: Level, priceModel: PriceModel | null): Ore | null {
  if (level !== 'B') return table[level]
  if (typeof table.B === 'number') return table.B
  if (priceModel === null) return null
  return priceModel === '1' ? table.B.model1 : table.B.model2
}
