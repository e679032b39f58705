import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import { parse } from '../source/syntax.ts'
import { isCode, type Tree } from '../source/tree.ts'
import { type Room, roomOf } from './rooms.ts'

export type Target =
  | { kind: 'file'; path: string; room: Room }
  | { kind: 'missing'; path: string }
  | { kind: 'node'; name: string }
  | { kind: 'package'; name: string }
  | { kind: 'computed' }

/** One import, from a file to what it names. */
export type Link = { path: string; room: Room; line: number; text: string; typeOnly: boolean; target: Target }

/** Every import of every file of a tree: `import`, `export … from`, `import()` and `import('…').Type`. */
export function linksOf(tree: Tree): Link[] {
  const links: Link[] = []
  for (const [path, source] of tree) {
    if (!isCode(path)) continue
    const room = roomOf(path)
    for (const { target, line, typeOnly } of parse(path, source).imports) {
      links.push({ path, room, line, text: target ?? '(computed)', typeOnly, target: targetOf(tree, path, target) })
    }
  }
  return links
}

function targetOf(tree: Tree, from: string, text: string | null): Target {
  if (text === null) return { kind: 'computed' }
  if (text.startsWith('./') || text.startsWith('../')) {
    const path = posix.join(posix.dirname(from), text.replace(/\?.*$/, ''))
    return tree.has(path) ? { kind: 'file', path, room: roomOf(path) } : { kind: 'missing', path }
  }
  if (text.startsWith('node:')) return { kind: 'node', name: text }
  if (builtinModules.includes(text)) return { kind: 'node', name: text }
  const parts = text.split('/')
  return { kind: 'package', name: text.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? text) }
}
