import { sql } from 'kysely'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'

/**
 * Lets the organisation's advisers see their own participants alone, or all of the organisation's again; coordinators always see
 * all. Row-level security keeps to it from the next transaction on. Problem: `not-allowed`.
 */
export async function letAdvisersSee(context: Context, own: boolean): Promise<Result<{ own: boolean }>> {
  const may = mayAct(context, ['coordinator'])
  if (!may.ok) return may
  await sql`select delivery.let_advisers_see(${own}, ${context.now})`.execute(context.db)
  return ok({ own })
}
