import { sql } from 'kysely'
import { lastDayOf, type Month } from '../../kernel/day.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { closeMonthTask } from './jobs.ts'

/**
 * Queues the closing of a month on an approver's request; who asked prepared it, and approves none of it.
 * Problems: `not-allowed`, `month-not-over`.
 */
export async function requestClose(
  context: Context,
  command: { readonly month: Month },
): Promise<Result<{ queued: true; month: Month }>> {
  const may = mayAct(context, ['approver'])
  if (!may.ok) return may
  const { month } = command
  if (lastDayOf(month) >= context.today) return fail(problem('month-not-over', { field: 'month', values: { month } }))
  const payload = JSON.stringify({ month, requestedBy: context.actor.userId })
  await sql`select platform.enqueue(${closeMonthTask}, ${payload}::json, ${`${closeMonthTask}:${month}`})`.execute(
    context.db,
  )
  return ok({ queued: true, month })
}
