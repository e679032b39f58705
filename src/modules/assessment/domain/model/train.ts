import type { AdditiveModel } from './additive-model.ts'
import { type ColumnDescription, cardOf, type DataDescription, type Grouping, type ModelCard } from './card.ts'
import { extract } from './extract.ts'
import { faultOf, measureFault, type TrainingFault } from './faults.ts'
import { type Fit, fitModel } from './fit.ts'
import { fitBaseline, type LogisticBaseline } from './logistic-baseline.ts'
import { type Slices, slicesOf } from './memory.ts'
import { type Scorer, scorerOf, type Value } from './scorer.ts'
import type { Column, TrainingTable } from './table.ts'
import type { Crew } from './work.ts'

export interface TrainOptions {
  readonly seed: number
  /** The most bins of a number, up to 255. */
  readonly bins: number
  /** The most interactions. */
  readonly pairs: number
  /** Re-fits to rows drawn again, for intervals and the flip rate. */
  readonly bags: number
  readonly monotone: ReadonlyMap<string, -1 | 1>
  /** Cut points that the card counts errors at. */
  readonly cuts: readonly number[]
  /** Whether the rows are invented; the card says so. */
  readonly synthetic: boolean
  /** The period of each row for the drift, such as its month; `null` = not known. */
  readonly periods: readonly string[] | null
}

export interface Trained {
  readonly model: AdditiveModel
  readonly baseline: LogisticBaseline
  readonly card: ModelCard
}

/** A tenth tells when to stop, a tenth is measured: the latest rows where time is known. */
const shares = { stop: 0.1, check: 0.1 }
const mostGroupLevels = 12

/** Trains a model, its baseline and its card. The same table, options and seed give the same model to the last bit. */
export function train(
  table: TrainingTable,
  options: TrainOptions,
  crew: Crew,
): { ok: true; trained: Trained } | { ok: false; fault: TrainingFault } {
  const fault = faultOf(table, options.monotone)
  if (fault !== null) return { ok: false, fault }
  const slices = slicesOf(table, options.seed, shares)
  const unmeasured = measureFault(table, slices.check)
  if (unmeasured !== null) return { ok: false, fault: unmeasured }
  const fitted = fitModel(table, slices, options, crew)
  const { baseline, effects, intercept } = fitBaseline(fitted, crew)
  const baselineChance = chancesByBin(fitted, slices.check, effects, intercept)
  const { model, refits } = extract(fitted, crew, options)
  const checkColumns = table.columns.map((column) => rowsOf(column, slices.check))
  const chanceOf = (of: AdditiveModel): Float64Array => {
    const chance = new Float64Array(slices.check.length)
    const scorer = scorerOf(of)
    scorer.table(checkColumns, chance.length, chance)
    assertAgreement(scorer, checkColumns, chance)
    return chance
  }
  const card = cardOf(
    {
      chance: chanceOf(model),
      baseline: baselineChance,
      refits: refits.map(chanceOf),
      target: Uint8Array.from(slices.check, (row) => table.target[row] as number),
      weight: Float64Array.from(slices.check, (row) => table.weight?.[row] ?? 1),
      groupings: checkColumns.flatMap(groupingOf),
      period: options.periods === null ? null : Array.from(slices.check, (row) => options.periods?.[row] ?? ''),
    },
    describe(table, slices, options),
    options.cuts,
  )
  return { ok: true, trained: { model, baseline, card } }
}

const compared = 1000

/** A card rests on the table's chances: some rows, evenly spread, are scored again one by one, and must come out the same. */
function assertAgreement(scorer: Scorer, columns: readonly Column[], chance: Float64Array): void {
  const step = Math.max(1, Math.floor(chance.length / compared))
  for (let row = 0; row < chance.length; row += step) {
    const alone = scorer.quick(columns.map((column) => cellOf(column, row)))
    if (alone !== chance[row]) throw new Error(`row ${row} has chance ${chance[row]} in the table and ${alone} alone`)
  }
}

function cellOf(column: Column, row: number): Value {
  if (column.kind === 'category') return column.levels[(column.codes[row] as number) - 1] ?? null
  const value = column.values[row] as number
  return Number.isNaN(value) ? null : value
}

/** Chances of rows by their bins in the fit's memory, with any effects: those of the baseline. */
function chancesByBin(
  { memory, bins }: Fit,
  places: Uint32Array,
  effects: Float64Array,
  intercept: number,
): Float64Array {
  return Float64Array.from(places, (row) => {
    let logOdds = intercept
    for (let column = 0; column < bins.length; column += 1) {
      const bin = memory.codes[column * memory.rows + row] as number
      logOdds += effects[(memory.offsets[column] as number) + bin] as number
    }
    return 1 / (1 + Math.exp(-logOdds))
  })
}

function rowsOf(column: Column, places: Uint32Array): Column {
  if (column.kind === 'number') {
    return { ...column, values: Float64Array.from(places, (row) => column.values[row] as number) }
  }
  return { ...column, codes: Uint16Array.from(places, (row) => column.codes[row] as number) }
}

/** People are grouped by every category of few levels. */
function groupingOf(column: Column): Grouping[] {
  if (column.kind === 'number' || column.levels.length > mostGroupLevels) return []
  return [{ column: column.name, groups: Array.from(column.codes, (code) => column.levels[code - 1] ?? '') }]
}

function describe(table: TrainingTable, slices: Slices, options: TrainOptions): DataDescription {
  const held = slices.stop.length + slices.check.length
  const periods = options.periods?.toSorted() ?? []
  const ones = table.target.reduce((sum, one) => sum + one, 0)
  return {
    synthetic: options.synthetic,
    rows: { trained: table.rows - held, stopping: slices.stop.length, measured: slices.check.length },
    shareOfOnes: Number((ones / table.rows).toPrecision(4)),
    heldOutBy: table.time === null ? 'chance' : 'time',
    time: periods.length === 0 ? null : { from: periods[0] ?? '', to: periods.at(-1) ?? '' },
    columns: table.columns.map(describeColumn),
  }
}

function describeColumn(column: Column): ColumnDescription {
  if (column.kind === 'category') {
    const missing = column.codes.reduce((sum, code) => sum + (code === 0 ? 1 : 0), 0)
    const missingShare = Number((missing / column.codes.length).toPrecision(4))
    return { name: column.name, kind: 'category', missingShare, levels: column.levels.length }
  }
  let [count, sum, least, most] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of column.values) {
    if (Number.isNaN(value)) continue
    count += 1
    sum += value
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  const missingShare = Number((1 - count / column.values.length).toPrecision(4))
  return { name: column.name, kind: 'number', missingShare, least, mean: Number((sum / count).toPrecision(6)), most }
}
