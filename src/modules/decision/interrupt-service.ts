import type { CaseId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import { lockCase } from '../registration/index.ts'
import { stateOf } from './case-facts.ts'
import type { InterruptionBody, InterruptionReply, ServiceInterrupted } from './contract.ts'
import { decideInterruption } from './domain/index.ts'
import { decisionEvents } from './events.ts'
import { sendLetter } from './letters.ts'
import { saveInterruption, saveWithdrawal } from './store.ts'
import { forCaseworker, taskKinds } from './tasks.ts'

export type InterruptService = InterruptionBody & { readonly caseId: CaseId }

/**
 * Ends the service early (programme 4.3), sends the letter and opens the next-step task that every cause gives.
 * Publishes `service-interrupted`. Problems: those of the domain's `decideInterruption`, `not-found`, `not-allowed`.
 */
export async function interruptService(
  context: Context,
  command: InterruptService,
): Promise<Result<InterruptionReply>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['caseworker'])
  if (!may.ok) return may
  const head = locked.value
  const decided = decideInterruption(await stateOf(context, head), command, context.rules, context.today)
  if (!decided.ok) return decided
  const { chainId, decision, lastDay, cause, reason, withdrawn, nextStepBy } = decided.value
  const key = { caseId: head.caseId, personId: head.personId }
  const letterId = await sendLetter(context, head, { kind: 'interruption', lastDay, cause, reason, nextStepBy })
  const id = newId<string>()
  await saveInterruption(context, { ...key, id, chainId, lastDay, cause, reason, letterId })
  if (withdrawn) await saveWithdrawal(context, { ...key, chainId, onDay: lastDay })
  await openTask(context, {
    ...key,
    kind: taskKinds.planNextStep,
    subjectId: id,
    why: { code: `next-step-after-${cause}`, values: { lastDay } },
    dueOn: nextStepBy,
    for: forCaseworker(head),
  })
  await closeTask(context, { kind: taskKinds.prepareExtension, subjectId: chainId })
  await closeTask(context, { kind: taskKinds.planEnd, subjectId: chainId })
  context.wrotePerson(head.personId)
  const payload: ServiceInterrupted = { ...key, chainId, decisionId: decision.id, lastDay, cause, withdrawn }
  await context.publish({ name: decisionEvents.serviceInterrupted, payload })
  return ok({ interruptionId: id, letterId, nextStepBy })
}
