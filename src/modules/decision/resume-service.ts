import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { closeTask } from '../../platform/tasks.ts'
import { lockCase } from '../registration/index.ts'
import { stateOf } from './case-facts.ts'
import type { ReturnBody, ServiceResumed } from './contract.ts'
import { decideReturn } from './domain/index.ts'
import { decisionEvents } from './events.ts'
import { interruptionsOf, saveReturn } from './store.ts'
import { taskKinds } from './tasks.ts'

export type ResumeService = ReturnBody & { readonly caseId: CaseId }

/**
 * A return before the decision's last day continues it (programme 4.3); the days granted stay as they are.
 * Publishes `service-resumed`. Problems: those of the domain's `decideReturn`, `not-found`, `not-allowed`.
 */
export async function resumeService(
  context: Context,
  command: ResumeService,
): Promise<Result<{ returnOn: string; lastDay: string }>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['caseworker'])
  if (!may.ok) return may
  const head = locked.value
  const decided = decideReturn(await stateOf(context, head), command, context.today)
  if (!decided.ok) return decided
  const { chainId, decision, returnOn } = decided.value
  const open = (await interruptionsOf(context, head.caseId)).findLast(
    (one) => one.chainId === chainId && one.returnedOn === null,
  )
  if (!open || decision.lastDay === null) return fail(problem('nothing-to-return-to'))
  const key = { caseId: head.caseId, personId: head.personId }
  await saveReturn(context, { ...key, interruptionId: open.id, returnOn })
  await closeTask(context, { kind: taskKinds.planNextStep, subjectId: open.id })
  context.wrotePerson(head.personId)
  const payload: ServiceResumed = { ...key, chainId, decisionId: decision.id, returnOn, areaCode: decision.areaCode }
  await context.publish({ name: decisionEvents.serviceResumed, payload })
  return ok({ returnOn, lastDay: decision.lastDay })
}
