import type { CaseId, DecisionId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { closeTask } from '../../platform/tasks.ts'
import { lockCase } from '../registration/index.ts'
import { saveCommitment, takeRoom } from './budget-room.ts'
import { stateOf } from './case-facts.ts'
import type { DecisionReply, ReferralBody, ReferralGranted } from './contract.ts'
import { decideReferral as decide } from './domain/index.ts'
import { decisionEvents } from './events.ts'
import { lastDayToChoose, sendLetter } from './letters.ts'
import { saveDecision, saveGround } from './store.ts'
import { taskKinds } from './tasks.ts'

export type DecideReferral = ReferralBody & { readonly caseId: CaseId }

/**
 * Refers a person to the service (programme 4.3) and sends the letter. Publishes `referral-granted`.
 * Problems: those of the domain's `decideReferral`, `not-found`, `not-allowed`, `budget-closed`.
 */
export async function decideReferral(context: Context, command: DecideReferral): Promise<Result<DecisionReply>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['caseworker'])
  if (!may.ok) return may
  const head = locked.value
  const state = await stateOf(context, head)
  const decided = decide(state, command, context.rules, context.today)
  if (!decided.ok) return decided
  const grant = decided.value
  const wanted = { kind: 'referral', level: grant.level, priceModel: grant.priceModel, days: grant.days } as const
  const room = await takeRoom(context, head, wanted)
  if (!room.ok) return room
  const key = { caseId: head.caseId, personId: head.personId }
  const id = newId<DecisionId>()
  const chainId = newId<string>()
  await saveDecision(context, {
    ...key,
    ...grant,
    id,
    chainId,
    kind: 'referral',
    position: 1,
    grantedOn: context.today,
  })
  await saveCommitment(context, head, { ...wanted, ...room.value, decisionId: id, areaCode: grant.areaCode })
  const letterId = await sendLetter(context, head, {
    kind: 'referral',
    reason: command.reason,
    level: grant.level,
    days: grant.days,
    lastChoiceDay: lastDayToChoose(context.today, context.rules),
  })
  const earlyStartReason = command.startEarlier?.reason ?? null
  const criteria = state.assessment?.criteria ?? []
  await saveGround(context, { ...key, decisionId: id, reason: command.reason, earlyStartReason, criteria, letterId })
  await closeTask(context, { kind: taskKinds.investigateSupport, subjectId: head.caseId })
  await closeTask(context, { kind: taskKinds.decideReferral, subjectId: head.caseId })
  context.wrotePerson(head.personId)
  const { level, areaCode } = grant
  const payload: ReferralGranted = {
    ...key,
    decisionId: id,
    chainId,
    areaCode,
    level,
    grantedOn: context.today,
    letterId,
  }
  await context.publish({ name: decisionEvents.referralGranted, payload })
  return ok({ decisionId: id, chainId, level, letterId, firstDay: null, lastDay: null })
}
