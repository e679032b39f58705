import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Path from the repository's root, with `/`, to the file's text. Files that are not text stand with an empty one. */
export type Tree = ReadonlyMap<string, string>

/** The repository's root, whatever folder the tests are started from. */
export const repositoryRoot = join(import.meta.dirname, '..', '..')

const readFolders = ['src', 'web', 'tests', 'bench', 'scripts', 'docs']
const readRootFiles = ['package.json', 'tsconfig.json', 'README.md']
const skippedFolders = new Set(['node_modules', 'dist', '.krom', '.git'])
const textEndings = /\.(ts|tsx|cjs|js|sql|md|json|css|html|csv)$/

/** Reads every file that the walls and the tidy rules look at. */
export function readTree(root: string = repositoryRoot): Tree {
  const tree = new Map<string, string>()
  const readFolder = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name)) readFolder(path)
      } else {
        tree.set(path, textEndings.test(entry.name) ? readFileSync(join(root, path), 'utf8') : '')
      }
    }
  }
  const present = new Set(readdirSync(root))
  for (const folder of readFolders) if (present.has(folder)) readFolder(folder)
  for (const file of readRootFiles) if (present.has(file)) tree.set(file, readFileSync(join(root, file), 'utf8'))
  return tree
}

/** A tree in memory for breaking a rule on purpose. */
export function treeOf(files: Record<string, string>): Tree {
  return new Map(Object.entries(files))
}

export function isCode(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith('.d.ts')
}

/** Tests, law examples and builders: the only readers of `testing.ts` and of test packages. */
export function isTestFile(path: string): boolean {
  return /^(tests|bench)\//.test(path) || /\.(test|cases)\.tsx?$/.test(path) || isTesting(path)
}

/** The builders of a module, and the platform's database for tests. */
export function isTesting(path: string): boolean {
  return /(^|\/)testing\.tsx?$/.test(path) || /^src\/platform\/test-[a-z-]+\.ts$/.test(path)
}

/** What a check says: how much it read, and each breach with file, line and cure. Nothing read is a failure too. */
export type Verdict = { read: number; breaches: readonly string[] }

/**
 * Throws when the check read nothing (an empty check is not a green one) or found a breach.
 *
 * @throws Error that lists every breach
 */
export function assertKept(name: string, verdict: Verdict): void {
  if (verdict.read === 0) throw new Error(`${name}: nothing was read, so nothing was checked`)
  if (verdict.breaches.length > 0) throw new Error(`${name} is broken:\n  ${verdict.breaches.join('\n  ')}`)
}
