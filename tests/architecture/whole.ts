import { flow } from '../../src/modules/flow.ts'
import { isCode, isTestFile, type Tree, type Verdict } from '../source/tree.ts'
import { type Link, linksOf } from './links.ts'
import { sourceFolders } from './rooms.ts'

/** Every folder of `src` and of `src/modules` has its place in the plan. */
export function checkEveryFolderIsListed(tree: Tree): Verdict {
  const folders = new Set<string>()
  const breaches: string[] = []
  for (const path of tree.keys()) {
    const [top, second, third, ...rest] = path.split('/')
    if (top !== 'src' || second === undefined || third === undefined) continue
    folders.add(second === 'modules' && rest.length > 0 ? `modules/${third}` : second)
  }
  for (const folder of folders) {
    const module = /^modules\/(.+)$/.exec(folder)?.[1]
    const listed: readonly string[] = module === undefined ? sourceFolders : flow
    if (!listed.includes(module ?? folder))
      breaches.push(`src/${folder} is not in the flow (src/modules/flow.ts) or in tests/architecture/rooms.ts`)
  }
  return { read: folders.size, breaches }
}

/** Every relative import names a file that is there, with its ending. */
export function checkNoMissingFile(tree: Tree): Verdict {
  const links = linksOf(tree)
  const breaches = links.flatMap((link) =>
    link.target.kind === 'missing' ? [`${link.path}:${link.line} imports '${link.text}', which is not there`] : [],
  )
  return {
    read: links.filter((link) => link.target.kind === 'file' || link.target.kind === 'missing').length,
    breaches,
  }
}

/** Files are imported by relative paths and packages by names that package.json lists; nothing is computed. */
export function checkNoAliases(tree: Tree): Verdict {
  const packages = packagesOf(tree.get('package.json') ?? '{}')
  const breaches: string[] = []
  let read = 0
  for (const { path, line, text, target } of linksOf(tree)) {
    if (target.kind === 'package' || target.kind === 'node') read += 1
    if (target.kind === 'package' && !packages.has(target.name)) {
      breaches.push(`${path}:${line} imports '${text}', neither a relative path nor a package of package.json`)
    }
    if (target.kind === 'node' && !text.startsWith('node:'))
      breaches.push(`${path}:${line} imports '${text}' without node:`)
    if (target.kind === 'computed' && !isTestFile(path)) breaches.push(`${path}:${line} computes what it imports`)
  }
  for (const [path, source] of tree) {
    if (/(^|\/)tsconfig\.json$/.test(path) && /"paths"\s*:/.test(source)) breaches.push(`${path} declares path aliases`)
    if (/(^|\/)vite\.config\.ts$/.test(path) && /\balias\s*:/.test(source)) breaches.push(`${path} declares aliases`)
  }
  return { read, breaches }
}

function packagesOf(packageJson: string): Set<string> {
  const lists = JSON.parse(packageJson) as Record<string, Record<string, string> | undefined>
  return new Set([...Object.keys(lists.dependencies ?? {}), ...Object.keys(lists.devDependencies ?? {})])
}

/** No file imports itself through others. Links of types only are let be, for they are gone at run time. */
export function checkNoCircles(tree: Tree): Verdict {
  const next = new Map<string, string[]>()
  for (const path of tree.keys()) if (isCode(path)) next.set(path, [])
  for (const link of linksOf(tree)) {
    const to = runTimeTarget(link)
    if (to !== null) next.get(link.path)?.push(to)
  }
  const breaches = [...circlesOf(next)].map((circle) => `${circle.join(' → ')} → ${circle[0]}`)
  return { read: next.size, breaches }
}

function runTimeTarget(link: Link): string | null {
  return link.typeOnly || link.target.kind !== 'file' ? null : link.target.path
}

/** One circle for each link that leads back to a file still being followed. */
function* circlesOf(next: ReadonlyMap<string, readonly string[]>): Generator<string[]> {
  const done = new Set<string>()
  for (const start of next.keys()) {
    if (done.has(start)) continue
    const trail: string[] = [start]
    const waiting: Iterator<string>[] = [(next.get(start) ?? []).values()]
    while (trail.length > 0) {
      const step = waiting.at(-1)?.next()
      if (step === undefined || step.done) {
        done.add(trail.pop() ?? '')
        waiting.pop()
      } else if (trail.includes(step.value)) {
        yield trail.slice(trail.indexOf(step.value))
      } else if (!done.has(step.value)) {
        trail.push(step.value)
        waiting.push((next.get(step.value) ?? []).values())
      }
    }
  }
}
