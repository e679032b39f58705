import {
  areaUnderCurve,
  brierScore,
  calibrationError,
  calibrationLine,
  type Measured,
  type Scored,
} from './measures.ts'

/** What a model is and how it does, on rows that it never learned from. There is no single "accuracy" on purpose. */
export interface ModelCard {
  readonly data: DataDescription
  readonly measured: Quality
  /** The plain logistic regression beside it. */
  readonly baseline: Quality
  readonly groups: readonly GroupQuality[]
  readonly cutPoints: readonly CutPointQuality[]
  readonly drift: readonly PeriodQuality[]
}

export interface DataDescription {
  readonly synthetic: boolean
  readonly rows: { readonly trained: number; readonly stopping: number; readonly measured: number }
  readonly shareOfOnes: number
  readonly heldOutBy: 'time' | 'chance'
  readonly time: { readonly from: string; readonly to: string } | null
  readonly columns: readonly ColumnDescription[]
}

export type ColumnDescription = { readonly name: string; readonly missingShare: number } & (
  | { readonly kind: 'number'; readonly least: number; readonly mean: number; readonly most: number }
  | { readonly kind: 'category'; readonly levels: number }
)

export interface Quality {
  readonly auc: number
  readonly brier: number
  readonly calibrationSlope: Measured
  readonly calibrationIntercept: Measured
  readonly expectedCalibrationError: number
}

export interface GroupQuality {
  readonly column: string
  readonly group: string
  readonly rows: number
  readonly meanChance: number
  readonly shareOfOnes: number
  /** Mean chance less the share of ones, with the 95 % interval of chance. */
  readonly gap: Measured
}

/** Who falls on the wrong side of a cut point; "high risk" is a chance under it. */
export interface CutPointQuality {
  readonly cut: number
  readonly shareBelow: number
  /** Of those who succeeded, the share judged high risk; of those who did not, the share judged low risk. */
  readonly falseHighRisk: number
  readonly falseLowRisk: number
  /** Share of everyone, and of those within 0.05 of the cut, whose side another re-fit would change. */
  readonly flipRate: number | null
  readonly flipRateNear: number | null
  readonly groups: readonly GroupErrors[]
}

export interface GroupErrors {
  readonly column: string
  readonly group: string
  readonly falseHighRisk: number
  readonly falseLowRisk: number
  /** False high risk divided by that of the largest group of the column. */
  readonly falseHighRiskRatio: number | null
}

export interface PeriodQuality {
  readonly period: string
  readonly rows: number
  readonly meanChance: number
  readonly shareOfOnes: number
}

/** A column that people are grouped by; a row's group by name. */
export interface Grouping {
  readonly column: string
  readonly groups: readonly string[]
}

/** Rows of the slice that is measured, with what each needs to be counted under. */
export interface MeasuredRows extends Scored {
  readonly baseline: Float64Array
  readonly refits: readonly Float64Array[]
  readonly groupings: readonly Grouping[]
  readonly period: readonly string[] | null
}

const near = 0.05
const fewest = 20

/** The card of a model from the rows that it is measured on. */
export function cardOf(rows: MeasuredRows, data: DataDescription, cuts: readonly number[]): ModelCard {
  return {
    data,
    measured: qualityOf(rows),
    baseline: qualityOf({ ...rows, chance: rows.baseline }),
    groups: rows.groupings.flatMap((grouping) => groupQualities(rows, grouping)),
    cutPoints: cuts.map((cut) => cutPointQuality(rows, cut)),
    drift: rows.period === null ? [] : driftOf(rows, rows.period),
  }
}

const short = (value: number): number => Number(value.toPrecision(4))
const shortMeasured = ({ value, low, high }: Measured): Measured => ({
  value: short(value),
  low: short(low),
  high: short(high),
})

function qualityOf(scored: Scored): Quality {
  const line = calibrationLine(scored)
  return {
    auc: short(areaUnderCurve(scored)),
    brier: short(brierScore(scored)),
    calibrationSlope: shortMeasured(line.slope),
    calibrationIntercept: shortMeasured(line.intercept),
    expectedCalibrationError: short(calibrationError(scored)),
  }
}

