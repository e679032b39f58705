import { add, type Ore, ore } from '../../../kernel/money.ts'

/** An accepted invoice or credit note that no payment holds: what is to be paid, negative for a credit note. */
export interface OpenInvoice {
  readonly invoiceId: string
  readonly providerId: string
  readonly statementId: string
  readonly number: string
  readonly payableOre: Ore
  /** Without value added tax: what the ledger owes for the statement. */
  readonly netOre: Ore
}

/** One payment to a provider, for all its open invoices less its credit notes. */
export interface NetPayment {
  readonly providerId: string
  readonly amountOre: Ore
  readonly invoices: readonly OpenInvoice[]
}

export interface Netted {
  readonly payments: readonly NetPayment[]
  /** Providers that owe as much as they are owed, or more: nothing is paid, and it waits for the next file. */
  readonly carried: readonly { readonly providerId: string; readonly amountOre: Ore }[]
}

/** Open invoices netted per provider, in the order of their first invoice. A payment is never zero and never negative (programme 5). */
export function nettedPayments(open: readonly OpenInvoice[]): Netted {
  const byProvider = new Map<string, OpenInvoice[]>()
  for (const invoice of open) {
    const own = byProvider.get(invoice.providerId)
    if (own === undefined) byProvider.set(invoice.providerId, [invoice])
    else own.push(invoice)
  }
  const all = [...byProvider].map(([providerId, invoices]) => ({
    providerId,
    invoices,
    amountOre: invoices.reduce((total, each) => add(total, each.payableOre), ore(0)),
  }))
  return {
    payments: all.filter((each) => each.amountOre > 0),
    carried: all.filter((each) => each.amountOre <= 0).map(({ providerId, amountOre }) => ({ providerId, amountOre })),
  }
}
