import { separatorOf, splitRows } from '../../../../src/kernel/split-rows.ts'

/**
 * A file with separated values in pieces of at most `most` rows, each with the file's first line. Empty lines, which are passed over,
 * stand for the rows before, so that a refused row is told by its line in the whole file. A file that is not text goes as it is.
 */
export async function piecesOf(file: File, most: number): Promise<File[]> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  // One character for each byte, whatever the encoding: separators, quotes and line breaks are the same in all that are read.
  const text = new TextDecoder('windows-1252').decode(bytes)
  const [, ...rows] = bytes.includes(0) ? [] : [...splitRows(text, separatorOf(text))]
  if (rows.length <= most) return [file]
  const begins = lineStarts(bytes)
  const header = bytes.slice(0, begins[1])
  const pieces: File[] = []
  for (let from = 0; from < rows.length; from += most) {
    const line = rows[from]?.line ?? 1
    const next = rows[from + most]?.line
    const body = bytes.slice(begins[line - 1], next === undefined ? undefined : begins[next - 1])
    pieces.push(new File([header, '\n'.repeat(line - 2), body], file.name, { type: file.type }))
  }
  return pieces
}

function lineStarts(bytes: Uint8Array): number[] {
  const starts = [0]
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) starts.push(at + 1)
  return starts
}
