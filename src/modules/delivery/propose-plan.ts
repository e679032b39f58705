import type { Day } from '../../kernel/day.ts'
import type { CaseId, PlanId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import { parallelMeasures } from '../decision/index.ts'
import { type DeskSpell, openDesk, type ProviderDesk } from './desk.ts'
import { checkPlan, type PlannedActivity, spellOn } from './domain/index.ts'
import { channelTo } from './notices.ts'
import { addFact, json, latestPlan } from './store.ts'
import { forCaseworker, handledBy, taskKinds } from './tasks.ts'

export interface ProposePlan {
  readonly caseId: CaseId
  readonly goals: string
  /** Codes of `rules.delivery.activities`; others are refused. */
  readonly activities: readonly (Omit<PlannedActivity, 'code'> & { readonly code: string })[]
  readonly languageSupport?: boolean | undefined
  /** The day it was agreed with the participant; today unless said. */
  readonly agreedOn?: Day | undefined
}

/**
 * Sends a new version of the joint plan to the caseworker, and to the participant to agree or comment (programme 4.5).
 * Problems: those of `openDesk` and `checkPlan`.
 */
export async function proposePlan(context: Context, command: ProposePlan): Promise<Result<{ id: PlanId }>> {
  const desk = await openDesk(context, command.caseId)
  if (!desk.ok) return desk
  const { head } = desk.value
  const agreedOn = command.agreedOn ?? context.today
  const spell = spellOn(agreedOn, desk.value.spells)
  const { goals, languageSupport = false } = command
  const measures = await parallelMeasures(context, command.caseId)
  const activities = command.activities as readonly PlannedActivity[]
  const plan = checkPlan(
    { goals, activities, languageSupport, agreedOn },
    {
      ...desk.value,
      mappedOn: (spell ?? desk.value.spells.at(-1))?.mappedOn ?? null,
      availableHours: head.availableHours,
      parallelMeasureDecided: measures.some((measure) => measure.lastDay >= agreedOn),
    },
    context.rules,
  )
  if (!plan.ok) return plan
  if (spell === null) throw new Error('a plan that passed was agreed in a spell')
  const id = await savePlan(context, desk.value, spell, plan.value)
  await notify(context, {
    kind: 'delivery.plan-to-answer',
    channel: channelTo(head),
    personId: head.personId,
    subjectId: id,
  })
  return ok({ id })
}

async function savePlan(
  context: Context,
  desk: ProviderDesk,
  spell: DeskSpell,
  plan: {
    goals: string
    activities: readonly PlannedActivity[]
    languageSupport: boolean
    agreedOn: Day
    hoursPerWeek: number
  },
): Promise<PlanId> {
  const { head, providerId } = desk
  const { placementId } = spell
  const before = await latestPlan(context, placementId)
  const id = newId<PlanId>()
  await addFact(context, 'plan', head, {
    id,
    placement_id: placementId,
    provider_id: providerId,
    decision_id: spell.decisionId,
    version: (before?.version ?? 0) + 1,
    goals: plan.goals,
    activities: json(plan.activities),
    hours_per_week: plan.hoursPerWeek,
    language_support: plan.languageSupport,
    agreed_on: plan.agreedOn,
    replaces: before?.planId ?? null,
  })
  if (before) await closeTask(context, { kind: taskKinds.decidePlan, subjectId: before.planId })
  await closeTask(context, { kind: taskKinds.redoPlan, subjectId: placementId })
  await openTask(context, {
    kind: taskKinds.decidePlan,
    subjectId: id,
    caseId: head.caseId,
    personId: head.personId,
    why: { code: 'plan-proposed', values: { version: (before?.version ?? 0) + 1 } },
    dueOn: handledBy(context.today),
    for: forCaseworker(head),
  })
  return id
}
