import { sql } from 'kysely'
import { approve } from '../../kernel/approval.ts'
import type { UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { takeUpFile } from './payment-file-desk.ts'

/**
 * Another approver than the one who made it lets a payment file leave the house. Problems: `not-allowed`, `not-found`,
 * `changed-meanwhile`, and the kernel's `already-approved`, `already-returned`, `four-eyes-preparer`.
 */
export async function approvePaymentFile(
  context: Context,
  command: { readonly fileId: string; readonly totalOre: number },
): Promise<Result<{ state: 'approved' }>> {
  const taken = await takeUpFile(context, command.fileId)
  if (!taken.ok) return taken
  const approved = approve(taken.value.approval, context.actor.userId as UserId, context.now)
  if (!approved.ok) return approved
  if (command.totalOre !== taken.value.totalOre) return fail(problem('changed-meanwhile'))
  await sql`
    insert into invoicing.payment_file_approval (file_id, total_ore, approved_by, recorded_at)
    values (${command.fileId}, ${command.totalOre}, ${context.actor.userId}, ${context.now})`.execute(context.db)
  return ok({ state: 'approved' })
}
