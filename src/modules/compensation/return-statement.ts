import type { StatementId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { ReturnCode } from './contract/review.ts'
import type { StatementReturned } from './contract.ts'
import { compensationEvents } from './events.ts'
import { returnRefusal, takeUp } from './statement-desk.ts'
import { saveReturn } from './store.ts'

export interface ReturnStatement {
  readonly statementId: StatementId
  readonly code: ReturnCode
  readonly reason: string
}

/**
 * Sends a statement back with a reason, as a code and in words. Its lines stay where they are and count as not posted, so that the month can be closed
 * again when the facts are right. Publishes `statement-returned`. Problems: `not-allowed`, `not-found`, `required`, and the
 * kernel's `already-approved`, `already-returned`, `four-eyes-preparer`.
 */
export async function returnStatement(
  context: Context,
  command: ReturnStatement,
): Promise<Result<{ state: 'returned' }>> {
  const taken = await takeUp(context, command.statementId)
  if (!taken.ok) return taken
  const refusal = returnRefusal(context, taken.value)
  if (refusal !== null) return fail(refusal)
  const reason = command.reason.trim()
  if (reason.length < 3) return fail(problem('required', { field: 'reason' }))
  const { statementId, providerId, contractId, month, totalOre } = taken.value
  const { code } = command
  await saveReturn(context, { statementId, providerId, code, reason })
  const payload: StatementReturned = { statementId, providerId, contractId, month, totalOre, code, reason }
  await context.publish({ name: compensationEvents.statementReturned, payload })
  return ok({ state: 'returned' })
}
