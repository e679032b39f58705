import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { lockCase } from '../registration/index.ts'
import { closedCap, noteRefusal } from './budget-room.ts'
import { stateOf } from './case-facts.ts'
import type { BudgetWaitBody, BudgetWaitReply } from './contract.ts'
import { decideExtension, decideReferral, opensOn } from './domain/index.ts'

export type WaitForBudget = BudgetWaitBody & { readonly caseId: CaseId }

/**
 * Puts a decision that only the budget stops in the caseworker's queue, due when the budget opens, and counts it
 * (programme 4.3: nothing is silently dropped). Doing it again changes nothing.
 * Problems: those of the domain's `decideReferral` or `decideExtension`, `budget-has-room`, `not-found`, `not-allowed`.
 */
export async function waitForBudget(
  context: Context,
  { caseId, kind }: WaitForBudget,
): Promise<Result<BudgetWaitReply>> {
  const locked = await lockCase(context, caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['caseworker'])
  if (!may.ok) return may
  const state = await stateOf(context, locked.value)
  const reason = 'wait'
  const { rules, today } = context
  const decided =
    kind === 'referral'
      ? decideReferral(state, { reason }, rules, today)
      : decideExtension(state, { reason }, rules, today)
  if (!decided.ok) return decided
  const { level, priceModel, days } = decided.value
  const full = await closedCap(context, locked.value, { kind, level, priceModel, days })
  if (full === null) return fail(problem('budget-has-room'))
  await noteRefusal(context, locked.value, full)
  return ok({ cap: full.name, opensOn: opensOn(full.period, today) })
}
