import { type Document, type Element, Node, parseXmlDocument } from 'slimdom'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { XmlElement } from './domain/index.ts'

/** Ten megabytes: the largest file that is taken in. */
export const fileBytes = 10 * 1024 * 1024

const deepest = 100
const most = 500_000
const ubl = 'urn:oasis:names:specification:ubl:schema:xsd:'
const prefixes: Readonly<Record<string, string>> = {
  [`${ubl}CommonBasicComponents-2`]: 'cbc:',
  [`${ubl}CommonAggregateComponents-2`]: 'cac:',
  [`${ubl}CommonExtensionComponents-2`]: 'ext:',
}

/**
 * The document of a file, as the parser sees it. Nothing outside the file is ever read: a file with a document type is
 * refused before it is parsed, so there are no entities to expand.
 * Problems: `xml-empty`, `file-too-large`, `xml-encoding`, `xml-document-type`, `xml-too-deep`, `xml-malformed` (with the
 * parser's place).
 */
export function parseXml(bytes: Uint8Array): Result<Document> {
  if (bytes.length === 0) return fail(problem('xml-empty', { field: 'file' }))
  if (bytes.length > fileBytes) return fail(problem('file-too-large', { field: 'file', values: { megabytes: 10 } }))
  const text = decoded(bytes)
  if (text === null) return fail(problem('xml-encoding', { field: 'file' }))
  if (/<!DOCTYPE/i.test(text)) return fail(problem('xml-document-type', { field: 'file' }))
  if (text.split('<').length > most * 2) return fail(problem('xml-too-deep', { field: 'file' }))
  try {
    return ok(parseXmlDocument(text))
  } catch (error) {
    const place = /line (\d+)/i.exec(error instanceof Error ? error.message : '')?.[1] ?? '1'
    return fail(problem('xml-malformed', { field: 'file', values: { line: place } }))
  }
}

/** UTF-8 as BIS Billing and ISO 20022 want it; null for any other encoding, declared or used. */
function decoded(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(text)?.[1] ?? 'UTF-8'
    return /^(utf-8|us-ascii)$/i.test(declared) ? text : null
  } catch {
    return null
  }
}

/** The file as a plain value for the pure checks. Problems: those of `parseXml`, and `xml-too-deep`. */
export function readXml(bytes: Uint8Array): Result<XmlElement> {
  const parsed = parseXml(bytes)
  if (!parsed.ok) return parsed
  const root = parsed.value.documentElement
  if (root === null) return fail(problem('xml-malformed', { field: 'file', values: { line: '1' } }))
  const counted = { elements: 0 }
  const value = plain(root, 0, counted)
  return value === null ? fail(problem('xml-too-deep', { field: 'file' })) : ok(value)
}

function plain(element: Element, depth: number, counted: { elements: number }): XmlElement | null {
  counted.elements += 1
  if (depth > deepest || counted.elements > most) return null
  const children: XmlElement[] = []
  let text = ''
  for (const child of element.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE) {
      const made = plain(child as Element, depth + 1, counted)
      if (made === null) return null
      children.push(made)
    } else if (child.nodeType === Node.TEXT_NODE || child.nodeType === Node.CDATA_SECTION_NODE) {
      text += child.nodeValue ?? ''
    }
  }
  const { localName, namespaceURI } = element
  return {
    name: `${prefixes[namespaceURI ?? ''] ?? ''}${localName}`,
    namespace: namespaceURI,
    attributes: Object.fromEntries(element.attributes.map((each) => [each.localName, each.value])),
    children,
    text: text.trim(),
  }
}
