import { type FoldedName, foldName, type NameMatch, nameMatcher } from './name-match.ts'

/** What a catalogue entry can be found by. */
export type Findable = {
  readonly providerName: string
  /** The name as `foldName` gives it, where that is at hand. */
  readonly folded?: FoldedName
  readonly municipalityCode: string
  readonly languages: readonly string[]
  readonly orientations: readonly string[]
}

/** Absent filters let everything through; several together must all hold. */
export type Filters = {
  readonly name?: string | undefined
  readonly municipalityCode?: string | undefined
  readonly language?: string | undefined
  readonly orientation?: string | undefined
}

/** `similar` = no name holds what was typed, and these come near it. */
export type Found<T> = { readonly entries: readonly T[]; readonly similar: boolean }

/**
 * The entries that answer every filter that was given (programme 4.4: place, orientation, language, name). Names that
 * come near count only when none holds what was typed, and say nothing about the order.
 */
export function search<T extends Findable>(entries: readonly T[], filters: Filters): Found<T> {
  const rest = entries.filter((entry) => matches(entry, filters))
  const { name } = filters
  if (name === undefined || name.trim() === '') return { entries: rest, similar: false }
  const match = nameMatcher(name)
  const kinds = new Map<string, NameMatch>()
  for (const { providerName, folded } of rest) {
    if (!kinds.has(providerName)) kinds.set(providerName, match(folded ?? foldName(providerName)))
  }
  const named = (kind: NameMatch) => rest.filter((entry) => kinds.get(entry.providerName) === kind)
  const held = named('holds')
  if (held.length > 0) return { entries: held, similar: false }
  const near = named('near')
  return { entries: near, similar: near.length > 0 }
}

/** An address directed to `all` lines of work answers each orientation. */
function matches(entry: Findable, { municipalityCode, language, orientation }: Filters): boolean {
  return (
    (municipalityCode === undefined || entry.municipalityCode === municipalityCode) &&
    (language === undefined || entry.languages.includes(language)) &&
    (orientation === undefined || entry.orientations.includes(orientation) || entry.orientations.includes('all'))
  )
}
