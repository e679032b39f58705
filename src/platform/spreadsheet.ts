import { setTimeout as letOthersRun } from 'node:timers/promises'
import writeExcelFile from 'write-excel-file/node'
import type { Download } from './http/route.ts'

/** What stands in a cell: text, a number, an amount in öre, a day or month as text; null leaves it empty. */
type Value = string | number | null

/** One column of a table to take home. `ore` is written in kronor with two decimals. */
export interface SheetColumn<Row> {
  readonly title: string
  readonly kind: 'text' | 'number' | 'ore'
  readonly value: (row: Row) => Value
}

export interface SheetTable<Row> {
  /** Without ending, such as `underlag-2022-09`. */
  readonly name: string
  readonly columns: readonly SheetColumn<Row>[]
  readonly rows: readonly Row[]
}

export type SheetFormat = 'csv' | 'xlsx'

const orePerKrona = 100
const mark = '\uFEFF'
const longestSheetName = 31
const breathAfter = 2000
const narrow = 14
const wide = 30

/**
 * A table as a file for a spreadsheet. CSV as Swedish programs read it: semicolons, decimal comma, UTF-8 with its mark;
 * or Excel, where amounts are numbers. Text that a spreadsheet would run as a formula is kept as text in both.
 */
export async function spreadsheet<Row>(table: SheetTable<Row>, format: SheetFormat): Promise<Download> {
  if (format === 'csv') {
    return { body: await csvOf(table), fileName: `${table.name}.csv`, mediaType: 'text/csv; charset=utf-8' }
  }
  const body = await excelOf(table)
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { body, fileName: `${table.name}.xlsx`, mediaType }
}

async function csvOf<Row>({ columns, rows }: SheetTable<Row>): Promise<string> {
  const lines = [columns.map((column) => quoted(guarded(column.title))).join(';')]
  for (const [index, row] of rows.entries()) {
    lines.push(columns.map((column) => csvCell(column, column.value(row))).join(';'))
    if (index % breathAfter === breathAfter - 1) await letOthersRun(0)
  }
  return `${mark}${lines.join('\r\n')}\r\n`
}

function csvCell<Row>({ kind }: SheetColumn<Row>, value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string') return quoted(guarded(value))
  const text = kind === 'ore' ? (value / orePerKrona).toFixed(2) : String(value)
  return text.replace('.', ',')
}

/** Text that begins as a formula does gets an apostrophe, which spreadsheets do not show. */
function guarded(text: string): string {
  return /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

async function excelOf<Row>({ name, columns, rows }: SheetTable<Row>): Promise<Buffer> {
  const head = columns.map((column) => ({ value: column.title, type: String, fontWeight: 'bold' as const }))
  const body = rows.map((row) => columns.map((column) => excelCell(column, column.value(row))))
  const widths = columns.map((column) => ({ width: column.kind === 'text' ? wide : narrow }))
  const sheet = name.slice(0, longestSheetName)
  return writeExcelFile([head, ...body], { columns: widths, sheet, stickyRowsCount: 1 }).toBuffer()
}

/** Text is written as text, never as a formula: the file says of each cell what it is. */
function excelCell<Row>({ kind }: SheetColumn<Row>, value: Value) {
  if (value === null) return null
  if (typeof value === 'string') return { value, type: String }
  return kind === 'ore' ? { value: value / orePerKrona, type: Number, format: '#,##0.00' } : { value, type: Number }
}
