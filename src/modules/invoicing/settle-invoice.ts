import { sql } from 'kysely'
import type { OrganisationId, StatementId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { notify } from '../../platform/outbox.ts'
import { closeTask } from '../../platform/tasks.ts'
import { saveInvoiceDecision } from './store.ts'
import { settleInvoiceTask } from './take-in-invoice.ts'

export interface SettleInvoice {
  readonly invoiceId: string
  /** Accepted only where the total is the statement's: what is paid is what was approved. */
  readonly outcome: 'accepted' | 'refused'
  readonly reason: string
}

/**
 * An approver settles an invoice that differs from its statement. Problems: `not-allowed`, `not-found`, `invoice-decided`,
 * `invoice-total-differs`.
 */
export async function settleInvoice(
  context: Context,
  command: SettleInvoice,
): Promise<Result<{ state: SettleInvoice['outcome'] }>> {
  const { invoiceId, outcome, reason } = command
  await lockName(context, `invoice-decision:${invoiceId}`)
  const may = mayAct(context, ['approver'])
  if (!may.ok) return may
  const { rows } = await sql<{
    providerId: OrganisationId
    statementId: StatementId
    number: string
    state: string
    sameTotal: boolean
    recordedBy: UserId
  }>`
    select i.provider_id as "providerId", i.statement_id as "statementId", i.number, i.state, i.recorded_by as "recordedBy",
           i.net_ore = s.total_ore as "sameTotal"
      from invoicing.v_invoice i join compensation.v_statement s on s.statement_id = i.statement_id
     where i.invoice_id = ${invoiceId}`.execute(context.db)
  const [found] = rows
  if (found === undefined) return fail(problem('not-found'))
  if (found.state !== 'waiting') return fail(problem('invoice-decided'))
  if (found.recordedBy === context.actor.userId) return fail(problem('four-eyes-preparer'))
  if (outcome === 'accepted' && !found.sameTotal) return fail(problem('invoice-total-differs'))
  const { providerId, statementId, number } = found
  await saveInvoiceDecision(context, { invoiceId, providerId, statementId, outcome, reason, byPerson: true })
  await closeTask(context, { kind: settleInvoiceTask, subjectId: invoiceId })
  if (outcome === 'refused')
    await notify(context, {
      kind: 'invoicing.invoice-refused',
      organisationId: providerId,
      channel: 'screen',
      subjectId: invoiceId,
      values: { number },
    })
  return ok({ state: outcome })
}
