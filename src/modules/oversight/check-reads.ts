import { sql } from 'kysely'
import { addMonths, type Day } from '../../kernel/day.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import type { ChecksReply, CheckView } from './contract.ts'
import { comparers } from './variation-reads.ts'

/** Every check of the tool, the latest first, and when the next is due. Problem: `not-allowed`. */
export async function checksOf(context: Context): Promise<Result<ChecksReply>> {
  const may = mayAct(context, comparers)
  if (!may.ok) return may
  const { consistencyCases, consistencyVariants } = context.rules.oversight
  const items = await latestChecks(context, 50)
  return ok({ items, dueOn: await nextCheckOn(context), cases: consistencyCases, variants: consistencyVariants })
}

/** Checks of the tool, the latest first. */
export async function latestChecks(context: Context, limit: number): Promise<CheckView[]> {
  const { rows } = await sql<CheckView>`
    select t.id as "checkId", t.requested_at as "requestedAt", u.display_name as "requestedByName", t.ended_at as "endedAt", t.seed, t.cases,
           t.variants, t.model, t.window_no as "windowNumber", t.outcome, t.seals
      from oversight.tool_check t left join platform.user_account u on u.id = t.requested_by
     order by t.requested_at desc, t.id desc limit ${limit}`.execute(context.db)
  return rows
}

/** The day by which the tool is to be checked again: so many months after the latest ended check, at once when there is none. */
export async function nextCheckOn(context: Context): Promise<Day> {
  const { rows } = await sql<{ on: Day | null }>`
    select max(requested_on) as on from oversight.tool_check where ended_at is not null`.execute(context.db)
  const latest = rows[0]?.on ?? null
  return latest === null ? context.today : addMonths(latest, context.rules.oversight.consistencyEveryMonths)
}
