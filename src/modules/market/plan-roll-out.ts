import { sql } from 'kysely'
import { approval, refusalFor } from '../../kernel/approval.ts'
import type { UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { deliveryAreas, setAreaTerms } from '../registration/index.ts'
import { checkRollOut, type RollOut } from './domain/index.ts'
import { findPlan } from './roll-out-reads.ts'

export interface PlanRollOut {
  readonly title: string
  readonly lines: readonly RollOut[]
}

/**
 * Prepares which areas pass to Rusta och matcha and when. It does nothing until another person has signed it, and can
 * be looked at as a simulation until then. Problems: `not-allowed`, and those of `checkRollOut`.
 */
export async function planRollOut(context: Context, { title, lines }: PlanRollOut): Promise<Result<{ id: string }>> {
  const may = mayAct(context, ['overseer', 'administrator'])
  if (!may.ok) return may
  const can = checkRollOut(lines, await deliveryAreas(context), context.today)
  if (!can.ok) return can
  const id = newId<string>()
  await sql`
    insert into market.roll_out_plan (id, title, prepared_by, recorded_at)
    values (${id}, ${title}, ${context.actor.userId}, ${context.now})`.execute(context.db)
  for (const { areaCode, switchOn, priceModel } of lines) {
    await sql`
      insert into market.roll_out_line (plan_id, area_code, switch_on, price_model_b)
      values (${id}, ${areaCode}, ${switchOn}, ${priceModel})`.execute(context.db)
  }
  return ok({ id })
}

export interface DecideRollOut {
  readonly planId: string
  readonly outcome: 'signed' | 'returned'
  /** Needed when it is returned. */
  readonly reason: string | null
}

/**
 * An administrator signs, or returns, a plan that somebody else prepared. Signed: each area takes new referrals to Rusta
 * och matcha from its day, and none to the older service, whose running periods finish (programme 4.4). Problems:
 * `not-allowed`, `not-found`, `plan-decided`, `four-eyes-preparer`, `required` on `reason`, and those of `checkRollOut`.
 */
export async function decideRollOut(
  context: Context,
  command: DecideRollOut,
): Promise<Result<{ outcome: DecideRollOut['outcome'] }>> {
  const { planId, outcome } = command
  await lockName(context, 'market.roll-out')
  const may = mayAct(context, ['administrator'])
  if (!may.ok) return may
  const plan = await findPlan(context, planId)
  if (plan === null) return fail(problem('not-found'))
  if (plan.state !== 'prepared') return fail(problem('plan-decided'))
  const refusal = refusalFor(approval([plan.preparedBy], 1), context.actor.userId as UserId)
  if (refusal !== null) return fail(refusal)
  const reason = command.reason?.trim() || null
  if (outcome === 'returned' && reason === null) return fail(problem('required', { field: 'reason' }))
  await sql`
    insert into market.roll_out_decision (plan_id, prepared_by, outcome, reason, decided_by, recorded_at)
    values (${planId}, ${plan.preparedBy}, ${outcome}, ${reason}, ${context.actor.userId}, ${context.now})`.execute(
    context.db,
  )
  if (outcome === 'returned') return ok({ outcome })
  const can = checkRollOut(plan.lines, await deliveryAreas(context), context.today)
  if (!can.ok) return can
  for (const { areaCode, switchOn, priceModel } of plan.lines) {
    const set = await setAreaTerms(context, { code: areaCode, from: switchOn, service: 'rom', priceModelB: priceModel })
    if (!set.ok) return set
    await sql`
      insert into market.roll_out_switch (area_code, plan_id, switch_on) values (${areaCode}, ${planId}, ${switchOn})`.execute(
      context.db,
    )
  }
  return ok({ outcome })
}
