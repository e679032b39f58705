import type { Element } from 'slimdom'

/** A function of a schema, as XQuery declares it. */
export interface XslFunction {
  readonly name: string
  readonly declaration: string
}

const attribute = (element: Element, name: string): string | null => element.getAttribute(name)

/**
 * The same function in XQuery: parameters, variables, `sequence`, `value-of`, `choose` and `if`, which is what the official
 * files use. Throws, naming the instruction, where a function says something else.
 */
export function xqueryOf(element: Element): XslFunction {
  const name = attribute(element, 'name') ?? ''
  const params = element.children.filter((each) => each.localName === 'param')
  const list = params.map((each) => `$${attribute(each, 'name') ?? ''}`).join(', ')
  const casts = params
    .map((each) => [attribute(each, 'name') ?? '', attribute(each, 'as')] as const)
    .filter(([, as]) => isAtomic(as))
    .map(([param, as]) => `let $${param} := ${cast(`$${param}`, as)} return `)
  const body = bodyOf(
    element.children.filter((each) => each.localName !== 'param'),
    name,
  )
  return {
    name,
    declaration: `declare function ${name}(${list}) { ${casts.join('')}${cast(body, attribute(element, 'as'))} };`,
  }
}

/** The instructions in a row: variables come before what they are used in. */
function bodyOf(instructions: readonly Element[], name: string): string {
  const [first, ...rest] = instructions
  if (first === undefined) return '()'
  if (first.localName === 'variable') {
    const value = attribute(first, 'select') ?? contentOf(first, name)
    const typed = cast(`(${value})`, attribute(first, 'as'))
    return `(let $${attribute(first, 'name') ?? ''} := ${typed} return ${bodyOf(rest, name)})`
  }
  const own = instruction(first, name)
  return rest.length === 0 ? own : `(${own}, ${bodyOf(rest, name)})`
}

function instruction(element: Element, name: string): string {
  const select = attribute(element, 'select')
  switch (element.localName) {
    case 'sequence':
      return `(${select ?? '()'})`
    case 'value-of':
      return `string-join(for $part in (${select ?? '()'}) return string($part), ' ')`
    case 'if':
      return `(if (${attribute(element, 'test') ?? ''}) then ${bodyOf(element.children, name)} else ())`
    case 'choose':
      return choice(element.children, name)
    default:
      throw new Error(`the function ${name} uses xsl:${element.localName}, which is not understood`)
  }
}

function choice([first, ...rest]: readonly Element[], name: string): string {
  if (first === undefined) return '()'
  const then = bodyOf(first.children, name)
  if (first.localName === 'otherwise') return then
  return `(if (${attribute(first, 'test') ?? ''}) then ${then} else ${choice(rest, name)})`
}

/** A variable without `select` holds its instructions, or its text. */
function contentOf(element: Element, name: string): string {
  if (element.children.length > 0) return bodyOf(element.children, name)
  return `"${(element.textContent ?? '').replaceAll('"', '""').replaceAll('&', '&amp;')}"`
}

const isAtomic = (as: string | null): as is string => as !== null && /^xs:\w+\??$/.test(as)

/** What XSLT's conversion does to a value of untyped text: it becomes the type that was declared. */
function cast(expression: string, as: string | null): string {
  if (!isAtomic(as)) return expression
  const type = as.replace('?', '')
  if (type === 'xs:string')
    return as.endsWith('?') ? `(for $one in (${expression}) return string($one))` : `string(${expression})`
  return `(for $one in (${expression}) return ${type}($one))`
}
