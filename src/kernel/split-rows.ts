/** One row of a file with separated values, and the line (from 1) that it begins on. */
export interface RawRow {
  readonly line: number
  readonly cells: readonly string[]
  /** A quote was opened and never closed: the cells are not to be trusted. */
  readonly broken: boolean
}

// A quoted text that runs over more lines than this is a forgotten quote, not an address.
const longestQuote = 10
const separators = [';', ',', '\t'] as const
export type Separator = (typeof separators)[number]

/** The separator that the first line uses most; a semicolon when it uses none. */
export function separatorOf(text: string): Separator {
  const end = text.indexOf('\n')
  const first = end < 0 ? text : text.slice(0, end)
  const counts = separators.map((separator) => ({ separator, count: first.split(separator).length }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator
}

/**
 * Reads rows one by one (RFC 4180: quoted cells may hold the separator, line breaks and doubled quotes). Empty lines are
 * passed over. A quote that is not closed spoils its own line only.
 */
export function* splitRows(text: string, separator: Separator): Generator<RawRow, void, undefined> {
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let line = 1
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    const plain = text.slice(at, text[end - 1] === '\r' && end > at ? end - 1 : end)
    if (!plain.includes('"')) {
      if (plain.trim() !== '') yield { line, cells: plain.split(separator), broken: false }
      at = end + 1
      line += 1
      continue
    }
    const quoted = readQuotedRow(text, at, separator)
    yield { line, cells: quoted?.cells ?? [], broken: quoted === null }
    at = quoted?.next ?? end + 1
    line += quoted?.lines ?? 1
  }
}

interface QuotedRow {
  readonly cells: readonly string[]
  readonly next: number
  readonly lines: number
}

function readQuotedRow(text: string, start: number, separator: Separator): QuotedRow | null {
  const cells: string[] = []
  let at = start
  let lines = 1
  for (;;) {
    const cell = text[at] === '"' ? readQuotedCell(text, at) : readPlainCell(text, at, separator)
    if (cell === null) return null
    lines += cell.value.split('\n').length - 1
    if (lines > longestQuote) return null
    cells.push(cell.value)
    at = cell.next
    const sign = text[at]
    if (sign === separator) at += 1
    else if (sign === undefined || sign === '\n') return { cells, next: at + 1, lines }
    else if (sign === '\r' && text[at + 1] === '\n') return { cells, next: at + 2, lines }
    else return null
  }
}

function readQuotedCell(text: string, start: number): { value: string; next: number } | null {
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    if (text[quote + 1] !== '"') {
      return { value: text.slice(start + 1, quote).replaceAll('""', '"'), next: quote + 1 }
    }
    at = quote + 2
  }
}

function readPlainCell(text: string, start: number, separator: Separator): { value: string; next: number } {
  let at = start
  while (at < text.length && text[at] !== separator && text[at] !== '\n') at += 1
  const next = text[at] !== separator && text[at - 1] === '\r' && at > start ? at - 1 : at
  return { value: text.slice(start, next), next }
}
