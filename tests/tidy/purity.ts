import { parse, pathOf, visit } from '../source/syntax.ts'
import { isCode, type Tree, type Verdict } from '../source/tree.ts'

const pureRooms = /^src\/(modules\/[^/]+\/domain|rules|simulation)\//

/** Members and functions that bring in the clock, chance or the world. */
const bannedPaths = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'process.env',
  'process.hrtime',
])
const bannedCalls = new Set(['setTimeout', 'setInterval', 'setImmediate', 'fetch', 'Date'])

/** The clock and chance come in as arguments: domain, rules and simulation may be run again and give the same. */
export function checkPurity(tree: Tree): Verdict {
  const breaches: string[] = []
  let read = 0
  for (const [path, source] of tree) {
    if (!isCode(path) || !pureRooms.test(path) || /\.test\.ts$/.test(path)) continue
    read += 1
    const { program, lineOf } = parse(path, source)
    visit(program, (node) => {
      const banned = bannedIn(node)
      if (banned !== null) breaches.push(`${path}:${lineOf(node.start)} uses ${banned}; take it as an argument`)
    })
  }
  return { read, breaches }
}

function bannedIn(node: { type: string; [key: string]: unknown }): string | null {
  if (node.type === 'MemberExpression') {
    const path = pathOf(node)?.replace(/^globalThis\./, '') ?? ''
    return bannedPaths.has(path) ? path : null
  }
  const callee = pathOf(node.callee)?.replace(/^globalThis\./, '') ?? ''
  if (node.type === 'NewExpression' && callee === 'Date') return 'new Date('
  return node.type === 'CallExpression' && bannedCalls.has(callee) ? `${callee}(` : null
}