function placesByName(names: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [row, name] of names.entries()) {
    const list = places.get(name)
    if (list === undefined) places.set(name, [row])
    else list.push(row)
  }
  return new Map([...places].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function groupQualities(rows: MeasuredRows, { column, groups }: Grouping): GroupQuality[] {
  return [...placesByName(groups)]
    .filter(([, places]) => places.length >= fewest)
    .map(([group, places]) => {
      const { all, meanChance, shareOfOnes } = meansOf(rows, places)
      const reach = 1.96 * Math.sqrt((shareOfOnes * (1 - shareOfOnes)) / all)
      const gap = meanChance - shareOfOnes
      return {
        column,
        group,
        rows: places.length,
        meanChance: short(meanChance),
        shareOfOnes: short(shareOfOnes),
        gap: shortMeasured({ value: gap, low: gap - reach, high: gap + reach }),
      }
    })
}

function meansOf(
  { chance, target, weight }: Scored,
  places: readonly number[],
): { all: number; meanChance: number; shareOfOnes: number } {
  let [all, sum, ones] = [0, 0, 0]
  for (const row of places) {
    const w = weight[row] as number
    all += w
    sum += w * (chance[row] as number)
    ones += w * (target[row] as number)
  }
  return { all, meanChance: sum / all, shareOfOnes: ones / all }
}

function errorsAt(
  { chance, target, weight }: Scored,
  cut: number,
  places: Iterable<number>,
): { high: number; low: number } {
  let [ones, zeros, high, low] = [0, 0, 0, 0]
  for (const row of places) {
    const w = weight[row] as number
    const below = (chance[row] as number) < cut
    if (target[row] === 1) {
      ones += w
      if (below) high += w
    } else {
      zeros += w
      if (!below) low += w
    }
  }
  return { high: ones > 0 ? high / ones : 0, low: zeros > 0 ? low / zeros : 0 }
}

function cutPointQuality(rows: MeasuredRows, cut: number): CutPointQuality {
  const everyone = rows.chance.keys()
  const whole = errorsAt(rows, cut, everyone)
  let [all, below] = [0, 0]
  for (const [row, chance] of rows.chance.entries()) {
    const w = rows.weight[row] as number
    all += w
    if (chance < cut) below += w
  }
  const flips = flipsAt(rows, cut)
  return {
    cut,
    shareBelow: short(below / all),
    falseHighRisk: short(whole.high),
    falseLowRisk: short(whole.low),
    flipRate: flips.everyone,
    flipRateNear: flips.near,
    groups: rows.groupings.flatMap(({ column, groups }) => groupErrors(rows, cut, column, groups)),
  }
}

function groupErrors(rows: MeasuredRows, cut: number, column: string, groups: readonly string[]): GroupErrors[] {
  const places = [...placesByName(groups)].filter(([, list]) => list.length >= fewest && hasBoth(rows, list))
  const largest = places.toSorted(([, a], [, b]) => b.length - a.length)[0]
  const reference = largest === undefined ? 0 : errorsAt(rows, cut, largest[1]).high
  return places.map(([group, list]) => {
    const { high, low } = errorsAt(rows, cut, list)
    return {
      column,
      group,
      falseHighRisk: short(high),
      falseLowRisk: short(low),
      falseHighRiskRatio: reference > 0 ? short(high / reference) : null,
    }
  })
}

/** A share of wrong answers needs somebody who succeeded and somebody who did not; without, it would read as none wrong. */
function hasBoth({ target, weight }: Scored, places: readonly number[]): boolean {
  const counted = (outcome: 0 | 1) => places.some((row) => target[row] === outcome && (weight[row] as number) > 0)
  return counted(0) && counted(1)
}

/** How often a re-fit puts a person on the other side of the cut than the model does. */
function flipsAt(
  { chance, refits, weight }: MeasuredRows,
  cut: number,
): { everyone: number | null; near: number | null } {
  if (refits.length === 0) return { everyone: null, near: null }
  let [all, flips, nearFlips, nearAll] = [0, 0, 0, 0]
  for (let row = 0; row < chance.length; row += 1) {
    const own = chance[row] as number
    const isNear = Math.abs(own - cut) <= near
    const w = weight[row] as number
    all += w
    if (isNear) nearAll += w
    for (const refit of refits) {
      if ((refit[row] as number) < cut === own < cut) continue
      flips += w
      if (isNear) nearFlips += w
    }
  }
  return {
    everyone: short(flips / (all * refits.length)),
    near: nearAll === 0 ? null : short(nearFlips / (nearAll * refits.length)),
  }
}

function driftOf(rows: MeasuredRows, period: readonly string[]): PeriodQuality[] {
  return [...placesByName(period)].map(([name, places]) => {
    const { meanChance, shareOfOnes } = meansOf(rows, places)
    return { period: name, rows: places.length, meanChance: short(meanChance), shareOfOnes: short(shareOfOnes) }
  })
}
