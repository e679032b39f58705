import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { closeTask } from '../../platform/tasks.ts'
import { lockCase } from '../registration/index.ts'
import type { PlanningTalkBody } from './contract.ts'
import { chainsOfCase, interruptionsOf, saveTalk } from './store.ts'
import { taskKinds } from './tasks.ts'

export type HoldPlanningTalk = PlanningTalkBody & { readonly caseId: CaseId }

/**
 * Records a planning talk, which comes before a decision (programme 4.3), and finishes the work items that a talk answers:
 * the next step after an interruption, the end of the service, the need of deeper support.
 * Problems: `not-found`, `not-allowed`, `case-closed`, `talk-in-future`.
 */
export async function holdPlanningTalk(
  context: Context,
  command: HoldPlanningTalk,
): Promise<Result<{ talkId: string }>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['caseworker'])
  if (!may.ok) return may
  const { caseId, personId, closed } = locked.value
  if (closed) return fail(problem('case-closed'))
  if (command.heldOn > context.today) return fail(problem('talk-in-future', { field: 'heldOn' }))
  const talkId = newId<string>()
  await saveTalk(context, { ...command, id: talkId, caseId, personId })
  await finishPlanning(context, caseId)
  context.wrotePerson(personId)
  return ok({ talkId })
}

/** An extension stays to be prepared until it is decided or the last granted day has passed. */
async function finishPlanning(context: Context, caseId: CaseId): Promise<void> {
  await closeTask(context, { kind: taskKinds.investigateSupport, subjectId: caseId })
  for (const { id } of await interruptionsOf(context, caseId)) {
    await closeTask(context, { kind: taskKinds.planNextStep, subjectId: id })
  }
  for (const { chainId, lastGrantedDay } of await chainsOfCase(context, caseId)) {
    await closeTask(context, { kind: taskKinds.planEnd, subjectId: chainId })
    if (lastGrantedDay === null || lastGrantedDay >= context.today) continue
    await closeTask(context, { kind: taskKinds.prepareExtension, subjectId: chainId })
  }
}
