import { sql } from 'kysely'
import type { Day } from '../kernel/day.ts'
import type { UserId } from '../kernel/ids.ts'
import type { DecidableName, DecidedValue } from '../rules/decided.ts'
import type { Context } from './context.ts'

/** Every rule value that the authority has decided on and not taken back, also those whose day has not come. */
export async function decidedValues(context: Context): Promise<DecidedValue[]> {
  const { rows } = await sql<DecidedValue>`
    select id, name, from_day as "from", value from platform.v_rule_value order by from_day, name`.execute(context.db)
  return rows
}

/**
 * Puts rule values in force from a day ahead, as the acting administrator approves what another prepared. The database
 * refuses a day that has come and an approver who prepared it; the use case has said so before.
 */
export async function decideRules(
  context: Context,
  plan: {
    readonly planId: string
    readonly from: Day
    readonly preparedBy: UserId
    readonly values: Readonly<Partial<Record<DecidableName, object>>>
  },
): Promise<void> {
  for (const [name, value] of Object.entries(plan.values)) {
    await sql`
      insert into platform.rule_value (name, from_day, value, plan_id, decided_on, prepared_by, approved_by, recorded_at)
      values (${name}, ${plan.from}, ${JSON.stringify(value)}::jsonb, ${plan.planId}, ${context.today}, ${plan.preparedBy}, ${context.actor.userId},
        ${context.now})`.execute(context.db)
  }
}

/** Takes a plan's values back before their day; the database refuses one whose day has come. */
export async function withdrawRules(context: Context, planId: string): Promise<void> {
  await sql`
    insert into platform.rule_plan_withdrawn (plan_id, on_day, recorded_at, recorded_by)
    values (${planId}, ${context.today}, ${context.now}, ${context.actor.userId})`.execute(context.db)
}
