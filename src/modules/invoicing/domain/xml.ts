/**
 * An element of a document as a plain value. Names of invoices carry the customary prefixes whatever the file used
 * (`cbc:ID`, `cac:Party`); other vocabularies have local names only. `text` is trimmed.
 */
export interface XmlElement {
  readonly name: string
  readonly namespace: string | null
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

/** The elements that a path such as `cac:Party/cbc:Name` leads to from this one, in document order. */
export function find(from: XmlElement, path: string): XmlElement[] {
  let found: XmlElement[] = [from]
  for (const name of path.split('/')) {
    found = found.flatMap((each) => each.children.filter((child) => child.name === name))
  }
  return found
}

/** The text at the end of a path, or null where there is no element or it is empty. */
export function textAt(from: XmlElement, path: string): string | null {
  const text = find(from, path)[0]?.text ?? ''
  return text === '' ? null : text
}

/** Every element below this one and itself, with its path from the root. */
export function* everyElement(root: XmlElement, path = root.name): Generator<readonly [string, XmlElement]> {
  yield [path, root]
  for (const child of root.children) yield* everyElement(child, `${path}/${child.name}`)
}

/** What `xmlText` writes: an element with attributes, and children or text. Absent parts are left out. */
export interface XmlNode {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly content: string | readonly (XmlNode | null)[]
}

/** An element to write; `null` children are left out, so that optional parts read as one expression. */
export function node(
  name: string,
  content: XmlNode['content'],
  attributes?: Readonly<Record<string, string>>,
): XmlNode {
  return attributes === undefined ? { name, content } : { name, content, attributes }
}

/** The document as text in UTF-8: the same tree always gives the same bytes. Throws on characters that XML cannot carry. */
export function xmlText(root: XmlNode): string {
  const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>']
  write(lines, root, '')
  return `${lines.join('\n')}\n`
}

function write(lines: string[], { name, attributes = {}, content }: XmlNode, indent: string): void {
  const head = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')
  if (typeof content === 'string') {
    lines.push(`${indent}<${name}${head}>${escaped(content)}</${name}>`)
    return
  }
  lines.push(`${indent}<${name}${head}>`)
  for (const child of content) if (child !== null) write(lines, child, `${indent}  `)
  lines.push(`${indent}</${name}>`)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) throw new RangeError('a character that XML cannot carry')
  }
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
}
