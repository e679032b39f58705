import { sql } from 'kysely'
import { type Approval, approval } from '../../kernel/approval.ts'
import type { UserId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'

/** A payment file with its four eyes, as an approver takes it up. */
export interface FileOnDesk {
  readonly fileId: string
  readonly totalOre: number
  readonly approval: Approval
}

/** Holds a payment file for an approver. Problems: `not-allowed`, `not-found`. */
export async function takeUpFile(context: Context, fileId: string): Promise<Result<FileOnDesk>> {
  await lockName(context, `payment-file:${fileId}`)
  const may = mayAct(context, ['approver'])
  if (!may.ok) return may
  const found = await findFile(context, fileId)
  return found === null ? fail(problem('not-found')) : ok(found)
}

/** A payment file that the actor may see, or null. */
export async function findFile(context: Context, fileId: string): Promise<FileOnDesk | null> {
  const { rows } = await sql<{
    totalOre: number
    madeBy: UserId
    approvedBy: UserId | null
    approvedAt: Instant | null
    returnedBy: UserId | null
    returnedAt: Instant | null
    reason: string | null
  }>`
    select f.total_ore as "totalOre", f.made_by as "madeBy", a.approved_by as "approvedBy", a.recorded_at as "approvedAt", r.returned_by as "returnedBy",
           r.recorded_at as "returnedAt", r.reason
      from invoicing.payment_file f
      left join invoicing.payment_file_approval a on a.file_id = f.id
      left join invoicing.payment_file_return r on r.file_id = f.id
     where f.id = ${fileId}`.execute(context.db)
  const [row] = rows
  if (row === undefined) return null
  const { totalOre, madeBy, approvedBy, approvedAt, returnedBy, returnedAt, reason } = row
  const made = approval([madeBy], 1)
  return {
    fileId,
    totalOre,
    approval: {
      ...made,
      approvedBy: approvedBy !== null && approvedAt !== null ? [{ by: approvedBy, at: approvedAt }] : [],
      returnedBy:
        returnedBy !== null && returnedAt !== null ? { by: returnedBy, at: returnedAt, reason: reason ?? '' } : null,
    },
  }
}
