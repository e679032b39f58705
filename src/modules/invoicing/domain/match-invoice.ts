import { firstDayOf, lastDayOf } from '../../../kernel/day.ts'
import type { Ore } from '../../../kernel/money.ts'
import { type Problem, problem } from '../../../kernel/problem.ts'
import type { GiroAccount, VatTreatment } from '../../../rules/index.ts'
import type { Invoice, StatementToInvoice } from './invoice.ts'

/** One way in which an invoice is not its statement; `invoiceOre` and `statementOre` in the statement's signs. */
export interface Difference {
  readonly code:
    | 'line-amount'
    | 'line-missing'
    | 'line-unknown'
    | 'line-twice'
    | 'line-without-key'
    | 'total'
    | 'vat-treatment'
    | 'account'
  /** The statement line's key, or the invoice line's own number where it has none. */
  readonly line: string | null
  readonly invoiceOre: Ore | null
  readonly statementOre: Ore | null
}

export interface MatchParts {
  readonly invoice: Invoice
  readonly statement: StatementToInvoice
  /** The account that the authority has approved for the provider. */
  readonly account: GiroAccount
  readonly vat: VatTreatment
}

/** Why an invoice cannot be about this statement at all, or null: `invoice-wrong-period`, `invoice-wrong-kind`. */
export function periodRefusal(invoice: Invoice, statement: StatementToInvoice): Problem | null {
  const { month, totalOre } = statement
  const from = firstDayOf(month)
  const to = lastDayOf(month)
  if (invoice.firstDay !== from || invoice.lastDay !== to) {
    const values = { month, from, to }
    return problem('invoice-wrong-period', { field: 'cac:InvoicePeriod', values })
  }
  const right = totalOre < 0 ? 'credit-note' : 'invoice'
  return invoice.kind === right ? null : problem(right === 'invoice' ? 'invoice-not-credit' : 'credit-not-invoice')
}

/** Every difference between an invoice and its statement, line by line; an empty list is a match to the öre. */
export function differencesOf({ invoice, statement, account, vat }: MatchParts): Difference[] {
  const sign = invoice.kind === 'credit-note' ? -1 : 1
  const signed = (amount: Ore): Ore => (amount === 0 ? amount : sign * amount) as Ore
  const wanted = new Map(statement.lines.map((line) => [line.key, line.amountOre]))
  const seen = new Set<string>()
  const found: Difference[] = []
  for (const line of invoice.lines) {
    const invoiceOre = signed(line.netOre)
    const key = line.statementLine
    if (key === null) {
      found.push({ code: 'line-without-key', line: line.id, invoiceOre, statementOre: null })
      continue
    }
    const statementOre = wanted.get(key) ?? null
    if (statementOre === null) found.push({ code: 'line-unknown', line: key, invoiceOre, statementOre })
    else if (seen.has(key)) found.push({ code: 'line-twice', line: key, invoiceOre, statementOre })
    else if (statementOre !== invoiceOre) found.push({ code: 'line-amount', line: key, invoiceOre, statementOre })
    seen.add(key)
  }
  for (const [key, statementOre] of wanted) {
    if (!seen.has(key)) found.push({ code: 'line-missing', line: key, invoiceOre: null, statementOre })
  }
  const totalOre = signed(invoice.netOre)
  if (totalOre !== statement.totalOre)
    found.push({ code: 'total', line: null, invoiceOre: totalOre, statementOre: statement.totalOre })
  return [...found, ...ofDocument(invoice, account, vat)]
}

function ofDocument(invoice: Invoice, account: GiroAccount, vat: VatTreatment): Difference[] {
  const none = { line: null, invoiceOre: null, statementOre: null }
  const sameVat = invoice.vat.category === vat.category && invoice.vat.percent === vat.percent
  const paysElsewhere =
    invoice.account !== null && (invoice.account.kind !== account.kind || invoice.account.number !== account.number)
  return [
    ...(sameVat ? [] : [{ code: 'vat-treatment' as const, ...none }]),
    ...(paysElsewhere ? [{ code: 'account' as const, ...none }] : []),
  ]
}
