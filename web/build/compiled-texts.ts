import { runInNewContext } from 'node:vm'
import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'

const textFile = /\/language\/texts\/[a-z-]+\.[a-z-]+\.ts$/
const parserPackage = '@formatjs/icu-messageformat-parser'
const declaration = /^\s*(?:export\s+)?const texts\s*=/m

/**
 * Reads the ICU messages when the screens are built, not in the browser: a broken message stops the build,
 * and the parser, as heavy as a role's screens, stays behind. A text without values stays a string.
 */
export function compiledTexts(): Plugin {
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
        if (!textFile.test(id)) return null
        const texts = textsIn(code, id)
        return { code: `export const texts = ${JSON.stringify(texts)}`, map: null }
      },
    },
  }
}

/** A text file is one object of literals; running it alone, with nothing in reach, gives the object. */
function textsIn(code: string, id: string): Record<string, unknown> {
  if (!declaration.test(code)) throw new Error(`${id} has no "export const texts ="`)
  const script = code.replace(declaration, 'result.texts =').replace(/^\s*export\s*\{[^}]*\};?\s*$/gm, '')
  const result: { texts: Record<string, string> } = { texts: {} }
  runInNewContext(script, { result })
  return Object.fromEntries(Object.entries(result.texts).map(([key, message]) => [key, compiled(message)]))
}

function compiled(message: string): unknown {
  const elements = parse(message, { shouldParseSkeletons: true })
  const [only] = elements
  return elements.length === 1 && only?.type === 0 ? only.value : elements
}
