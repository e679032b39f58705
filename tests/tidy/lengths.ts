import { isNode, nameOf, parse, type SyntaxNode, visit } from '../source/syntax.ts'
import { isCode, isTestFile, type Tree, type Verdict } from '../source/tree.ts'

const functionLimit = 70
const componentLimit = 120
const fileLimit = 300
const testFileLimit = 600

/** Data, texts and generated files may be as long as their content: they hold one idea however long they are. */
function mayBeLong(path: string): boolean {
  return (
    /\.(data|texts|cases|generated)\.tsx?$/.test(path) ||
    /(^|\/)problems\.ts$/.test(path) ||
    /\/(texts|language)\//.test(path)
  )
}

/** Files of code are at most 300 lines, tests at most 600. */
export function checkFileLengths(tree: Tree): Verdict {
  const breaches: string[] = []
  let read = 0
  for (const [path, source] of tree) {
    if (!(isCode(path) || path.endsWith('.css')) || mayBeLong(path)) continue
    read += 1
    const limit = isTestFile(path) ? testFileLimit : fileLimit
    const lines = source.split('\n').length - (source.endsWith('\n') ? 1 : 0)
    if (lines > limit) breaches.push(`${path} has ${lines} lines, at most ${limit}; split it by idea`)
  }
  return { read, breaches }
}

/** Functions are at most 70 lines, React components 120. The callback of `describe` is a list of tests, no function. */
export function checkFunctionLengths(tree: Tree): Verdict {
  const breaches: string[] = []
  let read = 0
  for (const [path, source] of tree) {
    if (!isCode(path)) continue
    const { program, lineOf } = parse(path, source)
    visit(program, (node, parents) => {
      if (!isFunction(node) || isSuite(parents)) return
      read += 1
      const name = functionName(node, parents)
      const limit = path.endsWith('.tsx') && /^[A-Z]/.test(name ?? '') ? componentLimit : functionLimit
      const lines = lineOf(node.end - 1) - lineOf(node.start) + 1
      if (lines <= limit) return
      breaches.push(`${path}:${lineOf(node.start)} ${name ?? 'a function'} has ${lines} lines, at most ${limit}`)
    })
  }
  return { read, breaches }
}

function isFunction(node: SyntaxNode): boolean {
  return ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type)
}

function isSuite(parents: readonly SyntaxNode[]): boolean {
  const call = parents.at(-1)
  return call?.type === 'CallExpression' && ['describe', 'suite'].includes(nameOf(call.callee) ?? '')
}

/** The function's own name, or that of the variable, property or method it is given to, through `memo(…)` and the like. */
function functionName(node: SyntaxNode, parents: readonly SyntaxNode[]): string | null {
  if (isNode(node.id)) return nameOf(node.id)
  const holder = parents.findLast((parent) => parent.type !== 'CallExpression')
  if (holder === undefined) return null
  if (holder.type === 'VariableDeclarator') return nameOf(holder.id)
  return nameOf(holder.key)
}
