import { type ReactNode, use } from 'react'
import { createIntl, createIntlCache, type IntlShape } from 'react-intl'
import { activeLanguage, factsOf, type Language, languageAmong } from './language.ts'
import { useLanguage } from './language-provider.tsx'

type PlainValues = Record<string, string | number>

/** Values for an ICU message with nodes: `{name}`, or a function for a tag such as `<b>…</b>`. */
export type RichValues = NonNullable<Parameters<IntlShape['formatMessage']>[1]>

type TextModule<Key extends string> = { texts: Readonly<Record<Key, string>> }

/** One namespace of texts; `Key` is every text it has. */
export type Texts<Key extends string> = {
  readonly languages: readonly Language[]
  /** Starts loading ahead of the screen. */
  preload: () => void
  load: (wished: Language) => Promise<Speaker<Key>>
}

/** Says a text: `text('key', { n: 3 })` for words, `text.rich('key', { b: (parts) => <b>{parts}</b> })` for nodes. */
export type Speaker<Key extends string> = {
  (key: Key, values?: PlainValues): string
  rich: (key: Key, values: RichValues) => ReactNode
}

/**
 * Declares one namespace of texts, each language in a file of its own that loads when it is read.
 * The Swedish file is the measure: a key missing in another language is a type error there.
 */
export function defineTexts<Key extends string>(
  loaders: Partial<Record<Language, () => Promise<TextModule<Key>>>>,
): Texts<Key> {
  const spoken = Object.keys(loaders) as Language[]
  const loaded = new Map<Language, Promise<Speaker<Key>>>()

  const load = (wished: Language): Promise<Speaker<Key>> => {
    const language = languageAmong(wished, spoken)
    const known = loaded.get(language)
    if (known !== undefined) return known
    const loader = loaders[language]
    if (loader === undefined) throw new Error(`no texts in ${language}`)
    const coming = loader().then(({ texts }) => speaker<Key>(language, texts))
    loaded.set(language, coming)
    // A lost connection must not be remembered: the next reading tries again.
    coming.catch(() => loaded.delete(language))
    return coming
  }

  return { languages: spoken, load, preload: () => void load(activeLanguage()).catch(() => undefined) }
}

/** The texts of a namespace in the reader's language; suspends until they have come. */
export function useTexts<Key extends string>(texts: Texts<Key>): Speaker<Key> {
  return use(texts.load(useLanguage().language))
}

const cache = createIntlCache()

/** A missing or broken text is our mistake, found by the first test that shows the screen. */
const refuse = (error: Error) => {
  throw error
}

function speaker<Key extends string>(language: Language, messages: Readonly<Record<string, string>>): Speaker<Key> {
  const intl: IntlShape = createIntl({ locale: factsOf[language].format, messages, onError: refuse }, cache)
  const say = (key: Key, values?: PlainValues) => intl.formatMessage({ id: key }, values)
  return Object.assign(say, {
    rich: (key: Key, values: RichValues): ReactNode => intl.formatMessage({ id: key }, values),
  })
}
