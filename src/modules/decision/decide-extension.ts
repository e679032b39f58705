import type { CaseId, DecisionId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { closeTask } from '../../platform/tasks.ts'
import { type CaseHead, lockCase } from '../registration/index.ts'
import { saveCommitment, takeRoom, type Wanted } from './budget-room.ts'
import { stateOf } from './case-facts.ts'
import type { DecisionReply, ExtensionBody, ExtensionGranted } from './contract.ts'
import {
  type Commitment,
  currentChain,
  type DecisionState,
  decideExtension as decide,
  type ExtensionGrant,
} from './domain/index.ts'
import { decisionEvents } from './events.ts'
import { sendLetter } from './letters.ts'
import { saveDates, saveDecision, saveGround } from './store.ts'
import { taskKinds } from './tasks.ts'

export type DecideExtension = ExtensionBody & { readonly caseId: CaseId }

/**
 * Extends a chain once (programme 4.3) and sends the letter. Publishes `extension-granted` and `decision-dated`.
 * Problems: those of the domain's `decideExtension`, `not-found`, `not-allowed`, `budget-closed`.
 */
export async function decideExtension(context: Context, command: DecideExtension): Promise<Result<DecisionReply>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['caseworker'])
  if (!may.ok) return may
  const head = locked.value
  const state = await stateOf(context, head)
  const decided = decide(state, command, context.rules, context.today)
  if (!decided.ok) return decided
  const { level: asked, priceModel, days } = decided.value
  const wanted: Wanted = { kind: 'extension', level: asked, priceModel, days }
  const room = await takeRoom(context, head, wanted)
  if (!room.ok) return room
  const granted = { state, grant: decided.value, reason: command.reason, committed: { ...wanted, ...room.value } }
  const { id, letterId } = await save(context, head, granted)
  const { chainId, level, firstDay, lastDay } = decided.value
  const key = { caseId: head.caseId, personId: head.personId }
  const payload: ExtensionGranted = { ...key, decisionId: id, chainId, level, firstDay, lastDay }
  await context.publish({ name: decisionEvents.extensionGranted, payload })
  await context.publish({
    name: decisionEvents.decisionDated,
    payload: { ...key, decisionId: id, chainId, firstDay, lastDay },
  })
  return ok({ decisionId: id, chainId, level, letterId, firstDay, lastDay })
}

interface Granted {
  readonly state: DecisionState
  readonly grant: ExtensionGrant
  readonly reason: string
  readonly committed: Wanted & Commitment
}

async function save(context: Context, head: CaseHead, { state, grant, reason, committed }: Granted) {
  const key = { caseId: head.caseId, personId: head.personId }
  const { firstDay, lastDay } = grant
  const id = newId<DecisionId>()
  const areaCode = head.areaCode ?? currentChain(state.chains, context.today)?.decisions[0]?.areaCode ?? ''
  await saveDecision(context, {
    ...key,
    ...grant,
    id,
    kind: 'extension',
    position: 2,
    areaCode,
    earlyStartOn: null,
    grantedOn: context.today,
  })
  await saveCommitment(context, head, { ...committed, decisionId: id, areaCode })
  await saveDates(context, [{ ...key, decisionId: id, firstDay, lastDay }])
  const letterId = await sendLetter(context, head, { kind: 'extension', reason, level: grant.level, firstDay, lastDay })
  await saveGround(context, { ...key, decisionId: id, reason, earlyStartReason: null, criteria: [], letterId })
  await closeTask(context, { kind: taskKinds.prepareExtension, subjectId: grant.chainId })
  await closeTask(context, { kind: taskKinds.planEnd, subjectId: grant.chainId })
  context.wrotePerson(head.personId)
  return { id, letterId }
}
