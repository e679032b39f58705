import { seeded } from '../../../kernel/random.ts'

export const reviewVerdicts = ['valid', 'not-valid', 'administrative-error'] as const
/** What a reviewer finds of an abstention's reason. */
export type ReviewVerdict = (typeof reviewVerdicts)[number]

/** A sample of abstentions, drawn by chance from all of a period; who has its seed can draw it again. */
export interface ReviewSample {
  readonly seed: number
  readonly population: number
  readonly drawn: readonly string[]
}

/** Draws without replacement; the order in which the keys come does not matter. Fewer than `size` are all taken. */
export function drawSample(keys: readonly string[], size: number, seed: number): ReviewSample {
  const drawn = seeded(seed)
    .shuffle([...keys].sort())
    .slice(0, size)
  return { seed, population: keys.length, drawn }
}

/** A share of what was looked at, with its interval; the interval of Wilson, which is sound for few and for none. */
export interface SharedInterval {
  readonly count: number
  readonly of: number
  readonly share: number
  readonly low: number
  readonly high: number
}

/** Two-sided width in percent to standard deviations; the widths that a rule may name. */
const deviations: Readonly<Record<number, number>> = { 90: 1.6449, 95: 1.96, 99: 2.5758, 99.8: 3.0902 }

/**
 * A share with its interval.
 *
 * @throws RangeError for a width that is not 90, 95, 99 or 99.8
 */
export function shareOf(count: number, of: number, percent: number): SharedInterval {
  const z = deviations[percent]
  if (z === undefined) throw new RangeError(`no interval of ${percent} percent`)
  if (of === 0) return { count, of, share: 0, low: 0, high: 1 }
  const share = count / of
  const square = (z * z) / of
  const middle = (share + square / 2) / (1 + square)
  const reach = (z * Math.sqrt((share * (1 - share)) / of + square / (4 * of))) / (1 + square)
  return { count, of, share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) }
}

/** One classed abstention. */
export interface Classed {
  readonly unit: string | null
  readonly verdict: ReviewVerdict
}

/** What a review has found of a unit; shares are told from the least number on. */
export interface ReviewedUnit {
  readonly unit: string | null
  readonly classed: number
  readonly shares: Readonly<Record<ReviewVerdict, SharedInterval>> | null
}

/** What reviews have found, unit by unit, and of all together under `unit` null first. */
export function reviewedUnits(
  classed: readonly Classed[],
  law: { readonly least: number; readonly percent: number },
): ReviewedUnit[] {
  const units = [...new Set(classed.map((one) => one.unit))].filter((unit) => unit !== null).sort()
  return [
    reviewed(null, classed, law),
    ...units.map((unit) =>
      reviewed(
        unit,
        classed.filter((one) => one.unit === unit),
        law,
      ),
    ),
  ]
}

function reviewed(
  unit: string | null,
  classed: readonly Classed[],
  { least, percent }: { readonly least: number; readonly percent: number },
): ReviewedUnit {
  if (classed.length < least) return { unit, classed: classed.length, shares: null }
  const shareWith = (verdict: ReviewVerdict): SharedInterval =>
    shareOf(classed.filter((one) => one.verdict === verdict).length, classed.length, percent)
  return {
    unit,
    classed: classed.length,
    shares: {
      valid: shareWith('valid'),
      'not-valid': shareWith('not-valid'),
      'administrative-error': shareWith('administrative-error'),
    },
  }
}
