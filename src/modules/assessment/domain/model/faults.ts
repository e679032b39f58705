import type { Column, TrainingTable } from './table.ts'

/** Why a table cannot be trained on. */
export type TrainingFault =
  | { readonly code: 'too-few-rows'; readonly rows: number; readonly least: number }
  | { readonly code: 'no-columns' }
  | { readonly code: 'target-not-binary'; readonly row: number }
  | { readonly code: 'one-outcome'; readonly ones: number; readonly least: number }
  | { readonly code: 'not-measurable'; readonly rows: number; readonly ones: number }
  | { readonly code: 'constant-column'; readonly column: string }
  | { readonly code: 'too-many-levels'; readonly column: string; readonly levels: number; readonly most: number }
  | { readonly code: 'not-finite'; readonly column: string; readonly row: number }
  | { readonly code: 'weight-not-valid'; readonly row: number }
  | { readonly code: 'time-missing'; readonly row: number }
  | { readonly code: 'monotone-not-number'; readonly column: string }

const leastRows = 50
const leastOfEach = 10
/** Curvature is kept by pair of bins, a square: more levels than this would not fit, and tell little each. */
const mostLevelsOfColumn = 2000
const mostLevelsTogether = 5000

/** The first fault of a table, or `null`. Rows are counted from 1. */
export function faultOf(table: TrainingTable, monotone: ReadonlyMap<string, -1 | 1>): TrainingFault | null {
  if (table.rows < leastRows) return { code: 'too-few-rows', rows: table.rows, least: leastRows }
  if (table.columns.length === 0) return { code: 'no-columns' }
  return (
    rowFault(table) ?? columnFaults(table.columns)[0] ?? levelsFault(table.columns) ?? monotoneFault(table, monotone)
  )
}

function rowFault({ rows, target, weight, time }: TrainingTable): TrainingFault | null {
  let ones = 0
  for (let row = 0; row < rows; row += 1) {
    const one = target[row] as number
    if (one !== 0 && one !== 1) return { code: 'target-not-binary', row: row + 1 }
    ones += one
    const w = weight?.[row] ?? 1
    if (!(w >= 0) || w === Number.POSITIVE_INFINITY) return { code: 'weight-not-valid', row: row + 1 }
    if (Number.isNaN(time?.[row] ?? 0)) return { code: 'time-missing', row: row + 1 }
  }
  return Math.min(ones, rows - ones) < leastOfEach ? { code: 'one-outcome', ones, least: leastOfEach } : null
}

/** Whether the rows held out to be measured have both outcomes: without, no card can be made of them. */
export function measureFault({ target, weight }: TrainingTable, measured: Uint32Array): TrainingFault | null {
  const counted = measured.filter((row) => (weight?.[row] ?? 1) > 0)
  const ones = counted.reduce((sum, row) => sum + (target[row] as number), 0)
  return ones > 0 && ones < counted.length ? null : { code: 'not-measurable', rows: counted.length, ones }
}

function columnFaults(columns: readonly Column[]): TrainingFault[] {
  return columns.flatMap((column): TrainingFault[] => {
    if (column.kind === 'category') {
      const first = column.codes[0]
      return column.codes.every((code) => code === first) ? [{ code: 'constant-column', column: column.name }] : []
    }
    const { values } = column
    const infinite = values.findIndex(
      (value) => value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY,
    )
    if (infinite >= 0) return [{ code: 'not-finite', column: column.name, row: infinite + 1 }]
    const first = values[0]
    return values.every((value) => Object.is(value, first)) ? [{ code: 'constant-column', column: column.name }] : []
  })
}

function levelsFault(columns: readonly Column[]): TrainingFault | null {
  const counts = columns.flatMap((one) =>
    one.kind === 'category' ? [{ name: one.name, levels: one.levels.length }] : [],
  )
  const largest = counts.toSorted((a, b) => b.levels - a.levels)[0]
  if (largest === undefined) return null
  const together = counts.reduce((sum, { levels }) => sum + levels, 0)
  if (largest.levels <= mostLevelsOfColumn && together <= mostLevelsTogether) return null
  return { code: 'too-many-levels', column: largest.name, levels: largest.levels, most: mostLevelsOfColumn }
}

function monotoneFault({ columns }: TrainingTable, monotone: ReadonlyMap<string, -1 | 1>): TrainingFault | null {
  for (const name of monotone.keys()) {
    const column = columns.find((one) => one.name === name)
    if (column?.kind !== 'number') return { code: 'monotone-not-number', column: name }
  }
  return null
}
