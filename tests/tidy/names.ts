import type { Tree, Verdict } from '../source/tree.ts'

const emptyWords = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'manager', 'managers'])

/** A name says what a file holds; words that fit everything fit nothing. */
export function checkNames(tree: Tree): Verdict {
  const breaches: string[] = []
  for (const path of tree.keys()) {
    const empty = path.split(/[/.-]/).find((word) => emptyWords.has(word.toLowerCase()))
    if (empty !== undefined) breaches.push(`${path}: '${empty}' says nothing; name what it holds`)
  }
  return { read: tree.size, breaches }
}

const leftovers = /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck|expect-error)\b/

/** Nothing half-done is left in code: what remains to be done is an issue, what is wrong is mended. */
export function checkLeftovers(tree: Tree): Verdict {
  const breaches: string[] = []
  let read = 0
  for (const [path, source] of tree) {
    if (!/\.(ts|tsx|cjs|sql|css)$/.test(path) || path.startsWith('tests/tidy')) continue
    read += 1
    for (const [index, line] of source.split('\n').entries()) {
      const found = leftovers.exec(line)
      if (found) breaches.push(`${path}:${index + 1} leaves a ${found[0]}`)
    }
  }
  return { read, breaches }
}

const readmeLimit = 20

/** Each module says in at most 20 lines what it is for, its words, its law, its doors, events and tables. */
export function checkModuleReadmes(tree: Tree): Verdict {
  const modules = new Set<string>()
  for (const path of tree.keys()) {
    const module = /^src\/modules\/([^/]+)\//.exec(path)?.[1]
    if (module !== undefined) modules.add(module)
  }
  const breaches = [...modules].flatMap((module) => {
    const path = `src/modules/${module}/README.md`
    const text = tree.get(path)
    if (text === undefined || text.trim() === '') return [`${path} is missing`]
    const lines = text.trimEnd().split('\n').length
    return lines > readmeLimit ? [`${path} has ${lines} lines, at most ${readmeLimit}`] : []
  })
  return { read: modules.size, breaches }
}
