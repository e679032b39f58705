import { sql } from 'kysely'
import type { PlanId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { lockCase } from '../registration/index.ts'
import { addFact, findPlan } from './store.ts'

export interface AnswerPlan {
  readonly planId: PlanId
  readonly answer: 'agreed' | 'comment'
  readonly comment?: string | undefined
}

/**
 * The participant agrees to the plan or comments on it; agreeing twice changes nothing (programme 4.5).
 * Problems: `not-found`, `not-allowed`, `changed-meanwhile`, `comment-missing`.
 */
export async function answerPlan(context: Context, command: AnswerPlan): Promise<Result<{ id: string }>> {
  const plan = await findPlan(context, command.planId)
  if (plan === null) return fail(problem('not-found'))
  const locked = await lockCase(context, plan.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['jobseeker'])
  if (!may.ok) return may
  if (plan.replaced) return fail(problem('changed-meanwhile'))
  const comment = command.comment?.trim() || null
  if (command.answer === 'comment' && comment === null) return fail(problem('comment-missing', { field: 'comment' }))
  context.wrotePerson(plan.personId)
  if (command.answer === 'agreed') {
    const { rows } = await sql<{ id: string }>`
      select id from delivery.plan_answer where plan_id = ${plan.planId} and answer = 'agreed'`.execute(context.db)
    if (rows[0]) return ok(rows[0])
  }
  const id = newId<string>()
  await addFact(context, 'plan_answer', plan, { id, plan_id: plan.planId, answer: command.answer, comment })
  return ok({ id })
}
