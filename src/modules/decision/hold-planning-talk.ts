import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { lockCase } from '../registration/index.ts'
import type { PlanningTalkBody } from './contract.ts'
import { saveTalk } from './store.ts'

export type HoldPlanningTalk = PlanningTalkBody & { readonly caseId: CaseId }

/**
 * Records a planning talk, which comes before a decision (programme 4.3).
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
  context.wrotePerson(personId)
  return ok({ talkId })
}
