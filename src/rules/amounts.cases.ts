import type { Level } from './assessment.ts'
import type { PriceModel } from './compensation.ts'

type AmountCase = {
  readonly rule: string
  readonly day: string
  readonly what: 'baseFeeOre' | 'outcomePaymentOre' | 'demoBaseFeeOre'
  readonly level: Level
  readonly priceModel: PriceModel | null
  readonly kronor: number | null
}

const rom1 = '2022-10-03'
const rom2 = '2023-04-17'

/** The table of programme 5, line by line, in kronor. */
export const amountCases: readonly AmountCase[] = [
  { rule: '5, base fee ROM1', day: rom1, what: 'baseFeeOre', level: 'A', priceModel: null, kronor: 1_210 },
  { rule: '5, base fee ROM1', day: rom1, what: 'baseFeeOre', level: 'B', priceModel: '1', kronor: 1_364 },
  { rule: '5, base fee ROM1', day: rom1, what: 'baseFeeOre', level: 'B', priceModel: '2', kronor: 1_650 },
  { rule: '5, base fee ROM1', day: rom1, what: 'baseFeeOre', level: 'C', priceModel: null, kronor: 1_980 },
  { rule: '5, outcome ROM1', day: rom1, what: 'outcomePaymentOre', level: 'A', priceModel: null, kronor: 20_300 },
  { rule: '5, outcome ROM1', day: rom1, what: 'outcomePaymentOre', level: 'B', priceModel: '1', kronor: 32_400 },
  { rule: '5, outcome ROM1', day: rom1, what: 'outcomePaymentOre', level: 'B', priceModel: '2', kronor: 25_000 },
  { rule: '5, outcome ROM1', day: rom1, what: 'outcomePaymentOre', level: 'C', priceModel: null, kronor: 38_000 },
  { rule: '5, B needs a model', day: rom1, what: 'outcomePaymentOre', level: 'B', priceModel: null, kronor: null },
  { rule: '5, outcome ROM2', day: rom2, what: 'outcomePaymentOre', level: 'A', priceModel: null, kronor: 20_300 },
  { rule: '5, outcome ROM2', day: rom2, what: 'outcomePaymentOre', level: 'B', priceModel: null, kronor: 27_700 },
  { rule: '5, one B in ROM2', day: rom2, what: 'outcomePaymentOre', level: 'B', priceModel: '1', kronor: 27_700 },
  { rule: '5, outcome ROM2', day: rom2, what: 'outcomePaymentOre', level: 'C', priceModel: null, kronor: 38_000 },
  { rule: '5, demo base fee', day: rom2, what: 'demoBaseFeeOre', level: 'A', priceModel: null, kronor: 1_210 },
  { rule: '5, demo base fee', day: rom2, what: 'demoBaseFeeOre', level: 'B', priceModel: null, kronor: 1_507 },
  { rule: '5, demo base fee', day: rom2, what: 'demoBaseFeeOre', level: 'C', priceModel: null, kronor: 1_980 },
]
