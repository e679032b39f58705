import type { WhatIfBody } from '../../../../src/modules/compensation/contract.ts'

/** Prices in öre as the API takes them: one for level B where both models have the same. */
export type Prices = NonNullable<WhatIfBody['baseFeeOre']>

export const priceFields = ['A', 'B1', 'B2', 'C'] as const
export type PriceField = (typeof priceFields)[number]
type Typed = Readonly<Record<PriceField, string>>

const mostOre = 1_000_000_000

/** Kronor as typed, '1 210' or '1 210,50', in öre; null when it is no such amount or is above ten million kronor. */
export function typedOre(typed: string): number | null {
  const read = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(typed.replaceAll(/\s/g, '').replace(/kr$/, ''))
  if (read === null) return null
  const ore = Number(read[1]) * 100 + Number((read[2] ?? '').padEnd(2, '0'))
  return ore <= mostOre ? ore : null
}

/** Empty: nothing is typed, so the prices in force stay. Unread: the fields to mend, empty ones too, since prices are given together. */
export type ReadPrices =
  | { is: 'empty' }
  | { is: 'read'; prices: Prices }
  | { is: 'unread'; missing: PriceField[]; wrong: PriceField[] }

/** Prices as typed. Level B's second model left empty has the price of the first. */
export function readPrices(typed: Typed): ReadPrices {
  const isEmpty = (field: PriceField) => typed[field].trim() === ''
  if (priceFields.every(isEmpty)) return { is: 'empty' }
  const [A, B1, C] = [typedOre(typed.A), typedOre(typed.B1), typedOre(typed.C)]
  const B2 = isEmpty('B2') ? B1 : typedOre(typed.B2)
  if (A !== null && B1 !== null && B2 !== null && C !== null)
    return { is: 'read', prices: { A, B: B1 === B2 ? B1 : { model1: B1, model2: B2 }, C } }
  const missing = priceFields.filter((field) => field !== 'B2' && isEmpty(field))
  const wrong = priceFields.filter((field) => !isEmpty(field) && typedOre(typed[field]) === null)
  return { is: 'unread', missing, wrong }
}
