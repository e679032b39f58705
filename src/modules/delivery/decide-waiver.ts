import { sql } from 'kysely'
import { approval, approve, returnForChange } from '../../kernel/approval.ts'
import type { UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'

export interface DecideWaiver {
  readonly waiverId: string
  readonly outcome: 'approved' | 'returned'
  readonly why?: string | undefined
}

/**
 * Approves an entered waiver, or returns it with a reason; never who entered it (house 5, four eyes).
 * Problems: `not-allowed`, `not-found`, `already-decided`, `four-eyes-preparer`, `required`.
 */
export async function decideWaiver(context: Context, command: DecideWaiver): Promise<Result<{ id: string }>> {
  const may = mayAct(context, ['administrator'])
  if (!may.ok) return may
  const { userId, role } = context.actor
  if (userId === null) return fail(problem('not-allowed', { values: { role } }))
  const { waiverId, outcome } = command
  await lockName(context, `delivery.waiver.${waiverId}`)
  const { rows } = await sql<{ by: UserId; outcome: string | null }>`
    select recorded_by as by, outcome from delivery.v_waiver where waiver_id = ${waiverId}`.execute(context.db)
  const [waiver] = rows
  if (waiver === undefined) return fail(problem('not-found'))
  if (waiver.outcome !== null) return fail(problem('already-decided'))
  const why = command.why?.trim() ?? ''
  const entered = approval([waiver.by], 1)
  const signed =
    outcome === 'approved' ? approve(entered, userId, context.now) : returnForChange(entered, userId, context.now, why)
  if (!signed.ok) return signed.problem.field === 'reason' ? fail({ ...signed.problem, field: 'why' }) : signed
  await sql`
    insert into delivery.waiver_decision (waiver_id, outcome, why, on_day, recorded_at, recorded_by)
    values (${waiverId}, ${outcome}, ${why === '' ? null : why}, ${context.today}, ${context.now}, ${userId})`.execute(
    context.db,
  )
  return ok({ id: waiverId })
}
