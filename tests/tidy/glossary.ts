import type { Tree, Verdict } from '../source/tree.ts'

export type Term = { term: string; type: string; module: string; line: number }

/** A word of the programme that no module has built yet. */
export type WaitingTerm = Omit<Term, 'type'>

const glossaryPath = 'docs/GLOSSARY.md'

const plainRooms = ['kernel', 'rules', 'platform']

/**
 * Reads the two tables: `| term | type | Swedish | meaning | module |` and, for words without a type yet,
 * `| term | Swedish | meaning | module |`. A row of another shape, or with an empty cell, is malformed.
 */
function termsIn(glossary: string): { terms: Term[]; waiting: WaitingTerm[]; malformed: number[] } {
  const terms: Term[] = []
  const waiting: WaitingTerm[] = []
  const malformed: number[] = []
  for (const [index, text] of glossary.split('\n').entries()) {
    if (!text.startsWith('|') || /^\|[-:| ]+\|$/.test(text)) continue
    const cells = text.split('|').map((cell) => cell.trim().replaceAll('`', ''))
    const [term, ...rest] = cells.slice(1, -1)
    const line = index + 1
    if (term === undefined || cells.slice(1, -1).includes('')) malformed.push(line)
    else if (term === 'term') continue
    else if (rest.length === 4) terms.push({ term, type: rest[0] ?? '', module: rest[3] ?? '', line })
    else if (rest.length === 3) waiting.push({ term, module: rest[2] ?? '', line })
    else malformed.push(line)
  }
  return { terms, waiting, malformed }
}

/**
 * Each term of a module that has a `domain/` has its type there, under the name that the glossary gives it, and a word
 * that waits for its module is moved up as soon as the module exports its type.
 */
export function checkGlossary(tree: Tree): Verdict {
  const { terms, waiting, malformed } = termsIn(tree.get(glossaryPath) ?? '')
  const breaches = malformed.map((line) => `${glossaryPath}:${line} is not a row of filled cells`)
  const seen = new Set<string>()
  for (const { term, line } of [...terms, ...waiting]) {
    if (seen.has(term)) breaches.push(`${glossaryPath}:${line} '${term}' stands twice`)
    seen.add(term)
  }
  for (const { term, type, module, line } of terms) {
    if (!isBuilt(tree, module) || exportsType(tree, module, type)) continue
    breaches.push(`${glossaryPath}:${line} '${term}' has no exported type ${type} in ${folderOf(module)}`)
  }
  for (const { term, module, line } of waiting) {
    const type = pascalCase(term)
    if (!exportsType(tree, module, type)) continue
    breaches.push(`${glossaryPath}:${line} '${term}' is built: ${folderOf(module)} exports ${type}; move the row up`)
  }
  return { read: terms.length, breaches }
}

function folderOf(module: string): string {
  return plainRooms.includes(module) ? `src/${module}` : `src/modules/${module}`
}

function isBuilt(tree: Tree, module: string): boolean {
  const folder = plainRooms.includes(module) ? `${folderOf(module)}/` : `${folderOf(module)}/domain/`
  return [...tree.keys()].some((path) => path.startsWith(folder))
}

function exportsType(tree: Tree, module: string, type: string): boolean {
  const declared = new RegExp(`^export (type|interface|class) ${type}\\b`, 'm')
  return [...tree].some(([path, source]) => path.startsWith(`${folderOf(module)}/`) && declared.test(source))
}

function pascalCase(term: string): string {
  return term.replace(/(^|[^A-Za-z]+)([a-z])/g, (_all, _gap, letter: string) => letter.toUpperCase())
}
