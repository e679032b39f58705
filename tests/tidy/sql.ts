import { flow } from '../../src/modules/flow.ts'
import { isNode, nameOf, parse, pathOf, type SyntaxNode, stringValue, templateText, visit } from '../source/syntax.ts'
import { isCode, type Tree, type Verdict } from '../source/tree.ts'

/** A piece of SQL in a module: a `.sql` file, a text in code, or a table's name given to the query builder. */
export type SqlText = {
  path: string
  module: string
  line: number
  text: string
  whole: 'statement' | 'table' | 'schema'
}

const tableCalls =
  /^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|replaceInto|using|from|table|(inner|left|right|full|cross)Join(Lateral)?)$/
const statementStart =
  /^\s*(select|insert|update|delete|with|create|alter|drop|grant|revoke|truncate|lock|copy|merge|call|refresh|set|notify)\b/i

/** Every piece of SQL in the modules; tests are left out, for they may look behind the doors. */
function sqlIn(tree: Tree): SqlText[] {
  const found: SqlText[] = []
  for (const [path, source] of tree) {
    const module = /^src\/modules\/([^/]+)\//.exec(path)?.[1]
    if (module === undefined) continue
    if (path.endsWith('.sql')) found.push({ path, module, line: 1, text: source, whole: 'statement' })
    if (isCode(path) && !path.endsWith('.test.ts')) found.push(...sqlInCode(path, module, source))
  }
  return found
}

function sqlInCode(path: string, module: string, source: string): SqlText[] {
  const found: SqlText[] = []
  const { program, lineOf } = parse(path, source)
  visit(program, (node, parents) => {
    const text = node.type === 'TemplateLiteral' ? templateText(node) : stringValue(node)
    if (text === null) return
    const line = lineOf(node.start)
    if (isSqlTag(parents.at(-1)) || statementStart.test(text))
      found.push({ path, module, line, text, whole: 'statement' })
    else {
      const builder = builderTaking(node, parents)
      if (builder === 'withSchema') found.push({ path, module, line, text, whole: 'schema' })
      else if (tableCalls.test(builder)) found.push({ path, module, line, text, whole: 'table' })
    }
  })
  return found
}

function isSqlTag(parent: SyntaxNode | undefined): boolean {
  if (parent === undefined) return false
  if (parent.type === 'TaggedTemplateExpression') return /^sql(\.|$)/.test(pathOf(parent.tag) ?? '')
  return parent.type === 'CallExpression' && /(^|\.)(raw|query)$/.test(calleeName(parent) ?? '')
}

/** The call whose first argument this is, alone or in a list; there a builder names tables, and after it columns. */
function builderTaking(node: SyntaxNode, parents: readonly SyntaxNode[]): string {
  const parent = parents.at(-1)
  const [call, argument] = parent?.type === 'ArrayExpression' ? [parents.at(-2), parent] : [parent, node]
  if (call?.type !== 'CallExpression' || !Array.isArray(call.arguments) || call.arguments[0] !== argument) return ''
  return calleeName(call) ?? ''
}

/** The last name of what is called, whatever stands before it: `selectFrom` in `tx.with(…).selectFrom(…)`. */
function calleeName(call: SyntaxNode): string | null {
  const { callee } = call
  if (!isNode(callee)) return null
  return callee.type === 'MemberExpression' ? nameOf(callee.property) : nameOf(callee)
}

/** SQL names its own schema, `platform`, and of earlier modules only the published views `v_…`. */
export function checkSqlSchemas(tree: Tree): Verdict {
  const texts = sqlIn(tree)
  const breaches = texts.flatMap((sql) =>
    foreignNames(sql).map(({ schema, name, line }) =>
      flow.indexOf(schema) > (flow as readonly string[]).indexOf(sql.module) && name.startsWith('v_')
        ? `${sql.path}:${line} reads ${schema}.${name}, but ${schema} stands later in the flow than ${sql.module}`
        : `${sql.path}:${line} names ${schema}.${name}; read a view ${schema}.v_… or call the module`,
    ),
  )
  return { read: texts.length, breaches }
}

type ForeignName = { schema: (typeof flow)[number]; name: string; line: number }

function foreignNames({ module, text, whole, line }: SqlText): ForeignName[] {
  const plain = withoutCommentsAndTexts(text)
  if (whole === 'schema' && (flow as readonly string[]).includes(text.trim()) && text.trim() !== module) {
    return [{ schema: text.trim() as ForeignName['schema'], name: '*', line }]
  }
  return flow
    .filter((schema) => schema !== module)
    .flatMap((schema) => {
      const aliased = new RegExp(`\\bv_\\w+"?\\s+(as\\s+)?${schema}\\b`, 'i').test(plain)
      const position = aliased ? '(?:from|join|into|update|table|references)\\s+(?:only\\s+)?' : ''
      const pattern = new RegExp(`(?<![\\w.-])${position}"?${schema}"?\\s*\\.\\s*"?(\\w+|\\*)`, 'gi')
      return [...plain.matchAll(pattern)].map((match) => ({
        schema,
        name: match[1] ?? '',
        line: line + plain.slice(0, match.index).split('\n').length - 1,
      }))
    })
    .filter(({ schema, name }) => !(name.startsWith('v_') && isEarlierSchema(schema, module)))
}

function isEarlierSchema(schema: string, module: string): boolean {
  const order: readonly string[] = flow
  return order.indexOf(schema) < order.indexOf(module)
}

/** SQL without comments and without the content of its text literals; line breaks are kept. */
function withoutCommentsAndTexts(text: string): string {
  const blank = (part: string): string => part.replace(/[^\n]/g, ' ')
  return text.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, blank)
}

const databaseClock =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(|\b(current_date|current_time|current_timestamp|localtime|localtimestamp)\b/gi

/** The domain's day is passed in; the database's own clock knows nothing of the day that the domain stands on. */
export function checkSqlClock(tree: Tree): Verdict {
  const texts = sqlIn(tree)
  const breaches = texts.flatMap(({ path, line, text, whole }) => {
    if (whole !== 'statement') return []
    const plain = withoutCommentsAndTexts(text)
    return [...plain.matchAll(databaseClock)].map((match) => {
      const at = line + plain.slice(0, match.index).split('\n').length - 1
      return `${path}:${at} says ${match[0]}; pass the domain's day or moment in`
    })
  })
  return { read: texts.length, breaches }
}
