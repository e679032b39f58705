import { sql } from 'kysely'
import type { OrganisationId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { openTask } from '../../platform/tasks.ts'
import { differencesOf, type Invoice } from './domain/index.ts'
import type { OwnStatement } from './find-statement.ts'
import type { Parties } from './parties.ts'
import { findAuthority, saveInvoice, saveInvoiceDecision } from './store.ts'

/** The work item of an invoice that is not its statement. */
export const settleInvoiceTask = 'settle-invoice'
const answerWorkingDays = 5

/** What came of an invoice: accepted because it matched, or waiting for a person with so many differences. */
export interface TakenIn {
  readonly invoiceId: string
  readonly number: string
  readonly state: 'accepted' | 'waiting'
  readonly differences: number
}

/**
 * Matches an invoice with its statement line by line and keeps it: equal to the öre is accepted, anything else becomes a
 * task for an approver (programme 5). Problem: `invoice-number-used`.
 */
export async function takeInInvoice(
  context: Context,
  taken: {
    readonly invoice: Invoice
    readonly statement: OwnStatement
    readonly parties: Parties
    readonly source: 'krom' | 'provider'
    readonly document: Buffer
  },
): Promise<Result<TakenIn>> {
  const { invoice, statement, parties, source, document } = taken
  const providerId = context.actor.organisationId as OrganisationId
  const { number } = invoice
  await lockName(context, `invoices:${providerId}`)
  const { rows } = await sql`
    select 1 from invoicing.invoice where provider_id = ${providerId}::uuid and number = ${number}`.execute(context.db)
  if (rows.length > 0) return fail(problem('invoice-number-used', { field: 'cbc:ID', values: { number } }))
  const { statementId, contractId, month } = statement
  const vat = context.rules.invoicing.vat
  const differences = differencesOf({ invoice, statement, account: parties.account, vat })
  const kept = { invoice, providerId, contractId, statementId, source, document, differences }
  const invoiceId = await saveInvoice(context, kept)
  if (differences.length === 0) {
    const decision = { invoiceId, providerId, statementId, outcome: 'accepted' as const, reason: null, byPerson: false }
    await saveInvoiceDecision(context, decision)
    return ok({ invoiceId, number, state: 'accepted', differences: 0 })
  }
  await openTask(context, {
    kind: settleInvoiceTask,
    subjectId: invoiceId,
    why: { code: 'invoice-differs', values: { month, differences: differences.length } },
    dueOn: addWorkingDays(context.today, answerWorkingDays),
    for: { organisationId: (await findAuthority(context))?.id ?? null },
  })
  return ok({ invoiceId, number, state: 'waiting', differences: differences.length })
}
