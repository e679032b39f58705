import type { CaseId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import { lockCase } from '../registration/index.ts'
import { stateOf } from './case-facts.ts'
import type { AbstentionBody, AbstentionReply, ReferralAbstained } from './contract.ts'
import { decideAbstention } from './domain/index.ts'
import { decisionEvents } from './events.ts'
import { saveAbstention } from './store.ts'
import { forCaseworker, taskKinds } from './tasks.ts'

export type AbstainFromReferral = AbstentionBody & { readonly caseId: CaseId }

/**
 * Abstains from a referral although the tool says yes (programme 4.2); the need of deeper support opens a task of 30 days.
 * Publishes `referral-abstained`. Problems: those of the domain's `decideAbstention`, `not-found`, `not-allowed`.
 */
export async function abstainFromReferral(
  context: Context,
  command: AbstainFromReferral,
): Promise<Result<AbstentionReply>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['caseworker'])
  if (!may.ok) return may
  const head = locked.value
  const decided = decideAbstention(await stateOf(context, head), command, context.rules, context.today)
  if (!decided.ok) return decided
  const { investigateBy, ...abstention } = decided.value
  const key = { caseId: head.caseId, personId: head.personId }
  const id = newId<string>()
  await saveAbstention(context, { ...key, ...abstention, id, onDay: context.today })
  await closeTask(context, { kind: taskKinds.decideReferral, subjectId: head.caseId })
  if (investigateBy !== null) {
    await openTask(context, {
      ...key,
      kind: taskKinds.investigateSupport,
      subjectId: head.caseId,
      why: { code: 'abstained-for-deeper-support', values: { on: context.today } },
      dueOn: investigateBy,
      for: forCaseworker(head),
    })
  }
  context.wrotePerson(head.personId)
  const payload: ReferralAbstained = { ...key, code: abstention.code }
  await context.publish({ name: decisionEvents.referralAbstained, payload })
  return ok({ abstentionId: id, investigateBy })
}
