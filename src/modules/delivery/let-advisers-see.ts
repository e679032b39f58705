import { sql } from 'kysely'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { wholeOrganisation } from '../../platform/whole-organisation.ts'

/**
 * Lets the organisation's advisers see their own participants alone, as they do unless this is said, or all at the addresses of
 * their duty (decision 0023). Row-level security keeps to it from the next transaction on. Problems: those of `wholeOrganisation`.
 */
export async function letAdvisersSee(context: Context, own: boolean): Promise<Result<{ own: boolean }>> {
  const organisation = await wholeOrganisation(context)
  if (!organisation.ok) return organisation
  await sql`select delivery.let_advisers_see(${own}, ${context.now})`.execute(context.db)
  return ok({ own })
}
