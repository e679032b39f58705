import { runInNewContext } from 'node:vm'
import { type MessageFormatElement, parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'

const textFile = /\/language\/texts\/([a-z-]+)\.([a-z-]+)\.ts$/
const parserPackage = '@formatjs/icu-messageformat-parser'
const declaration = /^\s*(?:export\s+)?const texts\s*=/m

/**
 * Reads the ICU messages when the screens are built, not in the browser: a broken message stops the build,
 * and the parser, as heavy as a role's screens, stays behind. A text without values stays a string.
 */
export function compiledTexts(): Plugin {
  const valuesByText = new Map<string, Map<string, string>>()
  return {
    name: 'compiled-texts',
    // The parser must be replaced before anything else resolves it; the texts are read after their types are gone.
    resolveId: {
      order: 'pre',
      handler(source, importer, options) {
        if (source !== parserPackage) return null
        return this.resolve(`${parserPackage}/lib/no-parser.js`, importer, { ...options, skipSelf: true })
      },
    },
    transform: {
      order: 'post',
      handler(code, id) {
        const [, namespace, language] = textFile.exec(id) ?? []
        if (namespace === undefined || language === undefined) return null
        const texts = Object.entries(textsIn(code, id)).map(([key, message]) => {
          const elements = parse(message, { shouldParseSkeletons: true })
          const text = `${namespace} ${key}`
          valuesByText.set(text, (valuesByText.get(text) ?? new Map()).set(language, valuesOf(elements).join(' ')))
          return [key, plainOrRead(elements)]
        })
        return { code: `export const texts = ${JSON.stringify(Object.fromEntries(texts))}`, map: null }
      },
    },
    buildEnd() {
      for (const [text, byLanguage] of valuesByText) {
        const swedish = byLanguage.get('sv')
        for (const [language, values] of byLanguage) {
          if (values !== swedish) this.error(`${text}: ${language} takes {${values}}, sv takes {${swedish}}`)
        }
      }
    },
  }
}

/** A text file is one object of literals; running it alone, with nothing in reach, gives the object. */
function textsIn(code: string, id: string): Record<string, string> {
  if (!declaration.test(code)) throw new Error(`${id} has no "export const texts ="`)
  const script = code.replace(declaration, 'result.texts =').replace(/^\s*export\s*\{[^}]*\};?\s*$/gm, '')
  const result: { texts: Record<string, string> } = { texts: {} }
  runInNewContext(script, { result })
  return result.texts
}

const plainOrRead = (elements: MessageFormatElement[]): unknown => {
  const [only] = elements
  return elements.length === 1 && only?.type === 0 ? only.value : elements
}

/** The names of the values that a message takes, its plurals, choices and tags included. */
function valuesOf(elements: readonly MessageFormatElement[]): string[] {
  const names = elements.flatMap((element) => [
    ...('value' in element && element.type !== 0 ? [element.value] : []),
    ...('options' in element ? Object.values(element.options).flatMap((option) => valuesOf(option.value)) : []),
    ...('children' in element ? valuesOf(element.children) : []),
  ])
  return [...new Set(names)].sort()
}
