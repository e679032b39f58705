/** Everything the product speaks. `sv-x-latt` is easy Swedish. */
export const languages = ['sv', 'sv-x-latt', 'en', 'ar'] as const
export type Language = (typeof languages)[number]

/** What staff screens speak (issue: staff screens in sv and en). */
export const staffLanguages = ['sv', 'en'] as const satisfies readonly Language[]

type Facts = { name: string; direction: 'ltr' | 'rtl'; format: string; fallback: Language }

/** `format` is the locale for days and numbers: Arabic keeps Western digits, as on Swedish letters. */
export const factsOf: Record<Language, Facts> = {
  sv: { name: 'Svenska', direction: 'ltr', format: 'sv-SE', fallback: 'sv' },
  'sv-x-latt': { name: 'Lätt svenska', direction: 'ltr', format: 'sv-SE', fallback: 'sv' },
  en: { name: 'English', direction: 'ltr', format: 'en-GB', fallback: 'en' },
  ar: { name: 'العربية', direction: 'rtl', format: 'ar-u-ca-gregory-nu-latn', fallback: 'en' },
}

const cookieName = 'krom-language'
const yearSeconds = 31_536_000

export const isLanguage = (text: string | undefined): text is Language => languages.some((one) => one === text)

/** The language for a screen that speaks only `spoken`: the chosen one, its fallback, else the first. */
export function languageAmong(chosen: Language, spoken: readonly Language[]): Language {
  if (spoken.includes(chosen)) return chosen
  const { fallback } = factsOf[chosen]
  return spoken.includes(fallback) ? fallback : (spoken[0] ?? 'sv')
}

/** The remembered choice, else the browser's own wish, else Swedish. */
export function rememberedLanguage(): Language {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith(`${cookieName}=`))
  const remembered = cookie?.slice(cookieName.length + 1)
  if (isLanguage(remembered)) return remembered
  const wished = navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage)
  return wished ?? 'sv'
}

/** Remembers the choice in a cookie, so that the pages the server writes speak the same language. */
export function rememberLanguage(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = `${cookieName}=${language}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`
}

let active: Language = 'sv'

/** The language of the screen now, for what stands outside React (the API client). */
export const activeLanguage = (): Language => active

/** Makes the page itself say which language it is in. */
export function activateLanguage(language: Language): void {
  active = language
  document.documentElement.lang = language
  document.documentElement.dir = factsOf[language].direction
}
