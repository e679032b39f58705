import { statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'

const textFile = /\/language\/texts\/[a-z-]+\.[a-z-]+\.ts$/
const parserPackage = '@formatjs/icu-messageformat-parser'

/**
 * Reads the ICU messages when the screens are built, not in the browser: a broken message stops the build,
 * and the parser, as heavy as a role's screens, stays behind. A text without values stays a string.
 */
export function compiledTexts(): Plugin {
  return {
    name: 'compiled-texts',
    enforce: 'pre',
    resolveId(source, importer, options) {
      if (source !== parserPackage) return null
      return this.resolve(`${parserPackage}/lib/no-parser.js`, importer, { ...options, skipSelf: true })
    },
    async load(id) {
      if (!textFile.test(id)) return null
      this.addWatchFile(id)
      const { texts } = (await import(`${pathToFileURL(id).href}?${statSync(id).mtimeMs}`)) as {
        texts: Record<string, string>
      }
      return `export const texts = ${JSON.stringify(Object.fromEntries(Object.entries(texts).map(compiled)))}`
    },
  }
}

function compiled([key, message]: [string, string]): [string, unknown] {
  const elements = parse(message, { shouldParseSkeletons: true })
  const [only] = elements
  return [key, elements.length === 1 && only !== undefined && only.type === 0 ? only.value : elements]
}
