import { hasCheckDigit } from './check-digit.ts'
import { harmless, sensitiveStems } from './sensitive-words.data.ts'

/** What a free text may tell that it should not without need (programme 4.6, 12). */
export const sensitiveKinds = ['health', 'religion', 'union', 'origin', 'crime', 'person-number'] as const
export type SensitiveKind = (typeof sensitiveKinds)[number]

/** A kind that a text may tell of, with the words that say so, as they were written, in the order they came. */
export interface PointedOut {
  readonly kind: SensitiveKind
  readonly words: readonly string[]
}

const wordPattern = /[\p{L}\p{M}]+/gu
// Day, month and four more digits; the day of a coordination number is 60 higher.
const numberPattern =
  /(?<!\d)(?:\d{2})?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+ ]?\d{4}(?!\d)/g
// What Arabic writes together with the word: and, so, with, for, as, the.
const arabicPrefix = /^(?:[وف]?(?:بال|كال|لل|ال|ب|ل|ك)?)/

/**
 * What in a text may be sensitive, so that whoever writes is told before it is saved and can send it all the same. A word
 * list, not a judge: it neither finds everything nor is always right.
 */
export function pointOut(text: string): PointedOut[] {
  const found = new Map<SensitiveKind, string[]>()
  const add = (kind: SensitiveKind, word: string) => {
    const words = found.get(kind) ?? []
    if (!words.includes(word)) found.set(kind, [...words, word])
  }
  for (const [word] of text.matchAll(wordPattern)) {
    const kind = kindOf(word.toLowerCase())
    if (kind !== null) add(kind, word)
  }
  for (const [number] of text.matchAll(numberPattern)) {
    if (hasCheckDigit(number.replaceAll(/\D/g, '').slice(-10))) add('person-number', number)
  }
  return sensitiveKinds.flatMap((kind) => {
    const words = found.get(kind)
    return words === undefined ? [] : [{ kind, words }]
  })
}

function kindOf(word: string): SensitiveKind | null {
  if (fits(harmlessStems, word)) return null
  const bare = word.replace(arabicPrefix, '')
  for (const [kind, stems] of stemsByKind) if (fits(stems, word) || fits(stems, bare)) return kind
  return null
}

interface Stems {
  readonly whole: ReadonlySet<string>
  readonly beginnings: readonly string[]
}

function fits({ whole, beginnings }: Stems, word: string): boolean {
  return whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning))
}

function stemsOf(words: readonly string[]): Stems {
  return {
    whole: new Set(words.filter((word) => !word.endsWith('*'))),
    beginnings: words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
  }
}

const harmlessStems = stemsOf(harmless)
const stemsByKind = Object.entries(sensitiveStems).map(
  ([kind, words]) => [kind as SensitiveKind, stemsOf(words)] as const,
)
