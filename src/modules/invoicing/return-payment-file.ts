import { sql } from 'kysely'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { takeUpFile } from './payment-file-desk.ts'

/**
 * Takes back a payment file that nobody has approved; its invoices can be paid by another. Who made it may, too: nothing is
 * paid by it. Problems: `not-allowed`, `not-found`, `already-approved`, `already-returned`.
 */
export async function returnPaymentFile(
  context: Context,
  command: { readonly fileId: string; readonly reason: string },
): Promise<Result<{ state: 'returned' }>> {
  const taken = await takeUpFile(context, command.fileId)
  if (!taken.ok) return taken
  const { approvedBy, returnedBy } = taken.value.approval
  if (approvedBy.length > 0) return fail(problem('already-approved'))
  if (returnedBy !== null) return fail(problem('already-returned'))
  await sql`
    insert into invoicing.payment_file_return (file_id, reason, returned_by, recorded_at)
    values (${command.fileId}, ${command.reason}, ${context.actor.userId}, ${context.now})`.execute(context.db)
  return ok({ state: 'returned' })
}
