import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildWeb, webFolder } from '../src/server/web-build.ts'
import type { Bench } from './line.ts'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

type Manifest = Readonly<Record<string, Chunk>>

const languages = ['sv', 'sv-x-latt', 'en', 'ar']
const limits: Readonly<Record<string, number>> = {
  public: 180,
  participant: 180,
  caseworker: 300,
  approver: 300,
  overseer: 300,
  provider: 300,
  municipality: 300,
  analyst: 300,
  administrator: 300,
}

/** Kilobytes of script, compressed with gzip, that a browser fetches for each role's first screen, in the language with most. */
export const bench: Bench = async (print, say) => {
  await buildWeb(say)
  const manifest = JSON.parse(readFileSync(join(webFolder, '.vite', 'manifest.json'), 'utf8')) as Manifest
  for (const [role, most] of Object.entries(limits)) {
    const bytes = Math.max(...languages.map((language) => firstScreenBytes(manifest, role, language)))
    print({ bench: `bundle-${role}`, ours: Math.round(bytes / 100) / 10, unit: 'kB', most })
  }
}

/** The shell, the role's bundle with all that both import at once, and the texts of one language. */
function firstScreenBytes(manifest: Manifest, role: string, language: string): number {
  const bundle = `src/roles/${role}/index.tsx`
  const screen = reach(manifest, [bundle])
  // The shell knows where everybody's texts are; of those a first screen reads its role's own and, but for the public, the steps'.
  const shell = reach(manifest, ['index.html'])
  const texts = [...screen].flatMap((name) => (shell.has(name) ? [] : (manifest[name]?.dynamicImports ?? [])))
  const named = ['shell', role, ...(role === 'public' ? [] : ['steps'])].map(
    (namespace) => `src/language/texts/${namespace}.${language}.ts`,
  )
  const spoken = [...texts.filter((name) => name.endsWith(`.${language}.ts`)), ...named].filter(
    (name) => name in manifest,
  )
  const files = new Set(
    [...reach(manifest, ['index.html', bundle, ...spoken])].map((name) => manifest[name]?.file ?? ''),
  )
  let bytes = 0
  for (const file of files)
    if (file.endsWith('.js')) bytes += gzipSync(readFileSync(join(webFolder, file)), { level: 9 }).length
  return bytes
}

/** The chunks and everything they import at once. */
function reach(manifest: Manifest, names: readonly string[]): Set<string> {
  const reached = new Set<string>()
  const visit = (name: string) => {
    const chunk = manifest[name]
    if (chunk === undefined) throw new Error(`the build's manifest has no ${name}`)
    if (reached.has(name)) return
    reached.add(name)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const name of names) visit(name)
  return reached
}
