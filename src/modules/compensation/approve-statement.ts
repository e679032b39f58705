import { approve, isApproved } from '../../kernel/approval.ts'
import type { StatementId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { notify } from '../../platform/outbox.ts'
import type { ApprovalReply, StatementApproved } from './contract.ts'
import { compensationEvents } from './events.ts'
import { approvalRefusal, takeUp } from './statement-desk.ts'
import { saveApproval } from './store.ts'

export interface ApproveStatement {
  readonly statementId: StatementId
  /** What the approver saw. */
  readonly totalOre: number
}

/**
 * Approves a statement (four eyes, programme 5): what the calendar made needs two different approvers, what a person asked
 * for one other, and never one who decided, verified or approved a fact of its lines; each within a payment right of the
 * day for every office in it. The last approval pays the lines and
 * publishes `statement-approved`. Problems: `not-allowed`, `not-found`, `changed-meanwhile`, those of `approvalRefusal`.
 */
export async function approveStatement(context: Context, command: ApproveStatement): Promise<Result<ApprovalReply>> {
  const taken = await takeUp(context, command.statementId)
  if (!taken.ok) return taken
  const statement = taken.value
  const refusal = await approvalRefusal(context, statement)
  if (refusal !== null) return fail(refusal)
  if (command.totalOre !== statement.totalOre) return fail(problem('changed-meanwhile'))
  const approved = approve(statement.approval, context.actor.userId as UserId, context.now)
  if (!approved.ok) return approved
  const { statementId, providerId, contractId, month, totalOre } = statement
  const approvals = approved.value.approvedBy.length
  const { neededApprovers } = approved.value
  await saveApproval(context, { statementId, providerId, step: approvals, totalOre })
  if (!isApproved(approved.value)) return ok({ state: 'waiting', approvals, neededApprovers })
  await notify(context, {
    kind: 'compensation.statement-approved',
    organisationId: providerId,
    channel: 'screen',
    subjectId: statementId,
    values: { month },
  })
  const approvedOn = context.today
  const payload: StatementApproved = { statementId, providerId, contractId, month, totalOre, approvedOn }
  await context.publish({ name: compensationEvents.statementApproved, payload })
  return ok({ state: 'approved', approvals, neededApprovers })
}
