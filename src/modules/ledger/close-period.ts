import { sql } from 'kysely'
import type { Month } from '../../kernel/day.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'

/**
 * Closes the books of a month, and of earlier ones still open, by opening the month after. Follows `month-closed`; a month that is
 * closed stays so. Late facts are posted in the period that is open then (programme 5). Problem: `not-allowed`.
 */
export async function closePeriod(context: Context, { month }: { readonly month: Month }): Promise<Result<null>> {
  const may = mayAct(context, ['system'])
  if (!may.ok) return may
  await sql`select ledger.close_through(${month}, ${context.now}, ${context.actor.userId}::uuid)`.execute(context.db)
  return ok(null)
}
