import type { PlanId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { notify } from '../../platform/outbox.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import { openOffice } from './desk.ts'
import { refreshDrafts } from './drafts.ts'
import { deliveryEvents, type PlanApproved } from './events.ts'
import { addFact, findPlan, type StoredPlan } from './store.ts'
import { forProvider, handledBy, taskKinds } from './tasks.ts'

export interface DecidePlan {
  readonly planId: PlanId
  readonly outcome: 'approved' | 'returned'
  /** Needed when it is returned. */
  readonly why?: string | undefined
}

/**
 * The caseworker approves a plan or returns it with reasons (programme 4.5). Publishes `plan-approved`, `plan-returned`.
 * Problems: `not-found`, `not-allowed`, `not-your-office`, `changed-meanwhile`, `already-decided`, `why-missing`.
 */
export async function decidePlan(context: Context, command: DecidePlan): Promise<Result<{ id: PlanId }>> {
  const seen = await findPlan(context, command.planId)
  if (seen === null) return fail(problem('not-found'))
  const office = await openOffice(context, seen.caseId)
  if (!office.ok) return office
  // Read anew under the lock: two tabs may have had it open.
  const plan = await findPlan(context, command.planId)
  if (plan === null || plan.replaced) return fail(problem('changed-meanwhile'))
  if (plan.outcome !== null) return fail(problem('already-decided'))
  const why = command.why?.trim() || null
  if (command.outcome === 'returned' && why === null) return fail(problem('why-missing', { field: 'why' }))
  await addFact(context, 'plan_decision', plan, {
    plan_id: plan.planId,
    outcome: command.outcome,
    why,
    on_day: context.today,
  })
  await closeTask(context, { kind: taskKinds.decidePlan, subjectId: plan.planId })
  const { caseId, personId, planId, providerId } = plan
  const payload: PlanApproved = { caseId, personId, planId, providerId }
  if (command.outcome === 'returned') {
    await giveBack(context, plan)
    await context.publish({ name: deliveryEvents.planReturned, payload })
    return ok({ id: plan.planId })
  }
  await refreshDrafts(context, plan, null)
  await context.publish({ name: deliveryEvents.planApproved, payload })
  return ok({ id: plan.planId })
}

async function giveBack(context: Context, plan: StoredPlan): Promise<void> {
  const { caseId, personId, placementId, providerId, planId } = plan
  await openTask(context, {
    kind: taskKinds.redoPlan,
    subjectId: placementId,
    caseId,
    personId,
    why: { code: 'plan-returned', values: { version: plan.version } },
    dueOn: handledBy(context.today),
    for: forProvider(providerId),
  })
  await notify(context, {
    kind: 'delivery.plan-returned',
    channel: 'screen',
    organisationId: providerId,
    subjectId: planId,
  })
}
