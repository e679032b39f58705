import fontoxpath from 'fontoxpath'
import type { Document, Node } from 'slimdom'
import type { Assertion, Let, Pattern, Rule, Schema } from './load-schema.ts'

const { evaluateXPath, evaluateXPathToBoolean, evaluateXPathToNodes, evaluateXPathToString } = fontoxpath

/** What a schema says about a document. `fatal` refuses it, a warning does not. */
export interface SchemaFinding {
  readonly schema: string
  readonly rule: string
  readonly fatal: boolean
  readonly field: string
  readonly text: string
}

/**
 * Runs every pattern over the document: in a pattern, a node belongs to the first rule whose context it fits. Throws, naming
 * the rule, where an expression is not understood: silence would pass for conformance.
 */
export function runSchema(schema: Schema, document: Document): SchemaFinding[] {
  return schema.patterns.flatMap((pattern) =>
    runPattern(new Expressions(schema, pattern), schema.name, pattern, document),
  )
}

function runPattern(say: Expressions, schema: string, pattern: Pattern, document: Document): SchemaFinding[] {
  const taken = new Set<Node>()
  const found: SchemaFinding[] = []
  for (const rule of pattern.rules) {
    const nodes = named(rule.context, () => say.nodes(everywhere(rule.context), document))
    for (const node of nodes) {
      if (taken.has(node)) continue
      taken.add(node)
      for (const assertion of rule.assertions) {
        const holds = named(assertion.id, () => say.boolean(assertion.test, node, rule))
        if (holds === assertion.report) found.push(findingOf(say, schema, rule, assertion, node))
      }
    }
  }
  return found
}

function findingOf(say: Expressions, schema: string, rule: Rule, assertion: Assertion, node: Node): SchemaFinding {
  const parts = assertion.text.map((part) => (typeof part === 'string' ? part : say.string(part.select, node, rule)))
  const field = say.plain(pathOf, node)
  const fatal = !/^(warn|info)/i.test(assertion.flag)
  return { schema, rule: assertion.id, fatal, field, text: parts.join('').trim() }
}

const pathOf =
  "string-join(for $step in ancestor-or-self::node()[not(self::document-node())] return concat(if ($step instance of attribute()) then '@' else '', name($step)), '/')"

function named<T>(what: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    const said = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new Error(`${what}: ${said}`)
  }
}

/** A match pattern as an expression from the root: what does not begin at the root is looked for everywhere. */
export function everywhere(context: string): string {
  return alternatives(context)
    .map((one) => (one.startsWith('/') ? one : `//${one}`))
    .join(' | ')
}

/** The parts of a union, cut where `|` stands outside brackets and quotes. */
function alternatives(context: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quote = ''
  let from = 0
  for (let at = 0; at < context.length; at += 1) {
    const character = context.charAt(at)
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '[' || character === '(') depth += 1
    else if (character === ']' || character === ')') depth -= 1
    else if (character === '|' && depth === 0) {
      parts.push(context.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, context.slice(from)].map((part) => part.trim())
}

/** Expressions of one pattern: functions and variables that they use are written before them, as XQuery does. */
class Expressions {
  readonly #prolog: string
  readonly #namespaces: ReadonlyMap<string, string>
  readonly #outer: readonly Let[]
  readonly #texts = new Map<string, string>()

  constructor(schema: Schema, pattern: Pattern) {
    const declared = [...schema.namespaces].map(([prefix, uri]) => `declare namespace ${prefix} = "${uri}";`)
    const functions = schema.functions.map((each) => each.declaration)
    this.#prolog = functions.length === 0 ? '' : [...declared, ...functions, ''].join('\n')
    this.#namespaces = schema.namespaces
    this.#outer = [...schema.lets, ...pattern.lets]
  }

  nodes(expression: string, at: Node): Node[] {
    return evaluateXPathToNodes(this.#whole(expression, null), at, null, null, this.#options()) as Node[]
  }

  boolean(expression: string, at: Node, rule: Rule): boolean {
    return evaluateXPathToBoolean(this.#whole(expression, rule), at, null, null, this.#options())
  }

  string(expression: string, at: Node, rule: Rule): string {
    return evaluateXPathToString(
      this.#whole(`string-join((${expression}) ! string(.), ' ')`, rule),
      at,
      null,
      null,
      this.#options(),
    )
  }

  /** An expression of this house, without anything of the schema's. */
  plain(expression: string, at: Node): string {
    return evaluateXPathToString(expression, at, null, null, this.#options())
  }

  #options() {
    return {
      language: evaluateXPath.XQUERY_3_1_LANGUAGE,
      namespaceResolver: (prefix: string) =>
        prefix === '' ? null : (this.#namespaces.get(prefix) ?? known[prefix] ?? null),
    }
  }

  /** Variables of schema and pattern are asked at the document's root, those of a rule at its node. */
  #whole(expression: string, rule: Rule | null): string {
    const key = `${rule?.context ?? ''}\n${rule?.lets.map((each) => each.value).join('\n') ?? ''}\n${expression}`
    const made = this.#texts.get(key)
    if (made !== undefined) return made
    const all = [
      ...this.#outer.map((each) => ({ name: each.name, value: `root(.) ! (${each.value})` })),
      ...(rule?.lets.map((each) => ({ name: each.name, value: each.value })) ?? []),
    ]
    const lets = usedIn(expression, all).map((each) => `let $${each.name} := (${each.value})`)
    const uses = this.#prolog === '' || !/\w+:[\w-]+\(/.test(expression + lets.join('')) ? '' : this.#prolog
    const text = `${uses}${lets.length === 0 ? expression : `${lets.join('\n')}\nreturn (${expression})`}`
    this.#texts.set(key, text)
    return text
  }
}

const known: Readonly<Record<string, string>> = {
  xs: 'http://www.w3.org/2001/XMLSchema',
  fn: 'http://www.w3.org/2005/xpath-functions',
}

/** The variables that an expression uses, and those that they use, in the order in which they were declared. */
function usedIn(expression: string, all: readonly Let[]): Let[] {
  const used = new Set<Let>()
  const look = (text: string, before: number) => {
    for (let index = before - 1; index >= 0; index -= 1) {
      const one = all[index]
      if (one === undefined || used.has(one) || !new RegExp(`\\$${one.name}(?![\\w-])`).test(text)) continue
      used.add(one)
      look(one.value, index)
    }
  }
  look(expression, all.length)
  return all.filter((each) => used.has(each))
}
