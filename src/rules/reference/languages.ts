import { rows } from './languages.data.ts'

/** A language: its ISO 639 code and its Swedish name. */
export type Language = { readonly code: string; readonly name: string }

const all: readonly Language[] = rows.map(([code, name]) => ({ code, name }))
const byCode = new Map(all.map((each) => [each.code, each]))
const byName = new Map(all.flatMap((each) => namesOf(each.name).map((name) => [name, each] as const)))

// Names that the platform's tables lack.
const englishNames = new Map([
  ['aii', 'Assyrian'],
  ['smi', 'Sami'],
  ['swl', 'Swedish Sign Language'],
])

/** The language with an ISO 639 code, or `null`. */
export function language(code: string): Language | null {
  return byCode.get(code) ?? null
}

/** All languages, in Swedish alphabetical order. */
export function languages(): readonly Language[] {
  return all
}

/** By code or Swedish name, in any case: `ti`, `Tigrinja`, `persiska`; or `null`. */
export function findLanguage(text: string): Language | null {
  const wanted = text.trim().toLocaleLowerCase('sv')
  return byCode.get(wanted) ?? byName.get(wanted) ?? null
}

/** The name of a language in another language, such as `en` or `ar`; the Swedish name where none is known. */
export function languageName(code: string, locale: string): string {
  const swedish = byCode.get(code)?.name ?? code
  if (locale.startsWith('sv')) return swedish
  const known = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(code)
  return known ?? englishNames.get(code) ?? swedish
}

// «Persiska (Farsi)» and «Tigrinja/Tigrinska» answer to each of their names.
function namesOf(name: string): string[] {
  const parts = name.split(/[/()]/).map((part) => part.trim())
  return [name, ...parts].filter((part) => part !== '').map((part) => part.toLocaleLowerCase('sv'))
}
