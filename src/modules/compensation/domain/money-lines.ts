/** Kinds of line, in the order in which lines of one day are read. */
export const lineKinds = [
  'base_fee',
  'outcome_payment',
  'outcome_payment_rr1',
  'outcome_payment_rr2',
  'speed_premium',
] as const

export type LineKind = (typeof lineKinds)[number]

const kindBits = 4
const bits = 13
/** The highest place of a party or chain. */
export const most = (1 << bits) - 1

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
  /** Kind, party and chain in one number; `kindOf`, `partyOf` and `chainOf` take it apart. */
  what = new Int32Array(0)
  /** Base fee: the month's number. Otherwise the number of the day on which it became payable. */
  when = new Int32Array(0)
  amountOre = new Float64Array(0)
  readonly parts: FeePart[] | null

  constructor(parts: 'with-parts' | 'without-parts', rows = 32) {
    this.parts = parts === 'with-parts' ? [] : null
    this.#makeRoom(rows)
  }

  /** `kind`: its place in `lineKinds`; `chain` and `party`: their places in the case, at most `most`. */
  add(kind: number, chain: number, when: number, party: number, amountOre: number): void {
    const row = this.count
    if (row === this.what.length) this.#makeRoom(row * 2)
    this.what[row] = (((chain << bits) | party) << kindBits) | kind
    this.when[row] = when
    this.amountOre[row] = amountOre
    this.count = row + 1
  }

  kindOf(row: number): LineKind {
    return lineKinds[(this.what[row] as number) & ((1 << kindBits) - 1)] as LineKind
  }

  /** Place of the party among the case's parties. */
  partyOf(row: number): number {
    return ((this.what[row] as number) >> kindBits) & most
  }

  /** Place of the chain among the case's chains; of the first one where a month has days of two. */
  chainOf(row: number): number {
    return (this.what[row] as number) >> (kindBits + bits)
  }

  /** Forgets all rows and keeps their room. */
  clear(): void {
    this.count = 0
    if (this.parts) this.parts.length = 0
  }

  #makeRoom(rows: number): void {
    this.what = grown(this.what, new Int32Array(rows))
    this.when = grown(this.when, new Int32Array(rows))
    this.amountOre = grown(this.amountOre, new Float64Array(rows))
  }
}

function grown<T extends Int32Array | Float64Array>(before: T, larger: T): T {
  larger.set(before)
  return larger
}
