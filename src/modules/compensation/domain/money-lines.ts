/** Kinds of line, in the order in which lines of one day are read. */
export const lineKinds = [
  'base_fee',
  'outcome_payment',
  'outcome_payment_rr1',
  'outcome_payment_rr2',
  'speed_premium',
] as const

export type LineKind = (typeof lineKinds)[number]

/** Days of a base fee's line: of one month, with one party, under one decision of the case. */
export interface FeePart {
  readonly line: number
  readonly start: number
  /** The first day after. */
  readonly end: number
  /** Its place among the case's decisions. */
  readonly decision: number
  /** The place of its chain. */
  readonly chain: number
}

/**
 * Lines of money as columns, so that millions can be kept without an object each. A row of 0 öre is no line (programme 5).
 * With `parts`, the days behind each base fee are kept too, for whoever wants to explain them.
 */
export class MoneyLines {
  count = 0
  /** Place in `lineKinds`. */
  readonly kind: number[] = []
  /** Place of the chain among the case's chains; of the first one where a month has days of two. */
  readonly chain: number[] = []
  /** Base fee: the month's number. Otherwise the number of the day on which it became payable. */
  readonly when: number[] = []
  /** Place among the case's parties. */
  readonly party: number[] = []
  readonly amountOre: number[] = []
  readonly parts: FeePart[] | null

  constructor(parts: 'with-parts' | 'without-parts') {
    this.parts = parts === 'with-parts' ? [] : null
  }

  /** Gives the row's number. */
  add(kind: number, chain: number, when: number, party: number, amountOre: number): number {
    const row = this.count
    this.kind[row] = kind
    this.chain[row] = chain
    this.when[row] = when
    this.party[row] = party
    this.amountOre[row] = amountOre
    this.count = row + 1
    return row
  }

  /** Forgets all rows and keeps their room. */
  clear(): void {
    this.count = 0
    if (this.parts) this.parts.length = 0
  }
}
