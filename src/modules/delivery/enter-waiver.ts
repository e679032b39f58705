import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import type { Waiver } from '../../rules/index.ts'
import { deliveryArea } from '../registration/index.ts'

export interface EnterWaiver {
  readonly rule: Waiver['rule']
  readonly areaCode: string | null
  readonly firstDay: Day
  /** In. */
  readonly lastDay: Day
  readonly decision: string
}

/**
 * Enters a dated waiver of a rule of meetings, which holds when another administrator has approved it (programme 4.5). It may
 * begin in the past: the clocks are counted anew whenever they are asked for.
 * Problems: `not-allowed`, `end-before-start`, `waiver-area-unknown`.
 */
export async function enterWaiver(context: Context, command: EnterWaiver): Promise<Result<{ id: string }>> {
  const may = mayAct(context, ['administrator'])
  if (!may.ok) return may
  const { rule, areaCode, firstDay, lastDay, decision } = command
  if (lastDay < firstDay) return fail(problem('end-before-start', { field: 'lastDay' }))
  if (areaCode !== null && (await deliveryArea(context, areaCode)) === null)
    return fail(problem('waiver-area-unknown', { field: 'areaCode', values: { code: areaCode } }))
  const id = newId<string>()
  await sql`
    insert into delivery.waiver (id, rule, area_code, first_day, last_day, decision, recorded_at, recorded_by)
    values (${id}, ${rule}, ${areaCode}, ${firstDay}, ${lastDay}, ${decision.trim()}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
  return ok({ id })
}
