import type { Plugin } from 'vite'

const spoken = ['sv-SE', 'en-US', 'ar-AE']
const localeFile =
  /(?:react-aria|react-stately|react-aria-components|@react-aria|@midas-ds)\/.*\/([a-z]{2}-[A-Z]{2})\.m?js$/

/**
 * Leaves out the component library's own texts in languages Krom does not speak: they weigh more than our pages.
 * The library falls back to English for a language without texts.
 */
export function leanLocales(): Plugin {
  return {
    name: 'lean-locales',
    enforce: 'pre',
    load(id) {
      const locale = localeFile.exec(id)?.[1]
      return locale !== undefined && !spoken.includes(locale) ? 'export default {}' : null
    },
  }
}
