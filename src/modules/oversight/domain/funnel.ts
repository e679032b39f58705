import type { FunnelLimits } from '../../../rules/tool-governance.ts'

/** Lowest and highest share of what is expected that chance alone gives. */
export interface Limits {
  readonly low: number
  readonly high: number
}

/** A unit beside the others: how many it has answered, and the share of them that are expected to be abstentions. */
export interface Measured {
  readonly answers: number
  readonly abstained: number
  readonly expected: number
  /** Variance of the abstentions if chance alone decides: the sum of p (1 − p). */
  readonly variance: number
}

/**
 * The number of successes that a binomial variable stays under with probability `quantile`, interpolated between whole
 * numbers so that the limits of a funnel are smooth (Spiegelhalter 2005, Statistics in Medicine 24).
 */
export function binomialQuantile(n: number, p: number, quantile: number): number {
  if (n === 0 || p <= 0) return 0
  if (p >= 1) return n
  let logMass = n * Math.log1p(-p)
  const logOdds = Math.log(p) - Math.log1p(-p)
  let below = 0
  for (let count = 0; count <= n; count += 1) {
    const mass = Math.exp(logMass)
    const upTo = below + mass
    if (upTo >= quantile) return Math.max(0, count - (upTo - quantile) / (upTo - below))
    below = upTo
    logMass += Math.log(n - count) - Math.log(count + 1) + logOdds
  }
  return n
}

/**
 * How far observed over expected may lie from 1 by chance, at a width in percent: exact binomial limits around the
 * expected share, stretched by what units differ beyond chance.
 */
export function limitsAt(unit: Pick<Measured, 'answers' | 'expected'>, percent: number, dispersion: number): Limits {
  const tail = (100 - percent) / 200
  const share = unit.expected / unit.answers
  const ratio = (quantile: number): number => binomialQuantile(unit.answers, share, quantile) / unit.expected
  const stretched = (limit: number): number => 1 + Math.sqrt(dispersion) * (limit - 1)
  return { low: Math.max(0, stretched(ratio(tail))), high: stretched(ratio(1 - tail)) }
}

const trimmedShare = 0.1
/** With fewer units than this, what they differ beyond chance cannot be told from the one that sticks out. */
const fewestUnits = 10

/**
 * How much more units differ than chance gives: the mean of squared deviations with the outermost tenth at each end drawn
 * in, never under 1, so that the few that differ most do not hide themselves.
 */
export function overDispersion(units: readonly Measured[]): number {
  const deviations = units
    .filter((unit) => unit.variance > 0)
    .map((unit) => (unit.abstained - unit.expected) / Math.sqrt(unit.variance))
    .sort((a, b) => a - b)
  if (deviations.length < fewestUnits) return 1
  const out = Math.floor(deviations.length * trimmedShare)
  const low = deviations[out] ?? 0
  const high = deviations[deviations.length - 1 - out] ?? 0
  const drawnIn = deviations.map((one) => Math.min(high, Math.max(low, one)))
  return Math.max(1, drawnIn.reduce((sum, one) => sum + one * one, 0) / drawnIn.length)
}

/** One place along the funnel: the limits for a unit with so many answers and the mean share. */
export interface FunnelPoint {
  readonly answers: number
  readonly inner: Limits
  readonly outer: Limits
}

const points = 40

/** The funnel as it is drawn, from the least that is judged to the largest unit. */
export function funnelOf(
  share: number,
  reach: { readonly least: number; readonly most: number },
  limits: FunnelLimits,
  dispersion: number,
): FunnelPoint[] {
  if (share <= 0 || reach.most < reach.least) return []
  const growth = (reach.most / reach.least) ** (1 / (points - 1))
  const sizes = Array.from({ length: points }, (_none, place) => Math.round(reach.least * growth ** place))
  return [...new Set(sizes)].map((answers) => {
    const unit = { answers, expected: answers * share }
    return {
      answers,
      inner: limitsAt(unit, limits.innerPercent, dispersion),
      outer: limitsAt(unit, limits.outerPercent, dispersion),
    }
  })
}
