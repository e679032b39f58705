import type { Day, Month } from '../../../kernel/day.ts'
import type { Ore } from '../../../kernel/money.ts'
import type { OrganisationNumber } from '../../../kernel/organisation-number.ts'
import type { GiroAccount, VatTreatment } from '../../../rules/index.ts'

/** 380 an invoice, 381 a credit note (UNCL 1001). Its amounts are positive in both: a credit note says what is paid back. */
export type InvoiceKind = 'invoice' | 'credit-note'

/** Seller or buyer. `street` and what follows may be unknown for the buyer; the country is always Sweden. */
export interface Party {
  readonly name: string
  readonly organisationNumber: OrganisationNumber
  readonly vatNumber: string | null
  /** Approved for F-tax: the seller pays its own taxes. */
  readonly fTax: boolean
  readonly street: string | null
  readonly postcode: string | null
  readonly city: string | null
}

/** A line: what one line of the statement is worth, in the sign of the document. */
export interface InvoiceLine {
  readonly id: string
  /** The key of the statement's line; it tells nothing about the person. */
  readonly statementLine: string | null
  readonly name: string
  readonly netOre: Ore
}

/** An invoice or a credit note as a plain value; `writeUbl` makes the document of it and `readUbl` reads it back. */
export interface Invoice {
  readonly kind: InvoiceKind
  readonly number: string
  readonly issuedOn: Day
  readonly dueOn: Day | null
  readonly firstDay: Day | null
  readonly lastDay: Day | null
  /** The contract that it is about. */
  readonly buyerReference: string | null
  /** The statement that it is about. */
  readonly orderReference: string | null
  /** Earlier invoices that a credit note takes back from. */
  readonly preceding: readonly string[]
  readonly seller: Party
  readonly buyer: Party
  readonly account: GiroAccount | null
  readonly lines: readonly InvoiceLine[]
  readonly netOre: Ore
  readonly vatOre: Ore
  readonly payableOre: Ore
  readonly vat: VatTreatment
}

/** A statement as it is invoiced: its own signs, so that a clawback is negative. */
export interface StatementToInvoice {
  readonly statementId: string
  readonly contractId: string
  readonly month: Month
  readonly totalOre: Ore
  readonly lines: readonly { readonly key: string; readonly name: string; readonly amountOre: Ore }[]
}

/** An invoice's amount as the books see it: a credit note is money back. */
export function signedOre(invoice: { readonly kind: InvoiceKind; readonly netOre: Ore }): Ore {
  return (invoice.kind === 'invoice' || invoice.netOre === 0 ? invoice.netOre : -invoice.netOre) as Ore
}
