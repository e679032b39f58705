import type { Language } from '../problems.ts'

const known: readonly Language[] = ['sv-x-latt', 'sv', 'en', 'ar']

/** The first language of an Accept-Language header that Krom speaks; Swedish when there is none. */
export function languageOf(header: string | undefined): Language {
  for (const part of (header ?? '').split(',')) {
    const tag = part.split(';')[0]?.trim().toLowerCase() ?? ''
    const found = known.find((language) => tag === language || (tag.startsWith(`${language}-`) && tag !== 'sv-x-latt'))
    if (found) return found
  }
  return 'sv'
}
