import { useMemo } from 'react'
import { makeFormat } from './format.ts'
import type { Language } from './language.ts'
import { useLanguage } from './language-provider.tsx'

const made = new Map<Language, ReturnType<typeof makeFormat>>()

/** Days, moments, amounts and numbers in the reader's language; digits are always Western. */
export function useFormat() {
  const { language } = useLanguage()
  return useMemo(() => {
    const known = made.get(language) ?? makeFormat(language)
    made.set(language, known)
    return known
  }, [language])
}
