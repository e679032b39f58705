import type { XmlElement } from './xml.ts'

/** A rule that a document breaks: the rule's own id, the field, and values for the words (`ruleWords`). */
export interface Finding {
  readonly rule: string
  /** The element at fault, such as `cac:InvoiceLine[2]/cbc:ID`. */
  readonly field: string
  readonly values: Readonly<Record<string, string>>
}

export type Check = (document: XmlElement) => Finding[]

export function finding(rule: string, field: string, values: Readonly<Record<string, string>> = {}): Finding {
  return { rule, field, values }
}

/** Where an element of a list stands, counted from 1 as people do. */
export function nth(name: string, index: number): string {
  return `${name}[${index + 1}]`
}

export function isCredit(document: XmlElement): boolean {
  return document.name === 'CreditNote'
}

/** The lines' own name: an invoice and a credit note call them differently. */
export function lineName(document: XmlElement): string {
  return isCredit(document) ? 'cac:CreditNoteLine' : 'cac:InvoiceLine'
}

export function quantityName(document: XmlElement): string {
  return isCredit(document) ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity'
}
