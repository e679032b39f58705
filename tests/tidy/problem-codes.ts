import { isNode, nameOf, parse, type SyntaxNode, stringValue, visit } from '../source/syntax.ts'
import { isCode, isTestFile, type Tree, type Verdict } from '../source/tree.ts'

type Found = { code: string | null; path: string; line: number }

/**
 * Each refusal that the code can give has a text in a `problems.ts` and stands by name in a test or a law example.
 * Only the kernel and the platform may pass a code on that they were given.
 */
export function checkProblemCodes(tree: Tree): Verdict {
  const given: Found[] = []
  const documented = new Set<string>()
  const tested = new Set<string>()
  for (const [path, source] of tree) {
    if (!isCode(path) || !/^(src|tests)\//.test(path)) continue
    const { program, lineOf } = parse(path, source)
    visit(program, (node, parents) => {
      if (isTestFile(path)) addLiteral(node, tested)
      else if (/(^|\/)problems\.ts$/.test(path)) addKey(node, parents, documented)
      for (const code of isTestFile(path) ? [] : codesGivenBy(node))
        given.push({ code, path, line: lineOf(node.start) })
    })
  }
  const breaches = given.flatMap(({ code, path, line }) => {
    const at = `${path}:${line}`
    if (code === null) return /^src\/(kernel|platform)\//.test(path) ? [] : [`${at} computes a problem's code`]
    const faults: string[] = []
    if (!documented.has(code)) faults.push(`${at} problem '${code}' has no text in a problems.ts`)
    if (!tested.has(code)) faults.push(`${at} problem '${code}' stands in no test`)
    return faults
  })
  return { read: given.length, breaches: [...new Set(breaches)] }
}

function addLiteral(node: SyntaxNode, into: Set<string>): void {
  const text = stringValue(node)
  if (text !== null) into.add(text)
}

function addKey(node: SyntaxNode, parents: readonly SyntaxNode[], into: Set<string>): void {
  if (node.type !== 'Property' || parents.at(-1)?.type !== 'ObjectExpression') return
  const key = stringValue(node.key) ?? (node.computed === true ? null : nameOf(node.key))
  if (key !== null) into.add(key)
}

/** The codes in `problem('…')`, `problem(x ? '…' : '…')` and `fail({ code: '…' })`; null for one that is computed. */
function codesGivenBy(node: SyntaxNode): (string | null)[] {
  if (node.type !== 'CallExpression' || !Array.isArray(node.arguments)) return []
  const first: unknown = node.arguments[0]
  if (nameOf(node.callee) === 'problem') return codesOf(first)
  if (nameOf(node.callee) !== 'fail' || !isNode(first) || !Array.isArray(first.properties)) return []
  return first.properties
    .filter((property) => isNode(property) && nameOf(property.key) === 'code')
    .flatMap(codeProperty)
}

function codeProperty(property: unknown): (string | null)[] {
  return isNode(property) ? codesOf(property.value) : []
}

function codesOf(value: unknown): (string | null)[] {
  if (isNode(value) && value.type === 'ConditionalExpression') {
    return [...codesOf(value.consequent), ...codesOf(value.alternate)]
  }
  return [stringValue(value)]
}
