/** One column of a table; a missing number is `NaN`, a missing category has code 0. */
export type Column =
  | { readonly kind: 'number'; readonly name: string; readonly values: Float64Array }
  | {
      readonly kind: 'category'
      readonly name: string
      /** 0 = missing, otherwise 1 + the place of the level. */
      readonly codes: Uint16Array
      readonly levels: readonly string[]
    }

/** Rows to train on: what is known of each, what became of it, and how much it counts. */
export interface TrainingTable {
  readonly rows: number
  readonly columns: readonly Column[]
  /** 0 or 1 a row. */
  readonly target: Uint8Array
  /** Finite and not negative; `null` = every row counts as one. */
  readonly weight: Float64Array | null
  /** Order in time; the latest rows are held out. `null` = held out by chance. */
  readonly time: Float64Array | null
}

/** Category codes are 16 bits. */
export const mostLevels = 60_000
