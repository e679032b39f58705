/**
 * A chi-square of the cells beyond that of their rows and columns, less what chance gives, in standard deviations of
 * chance. `sums` holds gradient and curvature by cell.
 */
export function excessOf(sums: Float64Array, down: number, across: number): number {
  const rows = new Float64Array(2 * down)
  const columns = new Float64Array(2 * across)
  let inCells = 0
  let cells = 0
  for (let cell = 0; cell < down * across; cell += 1) {
    const [row, column] = [2 * Math.floor(cell / across), 2 * (cell % across)]
    for (const part of [0, 1]) {
      const sum = sums[2 * cell + part] as number
      rows[row + part] = (rows[row + part] as number) + sum
      columns[column + part] = (columns[column + part] as number) + sum
    }
    if ((sums[2 * cell + 1] as number) < 1) continue
    inCells += squared(sums, cell)
    cells += 1
  }
  const inRows = marginal(rows)
  const inColumns = marginal(columns)
  const freedom = cells - inRows.used - inColumns.used + 1
  if (freedom < 1) return 0
  return (inCells - inRows.sum - inColumns.sum - freedom) / Math.sqrt(2 * freedom)
}

function squared(sums: Float64Array, place: number): number {
  return ((sums[2 * place] as number) * (sums[2 * place] as number)) / (sums[2 * place + 1] as number)
}

function marginal(sums: Float64Array): { sum: number; used: number } {
  let [sum, used] = [0, 0]
  for (let place = 0; 2 * place < sums.length; place += 1) {
    if ((sums[2 * place + 1] as number) < 1) continue
    sum += squared(sums, place)
    used += 1
  }
  return { sum, used }
}

const rakings = 4
/** Share of the table that is what independence gives, so that bins which the sample missed are not left empty. */
const independentShare = 0.01

/**
 * Makes a table from a sample of rows keep the sums that all rows have. Each row is in one bin of every column, so without
 * this the table would contradict the sums just where columns say the same, and steps would run away.
 */
export function rakeTo(table: Float64Array, rows: Float64Array, columns: Float64Array): void {
  const across = columns.length
  let [whole, sampled] = [0, 0]
  for (const one of rows) whole += one
  for (const one of table) sampled += one
  if (whole <= 0) return
  const scale = sampled > 0 ? ((1 - independentShare) * whole) / sampled : 0
  for (let row = 0; row < rows.length; row += 1) {
    const share = ((sampled > 0 ? independentShare : 1) * (rows[row] as number)) / whole
    for (let column = 0; column < across; column += 1) {
      const at = row * across + column
      table[at] = scale * (table[at] as number) + share * (columns[column] as number)
    }
  }
  for (let raking = 0; raking < rakings; raking += 1) {
    rakeLines(table, columns, { lines: across, stride: 1, others: rows.length, step: across })
    rakeLines(table, rows, { lines: rows.length, stride: across, others: across, step: 1 })
  }
}

function rakeLines(
  table: Float64Array,
  wanted: Float64Array,
  { lines, stride, others, step }: { lines: number; stride: number; others: number; step: number },
): void {
  for (let line = 0; line < lines; line += 1) {
    let sum = 0
    for (let other = 0; other < others; other += 1) sum += table[line * stride + other * step] as number
    const by = sum > 0 ? (wanted[line] as number) / sum : 0
    for (let other = 0; other < others; other += 1) {
      const at = line * stride + other * step
      table[at] = by * (table[at] as number)
    }
  }
}
