import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { decidedValues, decideRules, withdrawRules } from '../../platform/rule-values.ts'
import { windowsWith } from '../../rules/decided-windows.ts'
import { type KeptSide, windowKeepers } from './compare-windows.ts'
import type { PlanChanged } from './contract/windows.ts'
import { canPlan, canWithdraw, decidePlan, planState } from './domain/window-plan.ts'
import { modelInForce } from './model-in-force.ts'
import { type KeptPlan, windowPlans } from './plan-reads.ts'

export interface PlanWindow {
  readonly comparisonId: string
  readonly from: Day
  readonly reason: string
}

/**
 * Drafts a switch to the second window of a comparison, on a day ahead (programme 4.2); another administrator approves it.
 * Problems: `not-allowed`, `not-found`, `window-comparison-unfinished`, `window-comparison-other-model`,
 * `window-plan-past`, `window-plan-exists`.
 */
export async function planWindow(context: Context, command: PlanWindow): Promise<Result<PlanChanged>> {
  const may = mayAct(context, windowKeepers)
  if (!may.ok) return may
  await lockName(context, 'assessment.window-plans')
  const compared = await comparedLaw(context, command.comparisonId)
  if (!compared.ok) return compared
  const { from, reason, comparisonId } = command
  const { today, now, actor } = context
  const plans = await windowPlans(context)
  const can = canPlan(from, plans, today)
  if (!can.ok) return can
  const known = windowsWith(await decidedValues(context)).map((one) => one.number)
  const number = Math.max(...known, ...plans.map((plan) => plan.number)) + 1
  const { window, cutPoints } = compared.value.law
  const law = { window: { ...window, number, from }, cutPoints }
  const planId = newId<string>()
  await sql`
    insert into assessment.window_plan (id, number, from_day, law, reason, comparison_id, drafted_on, drafted_by, drafted_at)
    values (${planId}, ${number}, ${from}, ${JSON.stringify(law)}::jsonb, ${reason}, ${comparisonId}, ${today}, ${actor.userId}, ${now})`.execute(
    context.db,
  )
  return ok({ planId, number, state: 'waiting' })
}

/** The window that a finished comparison would bring, if the model that gave its chances still answers. */
async function comparedLaw(context: Context, comparisonId: string): Promise<Result<KeptSide>> {
  const { rows } = await sql<{ after: KeptSide; ended: boolean; model: string | null }>`
    select after, ended_at is not null as ended, model from assessment.window_comparison where id = ${comparisonId}`.execute(
    context.db,
  )
  const [comparison] = rows
  if (comparison === undefined) return fail(problem('not-found', { field: 'comparisonId' }))
  if (!comparison.ended) return fail(problem('window-comparison-unfinished', { field: 'comparisonId' }))
  const { name } = await modelInForce(context)
  if (comparison.model !== name) return fail(problem('window-comparison-other-model', { field: 'comparisonId' }))
  return ok(comparison.after)
}

/**
 * Approves a drafted switch, which then governs from its day, or sends it back with a reason; never who drafted it.
 * Problems: `not-allowed`, `not-found`, `window-plan-ended` and those of the approval.
 */
export async function decideWindowPlan(
  context: Context,
  command: { readonly planId: string; readonly outcome: 'approved' | 'returned'; readonly reason: string },
): Promise<Result<PlanChanged>> {
  const found = await heldPlan(context, command.planId)
  if (!found.ok) return found
  const plan = found.value
  const { userId } = context.actor
  if (userId === null) return fail(problem('not-allowed', { values: { role: context.actor.role } }))
  const decided = decidePlan(plan, command, { userId, at: context.now, today: context.today })
  if (!decided.ok) return decided
  await saveStep(context, plan.planId, command.outcome, command.reason)
  if (command.outcome === 'approved') {
    const values = { 'assessment.window': plan.law.window, 'assessment.cutPoints': plan.law.cutPoints }
    await decideRules(context, { planId: plan.planId, from: plan.from, preparedBy: plan.draftedBy, values })
  }
  return ok({ planId: plan.planId, number: plan.number, state: planState(decided.value, context.today) })
}

/** Takes a switch back before its day. Problems: `not-allowed`, `not-found`, `window-plan-ended`. */
export async function withdrawWindowPlan(
  context: Context,
  command: { readonly planId: string; readonly reason: string },
): Promise<Result<PlanChanged>> {
  const found = await heldPlan(context, command.planId)
  if (!found.ok) return found
  const plan = found.value
  const can = canWithdraw(plan, context.today)
  if (!can.ok) return can
  await saveStep(context, plan.planId, 'withdrawn', command.reason)
  if (planState(plan, context.today) === 'planned') await withdrawRules(context, plan.planId)
  return ok({ planId: plan.planId, number: plan.number, state: 'withdrawn' })
}

async function heldPlan(context: Context, planId: string): Promise<Result<KeptPlan>> {
  const may = mayAct(context, windowKeepers)
  if (!may.ok) return may
  await lockName(context, 'assessment.window-plans')
  const plan = (await windowPlans(context)).find((one) => one.planId === planId)
  return plan === undefined ? fail(problem('not-found')) : ok(plan)
}

async function saveStep(context: Context, planId: string, kind: string, reason: string): Promise<void> {
  await sql`
    insert into assessment.window_plan_step (plan_id, kind, reason, on_day, recorded_at, recorded_by)
    values (${planId}, ${kind}, ${reason}, ${context.today}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
}
