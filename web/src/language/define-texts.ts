import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'
import { Children, type ReactNode, use } from 'react'
import { activeLanguage, factsOf, type Language, languageAmong } from './language.ts'
import { useLanguage } from './language-provider.tsx'

type PlainValues = Record<string, string | number>

/** Values for an ICU message with nodes: `{name}`, or a function for a tag such as `<b>…</b>`. */
export type RichValues = Record<string, ReactNode | ((parts: ReactNode[]) => ReactNode)>

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
  /** Whether there is a text for a key that comes from data, such as a code of the law. */
  knows: (key: string) => key is Key
}

const declared = new Set<() => void>()

/** From now on only texts that come with later bundles count as declared; those of the first belong to every role. */
export function forgetDeclared(): void {
  declared.clear()
}

/** Starts what has been declared on its way, so that a screen of the same bundle need not wait for its words. */
export function preloadDeclared(): void {
  for (const preload of declared) preload()
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
    // As `use` marks a promise that it has seen: a screen whose texts have come need not wait a turn for them.
    coming.then((value) => Object.assign(coming, { status: 'fulfilled', value })).catch(() => undefined)
    // A lost connection must not be remembered: the next reading tries again.
    coming.catch(() => loaded.delete(language))
    return coming
  }

  const preload = () => void load(activeLanguage()).catch(() => undefined)
  declared.add(preload)
  return { languages: spoken, load, preload }
}

/** The texts of a namespace in the reader's language; suspends until they have come. */
export function useTexts<Key extends string>(texts: Texts<Key>): Speaker<Key> {
  return use(texts.load(useLanguage().language))
}

type RichArguments = Parameters<typeof IntlMessageFormat.prototype.format<ReactNode>>[0]

/** The build reads the messages (web/build/compiled-texts.ts); what has no values is still plain text. */
type Message = string | MessageFormatElement[]

/** A missing value or a broken text throws: it is our mistake, found by the first test that shows the screen. */
function speaker<Key extends string>(language: Language, texts: Readonly<Record<Key, Message>>): Speaker<Key> {
  const made = new Map<Key, IntlMessageFormat>()
  const formatOf = (key: Key, message: Message): IntlMessageFormat => {
    const known = made.get(key) ?? new IntlMessageFormat(message, factsOf[language].format)
    made.set(key, known)
    return known
  }
  const say = (key: Key, values?: PlainValues): string => {
    const message = texts[key]
    return typeof message === 'string' ? message : String(formatOf(key, message).format(values))
  }
  const rich = (key: Key, values: RichValues): ReactNode => {
    const parts = formatOf(key, texts[key]).format<ReactNode>(values as RichArguments)
    return Array.isArray(parts) ? Children.toArray(parts) : parts
  }
  const knows = (key: string): key is Key => Object.hasOwn(texts, key)
  return Object.assign(say, { rich, knows })
}
