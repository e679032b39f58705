/** What a bench found, printed as one line of JSON. A bench without a peer leaves `peer` and `ratio` out. */
export interface Line {
  readonly bench: string
  readonly ours: number
  readonly peer?: number
  /** Ours divided by the peer's, three decimals. */
  readonly ratio?: number
  readonly unit: string
  /** The ratio that the product promises at least. */
  readonly least?: number
  /** The ratio that the product promises at most, where less is better. */
  readonly mostRatio?: number
  /** What ours may be at most. */
  readonly most?: number
}

/** Gives its lines to `print` as it finds them, and says what it is doing to `say`. */
export type Bench = (print: (line: Line) => void, say: (text: string) => void) => Promise<void>

/** The middle value; of an even count the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) throw new RangeError('the median of nothing')
  return (lower + upper) / 2
}

/** Our rounds beside the peer's: the medians, and the median of the ratios round by round, so that both met the same weather. */
export function compare(
  of: { bench: string; unit: string; least?: number },
  ours: readonly number[],
  peer: readonly number[],
): Line {
  const ratios = ours.map((value, round) => value / (peer[round] ?? Number.NaN))
  const ratio = Math.round(median(ratios) * 1000) / 1000
  return {
    bench: of.bench,
    ours: Math.round(median(ours)),
    peer: Math.round(median(peer)),
    ratio,
    unit: of.unit,
    ...(of.least === undefined ? {} : { least: of.least }),
  }
}
