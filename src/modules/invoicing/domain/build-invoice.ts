import { addDays, type Day, firstDayOf, lastDayOf } from '../../../kernel/day.ts'
import { multiply, negate, ore, sum } from '../../../kernel/money.ts'
import type { GiroAccount, VatTreatment } from '../../../rules/index.ts'
import type { Invoice, Party, StatementToInvoice } from './invoice.ts'

export interface InvoiceParts {
  readonly number: string
  readonly issuedOn: Day
  readonly seller: Party
  readonly buyer: Party
  readonly account: GiroAccount
  readonly statement: StatementToInvoice
  readonly preceding: readonly string[]
  readonly vat: VatTreatment
  readonly dueDays: number
}

/**
 * The invoice of an approved statement, or the credit note where the statement takes back more than it gives (programme 5).
 * One line for each line of the statement, so that they match one to one; value added tax is rounded once, half up.
 * Throws when the statement's lines are not its total: such a statement cannot have been saved.
 */
export function buildInvoice(parts: InvoiceParts): Invoice {
  const { statement, vat } = parts
  const total = sum(statement.lines.map((line) => line.amountOre))
  if (total !== statement.totalOre) throw new RangeError('the statement is not the sum of its lines')
  const credit = total < 0
  const netOre = credit ? negate(total) : total
  const vatOre = multiply(netOre, Math.round(vat.percent * 100), 10_000)
  return {
    kind: credit ? 'credit-note' : 'invoice',
    number: parts.number,
    issuedOn: parts.issuedOn,
    dueOn: credit ? null : addDays(parts.issuedOn, parts.dueDays),
    firstDay: firstDayOf(statement.month),
    lastDay: lastDayOf(statement.month),
    buyerReference: statement.contractId,
    orderReference: statement.statementId,
    preceding: credit ? parts.preceding : [],
    seller: parts.seller,
    buyer: parts.buyer,
    account: parts.account,
    lines: statement.lines.map((line, index) => ({
      id: String(index + 1),
      statementLine: line.key,
      name: line.name,
      netOre: credit ? negate(line.amountOre) : line.amountOre,
    })),
    netOre,
    vatOre,
    payableOre: ore(netOre + vatOre),
    vat,
  }
}
