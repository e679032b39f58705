import { problem } from './problem.ts'
import { fail, ok, type Result } from './result.ts'

export type DocumentType = 'application/pdf' | 'image/jpeg' | 'image/png'

/** The most that one document may hold, in bytes (house section 3). */
export const documentBytes = 10 * 1024 * 1024

const beginnings: readonly (readonly [DocumentType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/**
 * What a file is by its first bytes; its name and the sender's word are not believed.
 * Problems on `file`: `required` when empty, `file-too-large`, `file-kind`.
 */
export function documentType(bytes: Uint8Array): Result<DocumentType> {
  if (bytes.length === 0) return fail(problem('required', { field: 'file' }))
  if (bytes.length > documentBytes) {
    return fail(problem('file-too-large', { field: 'file', values: { megabytes: documentBytes / 1024 / 1024 } }))
  }
  const found = beginnings.find(([, start]) => start.every((byte, index) => bytes[index] === byte))
  return found ? ok(found[0]) : fail(problem('file-kind', { field: 'file' }))
}

/** A file name that is safe to give back: its last part, without control characters, at most 200 long. */
export function documentName(name: string, type: DocumentType): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = [...last].filter((char) => char >= ' ' && char !== '\u007f' && !'"<>:|?*'.includes(char)).join('')
  const ending = { 'application/pdf': '.pdf', 'image/jpeg': '.jpg', 'image/png': '.png' }[type]
  const stem = plain.replace(/\.(pdf|jpe?g|png)$/i, '').trim()
  return `${(stem === '' ? 'underlag' : stem).slice(0, 190)}${ending}`
}
