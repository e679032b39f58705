import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../platform/problems.ts'

type Chunk = {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}
type Manifest = Readonly<Record<string, Chunk>>

/** The page of the signed-in web, from which its scripts begin. */
export interface ShellPage {
  /** What the content policy must allow by its hash: the small script that stands in the page itself. */
  readonly scriptHashes: readonly string[]
  /**
   * The page with the files named that the address will ask for: of its role, in the language. Over a slow line they then
   * come together with the first scripts, not after these have run.
   */
  at(path: string, language: Language): string
}

const empty: ShellPage = { scriptHashes: [], at: () => '' }
const fallbacks: Readonly<Record<Language, readonly Language[]>> = {
  sv: ['sv'],
  'sv-x-latt': ['sv-x-latt', 'sv'],
  en: ['en'],
  ar: ['ar', 'en'],
}

/** Reads the built page; without a build an empty one. */
export function shellPage(folder: string): ShellPage {
  const page = join(folder, 'index.html')
  if (!existsSync(page)) return empty
  const html = readFileSync(page, 'utf8')
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Manifest
  const made = new Map<string, string>()
  return {
    scriptHashes: [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code = '']) => hashOf(code)),
    at(path, language) {
      const role = /^\/app\/([a-z]+)/.exec(path)?.[1] ?? ''
      const key = manifest[bundleOf(role)] === undefined ? '' : `${role} ${language}`
      const known =
        made.get(key) ?? html.replace('</head>', `${key === '' ? '' : hints(manifest, role, language)}</head>`)
      made.set(key, known)
      return known
    },
  }
}

const bundleOf = (role: string) => `src/roles/${role}/index.tsx`

function hashOf(code: string): string {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`
}

/** Links to what the page itself does not name yet; after the page's own, and after what the early script asks for. */
function hints(manifest: Manifest, role: string, language: Language): string {
  const named = reach(manifest, ['index.html'])
  const bundle = reach(manifest, [bundleOf(role)])
  const offered = new Set([...bundle].flatMap((name) => manifest[name]?.dynamicImports ?? []))
  const texts = ['shell', role, 'offline'].flatMap((namespace) => {
    const files = fallbacks[language].map((spoken) => `src/language/texts/${namespace}.${spoken}.ts`)
    return files.find((file) => file in manifest && (namespace !== 'offline' || offered.has(file))) ?? []
  })
  const needed = [...reach(manifest, [...texts, bundleOf(role)])].filter((name) => !named.has(name))
  const chunks = needed.flatMap((name) => manifest[name] ?? [])
  const scripts = chunks.map(({ file }) => `<link rel="modulepreload" fetchpriority="low" crossorigin href="/${file}">`)
  const styles = chunks.flatMap(({ css = [] }) =>
    css.map((file) => `<link rel="preload" as="style" fetchpriority="low" crossorigin href="/${file}">`),
  )
  return [...scripts, ...styles].map((link) => `    ${link}\n`).join('')
}

/** The chunks and all that they import at once. */
function reach(manifest: Manifest, names: readonly string[]): Set<string> {
  const reached = new Set<string>()
  const visit = (name: string) => {
    if (reached.has(name)) return
    reached.add(name)
    for (const next of manifest[name]?.imports ?? []) visit(next)
  }
  for (const name of names) visit(name)
  return reached
}
