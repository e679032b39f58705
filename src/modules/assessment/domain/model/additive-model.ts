/**
 * A generalised additive model with chosen interactions, as readable data: the log-odds are the intercept plus one effect
 * per term, looked up by the bin of the value. All effects are whole multiples of 2^-20, so that the shown parts and the
 * intercept add up to the log-odds exactly, in any order (house 4).
 */
export interface AdditiveModel {
  readonly intercept: number
  /** Standard deviation of the intercept over the re-fits; 0 when none were made. */
  readonly interceptError: number
  readonly terms: readonly AdditiveTerm[]
}

export type AdditiveTerm = ColumnTerm | PairTerm

/** Effects by bin; place 0 is missing, in a category also a level that training never saw. */
export type ColumnTerm = {
  readonly name: string
  readonly effects: readonly number[]
  /** Standard deviation of each effect over the re-fits. */
  readonly errors: readonly number[]
  /** Training rows in each bin. */
  readonly rows: readonly number[]
} & (
  | { readonly kind: 'number'; readonly cuts: readonly number[]; readonly monotone: -1 | 0 | 1 }
  | { readonly kind: 'category'; readonly levels: readonly string[] }
)

/** What two columns tell together beyond what each tells alone, by the groups of their bins. */
export interface PairTerm {
  readonly kind: 'pair'
  /** Both names, as in `age × sex`. */
  readonly name: string
  /** Places of the two columns among the terms. */
  readonly of: readonly [number, number]
  /** The group of each bin of the two columns. */
  readonly groups: readonly [readonly number[], readonly number[]]
  /** Effects by the first column's group, then the second's. */
  readonly effects: readonly (readonly number[])[]
  readonly errors: readonly (readonly number[])[]
}

const grain = 2 ** 20

/** The nearest whole multiple of 2^-20. */
export function onGrain(effect: number): number {
  return Math.round(effect * grain) / grain || 0
}
