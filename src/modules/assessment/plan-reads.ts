import { sql } from 'kysely'
import type { Approval } from '../../kernel/approval.ts'
import { addDays, type Day, minDay } from '../../kernel/day.ts'
import type { UserId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { decidedValues } from '../../platform/rule-values.ts'
import { windowsWith } from '../../rules/decided-windows.ts'
import { windowReaders } from './compare-windows.ts'
import type { PlansReply } from './contract/windows.ts'
import type { WindowLaw } from './domain/window-comparison.ts'
import { planState, type WindowPlan } from './domain/window-plan.ts'
import { lawShown } from './windows-known.ts'

interface Step {
  readonly kind: 'approved' | 'returned' | 'withdrawn'
  readonly onDay: Day
  readonly at: Instant
  readonly by: UserId
  readonly byName: string | null
  readonly reason: string
}

interface Row {
  readonly planId: string
  readonly number: number
  readonly from: Day
  readonly law: WindowLaw
  readonly reason: string
  readonly comparisonId: string
  readonly draftedOn: Day
  readonly draftedBy: UserId
  readonly draftedByName: string | null
  readonly steps: readonly Step[]
}

/** A planned switch of window with all that was done to it. */
export interface KeptPlan extends WindowPlan, Row {}

/** Every planned switch, the latest first day first. */
export async function windowPlans(context: Context): Promise<KeptPlan[]> {
  const { rows } = await sql<Row>`
    select p.id as "planId", p.number, p.from_day as "from", p.law, p.reason, p.comparison_id as "comparisonId", p.drafted_on as "draftedOn",
           p.drafted_by as "draftedBy", u.display_name as "draftedByName",
           coalesce((
             select jsonb_agg(jsonb_build_object('kind', s.kind, 'onDay', s.on_day, 'at', s.recorded_at, 'by', s.recorded_by,
                      'byName', w.display_name, 'reason', s.reason) order by s.recorded_at)
               from assessment.window_plan_step s left join platform.user_account w on w.id = s.recorded_by
              where s.plan_id = p.id), '[]') as steps
      from assessment.window_plan p left join platform.user_account u on u.id = p.drafted_by
     order by p.from_day desc, p.number desc`.execute(context.db)
  return rows.map((row) => ({ ...row, approval: approvalOf(row), isWithdrawn: row.steps.some(isKind('withdrawn')) }))
}

function approvalOf({ draftedBy, steps }: Row): Approval {
  const returned = steps.find(isKind('returned'))
  return {
    preparedBy: [draftedBy],
    neededApprovers: 1,
    approvedBy: steps.filter(isKind('approved')),
    returnedBy: returned ?? null,
  }
}

function isKind(kind: Step['kind']): (step: Step) => boolean {
  return (step) => step.kind === kind
}

/** Planned switches of window as they are shown. Problem: `not-allowed`. */
export async function listWindowPlans(context: Context): Promise<Result<PlansReply>> {
  const may = mayAct(context, windowReaders)
  if (!may.ok) return may
  const plans = await windowPlans(context)
  const governing = windowsWith(await decidedValues(context))
  const items = plans.map((plan) => ({
    planId: plan.planId,
    number: plan.number,
    from: plan.from,
    lastDay: lastDayOf(plan.from, governing),
    state: planState(plan, context.today),
    law: lawShown(plan.law),
    reason: plan.reason,
    comparisonId: plan.comparisonId,
    draftedOn: plan.draftedOn,
    draftedByName: plan.draftedByName,
    mine: plan.draftedBy === context.actor.userId,
    steps: plan.steps.map(({ kind, onDay, byName, reason }) => ({ kind, onDay, byName, reason })),
  }))
  return ok({ items })
}

/** The day before the next window that begins after the day. */
function lastDayOf(from: Day, windows: readonly { readonly from: Day }[]): Day | null {
  const later = windows.map((one) => one.from).filter((day) => day > from)
  return later.length === 0 ? null : addDays(later.reduce(minDay), -1)
}
