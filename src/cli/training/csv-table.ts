import { readFileSync } from 'node:fs'
import { type Column, mostLevels, shared } from '../../modules/assessment/domain/index.ts'
import { type Field, numberOf, readLine, separatorOf, textOf } from './csv-fields.ts'

/** What the reader is told of columns beforehand. */
export interface Wanted {
  /** Columns that are categories even if they look like numbers. */
  readonly categories: ReadonlySet<string>
  /** Columns that must be numbers. */
  readonly numbers: ReadonlySet<string>
  /** Columns to read; `null` = all. */
  readonly only: ReadonlySet<string> | null
}

export interface CsvTable {
  readonly rows: number
  readonly columns: ReadonlyMap<string, Column>
}

interface Reading {
  readonly name: string
  readonly place: number
  readonly values: Float64Array | null
  readonly codes: Uint16Array | null
  readonly levels: Map<string, number>
}

const newline = 10
const sampleLines = 2000

/** A whole CSV file with a header, column by column; or the sentence that says what is wrong with it. */
export function readCsvTable(file: string, wanted: Wanted): CsvTable | string {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    return `${file} cannot be read`
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3)
  return csvTable(bytes, wanted)
}

/** The same from bytes. */
export function csvTable(bytes: Buffer, wanted: Wanted): CsvTable | string {
  const separator = separatorOf(bytes)
  const fields: Field[] = []
  const header = readLine(bytes, 0, separator, fields)
  const names = fields.slice(0, header.count).map((field) => textOf(bytes, field))
  const fault = headerFault(names, wanted)
  if (fault !== null) return fault
  const categories = new Set(wanted.categories)
  for (;;) {
    const kinds = sampledKinds(bytes, header.next, separator, names)
    const read = readRows(bytes, header.next, separator, { names, kinds, categories, wanted })
    if (typeof read === 'string' || 'columns' in read) return read
    // A column that began as numbers turned out to hold words: it is a category, and all is read again.
    categories.add(read.worded)
  }
}

function headerFault(names: readonly string[], { categories, numbers, only }: Wanted): string | null {
  if (names.length === 1 && names[0] === '') return 'the file has no header'
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) return `the header names "${twice}" twice`
  if (names.some((name) => name === '')) return 'the header has a column without a name'
  const missing = [...categories, ...numbers, ...(only ?? [])].filter((name) => !names.includes(name))
  if (missing.length > 0)
    return `there is no column ${[...new Set(missing)].join(', ')}; the file has ${names.join(', ')}`
  return null
}

/** Which columns hold only numbers (or nothing) in the first lines. */
function sampledKinds(bytes: Buffer, from: number, separator: number, names: readonly string[]): boolean[] {
  const isNumber = names.map(() => true)
  const hasValue = names.map(() => false)
  const fields: Field[] = []
  let at = from
  for (let line = 0; line < sampleLines && at < bytes.length; line += 1) {
    const { count, next } = readLine(bytes, at, separator, fields)
    for (let place = 0; place < Math.min(count, names.length); place += 1) {
      const field = fields[place] as Field
      if (field.end > field.start) hasValue[place] = true
      if (field.quoted || numberOf(bytes, field) === null) isNumber[place] = false
    }
    at = next
  }
  return isNumber.map((number, place) => number && (hasValue[place] ?? false))
}

function readRows(
  bytes: Buffer,
  from: number,
  separator: number,
  about: {
    readonly names: readonly string[]
    readonly kinds: readonly boolean[]
    readonly categories: ReadonlySet<string>
    readonly wanted: Wanted
  },
): CsvTable | { readonly worded: string } | string {
  const { names, wanted } = about
  const most = countLines(bytes, from)
  const readings = names.flatMap((name, place): Reading[] => {
    if (wanted.only !== null && !wanted.only.has(name)) return []
    const isNumber = wanted.numbers.has(name) || (!about.categories.has(name) && (about.kinds[place] ?? false))
    const values = isNumber ? shared.doubles(most) : null
    return [{ name, place, values, codes: isNumber ? null : shared.codes(most), levels: new Map() }]
  })
  const fields: Field[] = []
  let rows = 0
  let at = from
  for (let line = 2; at < bytes.length; line += 1) {
    const { count, next } = readLine(bytes, at, separator, fields)
    const isBlank = count === 1 && fields[0]?.start === fields[0]?.end
    at = next
    if (isBlank && names.length > 1) continue
    if (count !== names.length) return `line ${line}: ${count} fields where the header has ${names.length}`
    for (const reading of readings) {
      const fault = readField(bytes, fields[reading.place] as Field, reading, rows)
      if (fault === 'word' && !wanted.numbers.has(reading.name)) return { worded: reading.name }
      if (fault !== null) return `line ${line}: ${reading.name}: ${faults[fault]}`
    }
    rows += 1
  }
  return { rows, columns: new Map(readings.map((reading) => [reading.name, columnOf(reading, rows)])) }
}

const faults = {
  word: 'not a number',
  infinite: 'not a finite number; leave the field empty when the value is missing',
  levels: `more than ${mostLevels} different texts; leave out a column that only names the row`,
} as const

function readField(bytes: Buffer, field: Field, reading: Reading, row: number): keyof typeof faults | null {
  if (reading.values !== null) {
    const value = numberOf(bytes, field)
    if (value === null) return 'word'
    if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) return 'infinite'
    reading.values[row] = value
    return null
  }
  const text = textOf(bytes, field)
  if (text === '') return null
  let code = reading.levels.get(text)
  if (code === undefined) {
    code = reading.levels.size + 1
    if (code > mostLevels) return 'levels'
    reading.levels.set(text, code)
  }
  ;(reading.codes as Uint16Array)[row] = code
  return null
}

/** Levels in order of their text, so that the order of rows does not decide their codes. */
function columnOf({ name, values, codes, levels }: Reading, rows: number): Column {
  if (values !== null) return { kind: 'number', name, values: values.subarray(0, rows) }
  const sorted = [...levels.keys()].sort()
  const places = new Uint16Array(levels.size + 1)
  for (const [place, level] of sorted.entries()) places[levels.get(level) ?? 0] = place + 1
  const own = (codes as Uint16Array).subarray(0, rows)
  for (let row = 0; row < rows; row += 1) own[row] = places[own[row] as number] as number
  return { kind: 'category', name, codes: own, levels: sorted }
}

function countLines(bytes: Buffer, from: number): number {
  let count = 1
  for (let at = bytes.indexOf(newline, from); at >= 0; at = bytes.indexOf(newline, at + 1)) count += 1
  return count
}
