import { sql } from 'kysely'
import type { Month } from '../../kernel/day.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { systemActor } from '../../platform/actor.ts'
import { type Context, inTransaction, type Work } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import type { MonthRunRequested } from './contract.ts'
import { closeMonthTask } from './jobs.ts'
import { openRun, openRuns } from './month-run.ts'
import { queueOpenWhatIfs } from './what-if.ts'

/**
 * Queues the run of a month on an approver's request; who asked prepared its statements, and approves none of them. One that
 * was broken off is queued to go on.
 * Problems: `not-allowed`, `month-not-over`, `later-month-closed`, `month-frozen`, `month-run-under-way`.
 */
export async function requestMonthRun(
  context: Context,
  command: { readonly month: Month },
): Promise<Result<MonthRunRequested>> {
  const may = mayAct(context, ['approver'])
  if (!may.ok) return may
  const { month } = command
  const opened = await openRun(context, { month, requestedBy: context.actor.userId })
  if (!opened.ok) return opened
  const { rows } = await sql<{ alive: boolean }>`select compensation.run_is_alive(${month}) as alive`.execute(
    context.db,
  )
  if (rows[0]?.alive) return fail(problem('month-run-under-way', { field: 'month', values: { month } }))
  const { runId, kind, requestedBy } = opened.value
  await queueRun(context, month, requestedBy)
  return ok({ queued: true, runId, month, kind })
}

/** Queues runs, of months and of what-if, that a crash broke off; at each start, harmless when there are none. */
export async function resumeMonthRuns(work: Work): Promise<void> {
  const why = { operation: 'resumeMonthRuns', purpose: 'pay the providers' }
  await inTransaction(work, systemActor, why, async (context) => {
    for (const { month, requestedBy } of await openRuns(context)) await queueRun(context, month, requestedBy)
    await queueOpenWhatIfs(context)
    return ok(null)
  })
}

async function queueRun(context: Context, month: Month, requestedBy: string | null): Promise<void> {
  const payload = JSON.stringify({ month, requestedBy })
  await sql`select platform.enqueue(${closeMonthTask}, ${payload}::json, ${`${closeMonthTask}:${month}`})`.execute(
    context.db,
  )
}
