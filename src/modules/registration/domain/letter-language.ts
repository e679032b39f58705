/** The languages that letters and screens are written in. */
export type LetterLanguage = 'sv' | 'sv-x-latt' | 'en' | 'ar'

/**
 * The language to write to a person in. Who speaks a language that the house does not write gets easy Swedish,
 * and an interpreter when one is needed.
 *
 * @param spoken ISO 639 code of the person's language
 */
export function letterLanguage(spoken: string): LetterLanguage {
  return spoken === 'sv' || spoken === 'en' || spoken === 'ar' ? spoken : 'sv-x-latt'
}
