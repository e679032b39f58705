import { sql } from 'kysely'
import { hash32 } from '../../kernel/hash.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'

/** Under which checks of the tool are queued. */
export const checkToolTask = 'check-tool'

/**
 * Queues a check of the tool over cases that chance picks; one that still waits is queued again instead of a second.
 * The check itself is run by a job, for who asks for it may see no person. Problem: `not-allowed`.
 */
export async function requestCheck(context: Context): Promise<Result<{ checkId: string }>> {
  const may = mayAct(context, ['overseer', 'administrator'])
  if (!may.ok) return may
  const { rows } = await sql<{ id: string }>`
    select id from oversight.tool_check where ended_at is null order by requested_at limit 1`.execute(context.db)
  const checkId = rows[0]?.id ?? (await saveRequest(context))
  const payload = JSON.stringify({ checkId })
  await sql`select platform.enqueue(${checkToolTask}, ${payload}::json, ${`${checkToolTask}:${checkId}`})`.execute(
    context.db,
  )
  return ok({ checkId })
}

async function saveRequest(context: Context): Promise<string> {
  const { consistencyCases, consistencyVariants } = context.rules.oversight
  const id = newId<string>()
  await sql`
    insert into oversight.tool_check (id, seed, cases, variants, requested_on, requested_at, requested_by)
    values (${id}, ${hash32(id)}, ${consistencyCases}, ${consistencyVariants}, ${context.today}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
  return id
}
