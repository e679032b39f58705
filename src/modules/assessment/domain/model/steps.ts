/** How a column learns: a curve over ordered bins, or levels that are shrunk toward the mean. */
export interface Learner {
  readonly kind: 'curve' | 'levels'
  /** The sign that the curve's steps must have; 0 = free. */
  readonly monotone: -1 | 0 | 1
  readonly offset: number
  readonly bins: number
  /** What pulls each level's effect toward 0, as curvature: high where levels differ little or say little. */
  shrinkage: number
}

/** The sums of the loss's derivatives by bin. */
export interface Sums {
  readonly gradient: Float64Array
  readonly curvature: Float64Array
}

/** A leaf holds at least this much curvature, and this share of the column's, so that a curve does not follow single rows. */
const leastLeafCurvature = 5
const leastLeafShare = 0.01
const ridge = 1
const weakest = 1e9

/** A Newton step of each level with its effect so far pulled toward 0, so that rare levels stay near the mean. */
export function levelStep(learner: Learner, sums: Sums, effects: Float64Array, rate: number, step: Float64Array): void {
  const { offset, bins, shrinkage } = learner
  for (let bin = 0; bin < bins; bin += 1) {
    const at = offset + bin
    const pulled = (sums.gradient[at] as number) - shrinkage * (effects[at] as number)
    step[bin] = (rate * pulled) / ((sums.curvature[at] as number) + shrinkage)
  }
}

/**
 * A tree of at most three leaves over the bins in order, missing (bin 0) as a leaf of its own. With a sign asked for,
 * only splits whose leaves go that way are taken, so that every sum of steps does too.
 */
export function curveStep(learner: Learner, sums: Sums, rate: number, step: Float64Array): void {
  const { offset, bins, monotone } = learner
  step.fill(0, 0, bins)
  const missing = sums.curvature[offset] as number
  if (missing > 0) step[0] = (rate * (sums.gradient[offset] as number)) / (missing + ridge)
  const upTo = runningSums(learner, sums)
  const whole: Span = { from: 1, to: bins }
  const first = bestSplit(upTo, whole, monotone, null)
  if (first === null) return
  const left: Span = { from: 1, to: first.at }
  const right: Span = { from: first.at, to: bins }
  const inLeft = bestSplit(upTo, left, monotone, { side: 1, value: leafValue(upTo, right) })
  const inRight = bestSplit(upTo, right, monotone, { side: -1, value: leafValue(upTo, left) })
  const cuts = [first.at]
  if (inLeft !== null && (inRight === null || inLeft.gain >= inRight.gain)) cuts.unshift(inLeft.at)
  else if (inRight !== null) cuts.push(inRight.at)
  let from = 1
  for (const to of [...cuts, bins]) {
    step.fill(rate * leafValue(upTo, { from, to }), from, to)
    from = to
  }
}

interface Span {
  readonly from: number
  readonly to: number
}

type Running = { readonly gradient: Float64Array; readonly curvature: Float64Array }

/** Sums of bins before each bin, so that any span's sum is a difference. */
function runningSums({ offset, bins }: Learner, sums: Sums): Running {
  const gradient = new Float64Array(bins + 1)
  const curvature = new Float64Array(bins + 1)
  for (let bin = 1; bin < bins; bin += 1) {
    gradient[bin + 1] = (gradient[bin] as number) + (sums.gradient[offset + bin] as number)
    curvature[bin + 1] = (curvature[bin] as number) + (sums.curvature[offset + bin] as number)
  }
  return { gradient, curvature }
}

function leafValue(upTo: Running, { from, to }: Span): number {
  const g = (upTo.gradient[to] as number) - (upTo.gradient[from] as number)
  const h = (upTo.curvature[to] as number) - (upTo.curvature[from] as number)
  return g / (h + ridge)
}

/** The split of a span that lowers the loss most; `beside` is the leaf next to it, at its right (1) or left (-1). */
function bestSplit(
  upTo: Running,
  span: Span,
  monotone: number,
  beside: { readonly side: 1 | -1; readonly value: number } | null,
): { readonly at: number; readonly gain: number } | null {
  const { gradient, curvature } = upTo
  const [g0, h0] = [gradient[span.from] as number, curvature[span.from] as number]
  const g = (gradient[span.to] as number) - g0
  const h = (curvature[span.to] as number) - h0
  let at = 0
  let best = (g * g) / (h + ridge) + 1e-12
  const least = Math.max(leastLeafCurvature, leastLeafShare * (curvature[curvature.length - 1] as number))
  const before = best
  for (let place = span.from + 1; place < span.to; place += 1) {
    const hLeft = (curvature[place] as number) - h0
    if (hLeft < least || h - hLeft < least) continue
    const gLeft = (gradient[place] as number) - g0
    const left = gLeft / (hLeft + ridge)
    const right = (g - gLeft) / (h - hLeft + ridge)
    const gain = gLeft * left + (g - gLeft) * right
    if (gain <= best) continue
    if (monotone !== 0 && breaks(monotone, left, right, beside)) continue
    best = gain
    at = place
  }
  return at === 0 ? null : { at, gain: best - before }
}

function breaks(
  monotone: number,
  left: number,
  right: number,
  beside: { readonly side: 1 | -1; readonly value: number } | null,
): boolean {
  if ((right - left) * monotone < 0) return true
  if (beside === null) return false
  return beside.side === 1 ? (beside.value - right) * monotone < 0 : (left - beside.value) * monotone < 0
}

/**
 * How strongly levels should be pulled toward the mean: 1 / the variance between levels that is left when chance is
 * taken away (DerSimonian and Laird's estimate, from each level's working effect and its precision).
 */
export function shrinkageOf({ offset, bins }: Learner, sums: Sums, effects: Float64Array): number {
  let precision = 0
  let squares = 0
  let weighted = 0
  let used = 0
  for (let bin = 0; bin < bins; bin += 1) {
    const h = sums.curvature[offset + bin] as number
    if (h <= 0) continue
    const working = (effects[offset + bin] as number) + (sums.gradient[offset + bin] as number) / h
    precision += h
    squares += h * h
    weighted += h * working
    used += 1
  }
  if (used < 2) return weakest
  const mean = weighted / precision
  let spread = 0
  for (let bin = 0; bin < bins; bin += 1) {
    const h = sums.curvature[offset + bin] as number
    if (h <= 0) continue
    const working = (effects[offset + bin] as number) + (sums.gradient[offset + bin] as number) / h
    spread += h * (working - mean) * (working - mean)
  }
  const between = (spread - (used - 1)) / (precision - squares / precision)
  return between > 1 / weakest ? Math.max(ridge, 1 / between) : weakest
}
