import type { Document, Element } from 'slimdom'
import { type XslFunction, xqueryOf } from './xsl-function.ts'

/** ISO Schematron, and the XSLT functions that Peppol's files declare in it. */
const sch = 'http://purl.oclc.org/dsdl/schematron'
const xsl = 'http://www.w3.org/1999/XSL/Transform'

export interface Let {
  readonly name: string
  readonly value: string
}

export interface Assertion {
  readonly id: string
  /** A report is told when its test holds, an assert when it does not. */
  readonly report: boolean
  readonly test: string
  readonly flag: string
  readonly text: readonly (string | { readonly select: string })[]
}

export interface Rule {
  readonly context: string
  readonly lets: readonly Let[]
  readonly assertions: readonly Assertion[]
}

export interface Pattern {
  readonly id: string
  readonly lets: readonly Let[]
  readonly rules: readonly Rule[]
}

export interface Schema {
  readonly name: string
  readonly namespaces: ReadonlyMap<string, string>
  readonly lets: readonly Let[]
  readonly functions: readonly XslFunction[]
  readonly patterns: readonly Pattern[]
}

/** Where a file that another one includes comes from; null when it is not there. */
export type Included = (href: string) => Document | null

const childrenOf = (element: Element, name: string, namespace = sch): Element[] =>
  element.children.filter((child) => child.localName === name && child.namespaceURI === namespace)

const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? ''

/**
 * A schema with its includes taken in, abstract patterns filled and abstract rules extended. Phases are left out: every
 * pattern runs. Throws with the place where the file is no Schematron, or uses what this reader does not know.
 */
export function loadSchema(name: string, document: Document, included: Included): Schema {
  const root = document.documentElement
  if (root === null || root.localName !== 'schema' || root.namespaceURI !== sch)
    throw new Error(`${name}: no Schematron schema`)
  const parts = expanded(root, included, name)
  const of = (local: string) => parts.filter((each) => each.localName === local && each.namespaceURI === sch)
  const functions = parts.filter((each) => each.localName === 'function' && each.namespaceURI === xsl)
  const patterns = of('pattern')
  return {
    name,
    namespaces: new Map(of('ns').map((each) => [attribute(each, 'prefix'), attribute(each, 'uri')])),
    lets: of('let').map(letOf),
    functions: functions.map(xqueryOf),
    patterns: patterns
      .filter((each) => attribute(each, 'abstract') !== 'true')
      .map((each) => patternOf(each, patterns, included, name)),
  }
}

/** The children of an element, each `include` replaced by what the file that it names holds. */
function expanded(element: Element, included: Included, name: string): Element[] {
  return element.children.flatMap((child) => {
    if (child.localName !== 'include' || child.namespaceURI !== sch) return [child]
    const found = included(attribute(child, 'href'))?.documentElement
    if (!found) throw new Error(`${name}: includes ${attribute(child, 'href')}, which is not there`)
    return [found]
  })
}

function letOf(element: Element): Let {
  return { name: attribute(element, 'name'), value: attribute(element, 'value') }
}

type Fill = (text: string) => string

/** A pattern of its own, or one that says `is-a`: the abstract one with its parameters filled in. */
function patternOf(element: Element, patterns: readonly Element[], included: Included, name: string): Pattern {
  const isA = attribute(element, 'is-a')
  const source = isA === '' ? element : patterns.find((each) => attribute(each, 'id') === isA)
  if (source === undefined) throw new Error(`${name}: there is no pattern ${isA}`)
  const given = isA === '' ? [] : childrenOf(element, 'param')
  const fill: Fill = given
    .map((each) => [attribute(each, 'name'), attribute(each, 'value')] as const)
    .sort(([a], [b]) => b.length - a.length)
    .reduce<Fill>(
      (before, [key, value]) =>
        (text) =>
          before(text).replaceAll(new RegExp(`\\$${key}(?![\\w.-])`, 'g'), () => value),
      (text) => text,
    )
  const parts = expanded(source, included, name)
  const rules = parts.filter((each) => each.localName === 'rule')
  return {
    id: attribute(element, 'id'),
    lets: parts.filter((each) => each.localName === 'let').map((each) => filled(letOf(each), fill)),
    rules: rules
      .filter((each) => attribute(each, 'abstract') !== 'true')
      .map((each) => ruleOf(each, rules, fill, name)),
  }
}

const filled = (one: Let, fill: Fill): Let => ({ name: one.name, value: fill(one.value) })

function ruleOf(element: Element, rules: readonly Element[], fill: Fill, name: string): Rule {
  const parts = withExtended(element, rules, name)
  return {
    context: fill(attribute(element, 'context')),
    lets: parts.filter((each) => each.localName === 'let').map((each) => filled(letOf(each), fill)),
    assertions: parts
      .filter((each) => each.localName === 'assert' || each.localName === 'report')
      .map((each) => ({
        id: attribute(each, 'id') || attribute(each, 'test'),
        report: each.localName === 'report',
        test: fill(attribute(each, 'test')),
        flag: attribute(each, 'flag') || attribute(each, 'role') || 'fatal',
        text: wordsOf(each, fill),
      })),
  }
}

/** The parts of a rule, with those of the abstract rules that it extends in place. */
function withExtended(element: Element, rules: readonly Element[], name: string): Element[] {
  return element.children.flatMap((child) => {
    if (child.localName !== 'extends') return [child]
    const wanted = attribute(child, 'rule')
    const found = rules.find((each) => attribute(each, 'id') === wanted)
    if (found === undefined || found === element) throw new Error(`${name}: there is no abstract rule ${wanted}`)
    return withExtended(found, rules, name)
  })
}

function wordsOf(element: Element, fill: Fill): Assertion['text'] {
  return element.childNodes.flatMap((child): Assertion['text'] => {
    const part = child as Element
    if (part.localName === 'value-of') return [{ select: fill(attribute(part, 'select')) }]
    if (part.localName === 'name') return [{ select: `name(${fill(attribute(part, 'path') || '.')})` }]
    return [(child.textContent ?? child.nodeValue ?? '').replaceAll(/\s+/g, ' ')]
  })
}
