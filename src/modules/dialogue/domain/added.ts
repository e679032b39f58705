import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { pointOut, type SensitiveKind } from '../../../kernel/sensitive-words.ts'

/** What a person may add to what the house knows of a month. */
export const addedKinds = ['applied', 'job-search', 'work', 'studies', 'own-activity', 'other'] as const
export type AddedKind = (typeof addedKinds)[number]

export interface AddedLine {
  readonly kind: AddedKind
  readonly words: string
}

/** What the person tells of the month beside what is known. */
export interface Added {
  readonly lines: readonly AddedLine[]
  /** The person has done nothing that month and says so; nothing is lost by saying it. */
  readonly nothing: boolean
}

/** Refuses a report that tells nothing and does not say so. Problem: `activity-report-empty`. */
export function checkAdded(added: Added, knownItems: number): Result<Added> {
  if (knownItems === 0 && added.lines.length === 0 && !added.nothing)
    return fail(problem('activity-report-empty', { field: 'nothing' }))
  return ok(added)
}

/**
 * The kinds of sensitive words in what was written; refused until whoever writes has seen them and says so (programme 12).
 * Problems: `words-too-long`, `sensitive-words`.
 */
export function readWords(
  written: { readonly words: readonly string[]; readonly sensitiveSeen: boolean },
  mostCharacters: number,
  field: string,
): Result<readonly SensitiveKind[]> {
  if (written.words.some((words) => words.length > mostCharacters))
    return fail(problem('words-too-long', { field, values: { most: mostCharacters } }))
  const found = pointOut(written.words.join('\n'))
  if (found.length > 0 && !written.sensitiveSeen) {
    const words = found.flatMap((one) => one.words).join(', ')
    return fail(problem('sensitive-words', { field, values: { words } }))
  }
  return ok(found.map(({ kind }) => kind))
}
