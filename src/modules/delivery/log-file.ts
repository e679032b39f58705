import { parseDay } from '../../kernel/day.ts'
import { atTime } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { separatorOf, splitRows } from '../../kernel/split-rows.ts'
import { fileText } from '../../platform/file-text.ts'
import { activityRow, meetingRow, mostImportedRows, withdrawnRow } from './contract/log-imports.ts'

/** A row as it was sent, with its number: its place in the batch, or its line in the file. */
export interface SentRow {
  readonly row: number
  readonly values: Readonly<Record<string, unknown>>
  /** A quote was opened and never closed. */
  readonly broken?: boolean
}

const columns = [
  ...new Set([meetingRow, activityRow, withdrawnRow].flatMap((schema) => Object.keys(schema.shape))),
] as const
const numbers: readonly string[] = ['minutes', 'hours', 'minutesAway', 'jobProposals']
const switches: readonly string[] = ['individual', 'tookPlace', 'languageSupport', 'withdrawn']
const yes: readonly string[] = ['ja', 'yes', 'true', '1']
const no: readonly string[] = ['nej', 'no', 'false', '0']

/**
 * Reads a file with separated values: UTF-8 or Windows-1252, semicolon, comma or tab, with the API's field names as its first line
 * in any order. Numbers may have a decimal comma; `startsAt` may be Swedish time, `2022-03-10 09:00`; yes and no in Swedish or English.
 * Problems, each for the whole file: those of `fileText`, `missing-column`, `unknown-column`, `repeated-column`, `too-many-rows`.
 */
export function readLogFile(bytes: Uint8Array): Result<SentRow[]> {
  const file = fileText(bytes)
  if (!file.ok) return file
  const { text } = file.value
  const [first, ...rest] = splitRows(text, separatorOf(text))
  const header = readHeader(first?.cells ?? [])
  if (!header.ok) return header
  if (rest.length > mostImportedRows) return fail(problem('too-many-rows', { values: { most: mostImportedRows } }))
  return ok(rest.map(({ line, cells, broken }) => ({ row: line, values: valuesOf(header.value, cells), broken })))
}

function readHeader(cells: readonly string[]): Result<string[]> {
  const names = cells.map((cell) => {
    const name = cell.trim()
    return columns.find((column) => column.toLowerCase() === name.toLowerCase()) ?? name
  })
  const missing = ['kind', 'externalId'].find((column) => !names.includes(column))
  if (missing !== undefined) return fail(problem('missing-column', { values: { column: missing } }))
  const unknown = names.find((name) => !columns.some((column) => column === name))
  if (unknown !== undefined) return fail(problem('unknown-column', { values: { column: unknown } }))
  const repeated = names.find((name, index) => names.indexOf(name) !== index)
  if (repeated !== undefined) return fail(problem('repeated-column', { values: { column: repeated } }))
  return ok(names)
}

/** An empty cell says nothing; a cell that cannot be read is left as it is, for the row's own check to refuse by its field. */
function valuesOf(names: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [index, name] of names.entries()) {
    const cell = cells[index]?.trim() ?? ''
    if (cell !== '') values[name] = readCell(name, cell)
  }
  return values
}

function readCell(name: string, cell: string): unknown {
  if (numbers.includes(name)) return /^\d+([.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : cell
  if (switches.includes(name)) {
    const word = cell.toLowerCase()
    return yes.includes(word) ? true : no.includes(word) ? false : cell
  }
  if (name === 'came') {
    const word = cell.toLowerCase()
    return { ja: 'yes', nej: 'no', delvis: 'partly' }[word] ?? word
  }
  if (name === 'startsAt') return swedishTime(cell) ?? cell
  return cell
}

function swedishTime(cell: string): string | null {
  const parts = /^(\d{4}-\d{2}-\d{2})[ T](([01]\d|2[0-3])[:.][0-5]\d)([:.]00)?$/.exec(cell)
  const onDay = parts?.[1] === undefined ? null : parseDay(parts[1])
  return onDay?.ok && parts?.[2] !== undefined ? atTime(onDay.value, parts[2].replace('.', ':')) : null
}
