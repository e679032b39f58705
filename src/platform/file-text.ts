import { isUtf8 } from 'node:buffer'
import { problem } from '../kernel/problem.ts'
import { fail, ok, type Result } from '../kernel/result.ts'

/** The text of a file and how it was written. */
export interface FileText {
  readonly text: string
  readonly encoding: 'utf-8' | 'windows-1252'
}

/**
 * Reads the bytes as UTF-8 where they are UTF-8, otherwise as Windows-1252, which is what older systems write.
 * Problems: `empty-file`, `not-a-text-file` (a spreadsheet, UTF-16 or anything else with zero bytes).
 */
export function fileText(bytes: Uint8Array): Result<FileText> {
  if (bytes.includes(0)) return fail(problem('not-a-text-file'))
  const encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252'
  const text = new TextDecoder(encoding).decode(bytes)
  return text.trim() === '' ? fail(problem('empty-file')) : ok({ text, encoding })
}
