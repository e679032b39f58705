import { type Approval, approve, isApproved, returnForChange } from '../../../kernel/approval.ts'
import type { Day } from '../../../kernel/day.ts'
import type { UserId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { CutPoints } from '../../../rules/assessment.ts'

/** A switch of window on a day: drafted by one, approved by another (programme 4.2). */
export interface WindowPlan {
  readonly from: Day
  readonly approval: Approval
  readonly isWithdrawn: boolean
}

/** `lapsed`: the day came before anyone approved. */
export type WindowPlanState = 'waiting' | 'planned' | 'in-force' | 'returned' | 'withdrawn' | 'lapsed'

export function planState({ from, approval, isWithdrawn }: WindowPlan, today: Day): WindowPlanState {
  if (isWithdrawn) return 'withdrawn'
  if (approval.returnedBy !== null) return 'returned'
  if (isApproved(approval)) return from <= today ? 'in-force' : 'planned'
  return from <= today ? 'lapsed' : 'waiting'
}

/** Cut points in order and inside 0 to 1. Problem: `cut-points-order`, on the first that is out of order. */
export function checkCutPoints(cuts: CutPoints): Result<CutPoints> {
  const ordered = [
    ['farBelow', 0, cuts.farBelow],
    ['levelBFrom', cuts.farBelow, cuts.levelBFrom],
    ['levelAFrom', cuts.levelBFrom, cuts.levelAFrom],
    ['nearFrom', cuts.levelAFrom, cuts.nearFrom],
  ] as const
  const wrong = ordered.find(([, below, value]) => !(value > below))
  if (wrong !== undefined) return fail(problem('cut-points-order', { field: wrong[0] }))
  return cuts.nearFrom < 1 ? ok(cuts) : fail(problem('cut-points-order', { field: 'nearFrom' }))
}

/**
 * Whether a switch may be planned on the day: ahead, and none other planned for the same day.
 * Problems: `window-plan-past` {from}, `window-plan-exists` {from}.
 */
export function canPlan(from: Day, others: readonly WindowPlan[], today: Day): Result<null> {
  if (from <= today) return fail(problem('window-plan-past', { field: 'from', values: { from } }))
  const taken = others.some((one) => one.from === from && ['waiting', 'planned'].includes(planState(one, today)))
  return taken ? fail(problem('window-plan-exists', { field: 'from', values: { from } })) : ok(null)
}

/**
 * One more pair of eyes on a planned switch. Problems: those of the approval, `window-plan-ended` {state} when it was
 * withdrawn or its day has come.
 */
export function decidePlan(
  plan: WindowPlan,
  decision: { readonly outcome: 'approved' | 'returned'; readonly reason: string },
  by: { readonly userId: UserId; readonly at: Instant; readonly today: Day },
): Result<WindowPlan> {
  const state = planState(plan, by.today)
  if (state === 'withdrawn' || state === 'lapsed') return fail(problem('window-plan-ended', { values: { state } }))
  const decided =
    decision.outcome === 'approved'
      ? approve(plan.approval, by.userId, by.at)
      : returnForChange(plan.approval, by.userId, by.at, decision.reason)
  return decided.ok ? ok({ ...plan, approval: decided.value }) : decided
}

/** Whether a planned switch can be taken back: only before its day. Problem: `window-plan-ended` {state}. */
export function canWithdraw(plan: WindowPlan, today: Day): Result<null> {
  const state = planState(plan, today)
  return state === 'waiting' || state === 'planned'
    ? ok(null)
    : fail(problem('window-plan-ended', { values: { state } }))
}
