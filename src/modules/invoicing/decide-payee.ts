import { approval, refusalFor } from '../../kernel/approval.ts'
import type { UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { notify } from '../../platform/outbox.ts'
import { closeTask } from '../../platform/tasks.ts'
import { approvePayeeTask } from './enter-payee.ts'
import { findPayeeForDecision, savePayeeDecision } from './store.ts'

export interface DecidePayee {
  readonly payeeId: string
  readonly outcome: 'approved' | 'refused'
  /** Needed when it is refused. */
  readonly reason: string | null
}

/**
 * An approver approves or refuses a provider's payment details (four eyes: never who entered them). Problems: `not-allowed`,
 * `not-found`, `payee-decided`, `required` on `reason`, `four-eyes-preparer`.
 */
export async function decidePayee(
  context: Context,
  command: DecidePayee,
): Promise<Result<{ outcome: DecidePayee['outcome'] }>> {
  const { payeeId, outcome } = command
  await lockName(context, `payee-decision:${payeeId}`)
  const may = mayAct(context, ['approver'])
  if (!may.ok) return may
  const found = await findPayeeForDecision(context, payeeId)
  if (found === null) return fail(problem('not-found'))
  if (found.decided) return fail(problem('payee-decided'))
  const refusal = refusalFor(approval([found.enteredBy], 1), context.actor.userId as UserId)
  if (refusal !== null) return fail(refusal)
  const reason = command.reason?.trim() || null
  if (outcome === 'refused' && reason === null) return fail(problem('required', { field: 'reason' }))
  const { providerId } = found
  await savePayeeDecision(context, { payeeId, providerId, outcome, reason })
  await closeTask(context, { kind: approvePayeeTask, subjectId: payeeId })
  await notify(context, {
    kind: outcome === 'approved' ? 'invoicing.payee-approved' : 'invoicing.payee-refused',
    organisationId: providerId,
    channel: 'screen',
    subjectId: payeeId,
  })
  return ok({ outcome })
}
