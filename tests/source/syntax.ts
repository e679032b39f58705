import { parseSync } from 'vite'

/** A node of the syntax tree (ESTree with TypeScript), read without trust in its shape. */
export type SyntaxNode = { type: string; start: number; end: number; [key: string]: unknown }

export type Import = {
  /** What stands between the quotes; null when it is computed. */
  target: string | null
  line: number
  /** Gone at run time: `import type`, `export type … from` and `import('…').Type`. */
  typeOnly: boolean
}

export type Syntax = { program: SyntaxNode; imports: readonly Import[]; lineOf: (offset: number) => number }

const parsed = new Map<string, Syntax>()

/**
 * Parses one file; the answer is kept, for many checks read the same file.
 *
 * @throws Error when the text is not TypeScript, for a file that cannot be read must not pass
 */
export function parse(path: string, source: string): Syntax {
  const key = `${path}\n${source}`
  const known = parsed.get(key)
  if (known) return known
  const result = parseSync(path, source)
  const problem = result.errors[0]
  if (problem) throw new Error(`${path} cannot be parsed: ${problem.message}`)
  const program = result.program as unknown as SyntaxNode
  const lineOf = lineFinder(source)
  const syntax = { program, imports: importsOf(program, source, lineOf), lineOf }
  parsed.set(key, syntax)
  return syntax
}

function lineFinder(source: string): (offset: number) => number {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}

function importsOf(program: SyntaxNode, source: string, lineOf: (offset: number) => number): Import[] {
  const found: Import[] = []
  const add = (node: SyntaxNode, target: string | null, typeOnly: boolean): void => {
    found.push({ target, line: lineOf(node.start), typeOnly })
  }
  for (const node of nodesIn(program.body)) {
    const from = stringValue(node.source)
    if (from !== null) add(node, from, node.importKind === 'type' || node.exportKind === 'type')
  }
  if (/\bimport\s*\(/.test(source)) {
    visit(program, (node) => {
      if (node.type === 'ImportExpression') add(node, stringValue(node.source), false)
      if (node.type === 'TSImportType') add(node, stringValue(node.source) ?? literalType(node.argument), true)
    })
  }
  return found
}

function literalType(value: unknown): string | null {
  return isNode(value) ? stringValue(value.literal) : null
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

function nodesIn(value: unknown): SyntaxNode[] {
  return Array.isArray(value) ? value.filter(isNode) : []
}

/** The text of a string literal or of a template without holes, else null. */
export function stringValue(value: unknown): string | null {
  if (!isNode(value)) return null
  if (value.type === 'Literal' && typeof value.value === 'string') return value.value
  if (value.type !== 'TemplateLiteral' || nodesIn(value.expressions).length > 0) return null
  return templateText(value)
}

/** The text of a template with `?` in each hole. */
export function templateText(node: SyntaxNode): string {
  const texts = nodesIn(node.quasis).map((part) => (part.value as { cooked?: string | null }).cooked ?? '')
  return texts.join('?')
}

export function nameOf(value: unknown): string | null {
  return isNode(value) && value.type === 'Identifier' && typeof value.name === 'string' ? value.name : null
}

/** `Math.random` for a plain member, `random` for an identifier, else null. */
export function pathOf(value: unknown): string | null {
  if (!isNode(value)) return null
  if (value.type === 'Identifier') return nameOf(value)
  if (value.type === 'ParenthesizedExpression' || value.type === 'TSNonNullExpression') return pathOf(value.expression)
  if (value.type !== 'MemberExpression') return null
  const object = pathOf(value.object)
  const property = value.computed === true ? stringValue(value.property) : nameOf(value.property)
  return object === null || property === null ? null : `${object}.${property}`
}

/** Calls back for each node, parents before children. `parents` ends with the closest one. */
export function visit(node: SyntaxNode, each: (node: SyntaxNode, parents: readonly SyntaxNode[]) => void): void {
  const parents: SyntaxNode[] = []
  const walk = (current: SyntaxNode): void => {
    each(current, parents)
    parents.push(current)
    for (const key in current) {
      const value = current[key]
      if (Array.isArray(value)) {
        for (const item of value) if (isNode(item)) walk(item)
      } else if (isNode(value)) {
        walk(value)
      }
    }
    parents.pop()
  }
  walk(node)
}
