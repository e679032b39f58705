import type { Day } from '../../kernel/day.ts'
import type { AddressId, CaseId, ContractId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { lockCase } from '../registration/index.ts'
import { type ChangeOutcome, changeLocked } from './change-provider.ts'
import type { Motive } from './contract.ts'
import { canChoose, choose, isChange } from './domain/index.ts'
import { ordinaryStart } from './granted-days.ts'
import { chosenBy, mayChoose, windowState } from './may-choose.ts'
import { publishPlaced, settlePlacement } from './settle-placement.ts'
import { latestWindow, lockOffer } from './store.ts'

export interface ChooseProvider {
  readonly caseId: CaseId
  readonly contractId: ContractId
  readonly addressId: AddressId
  /** What mattered, if the person wants to say. */
  readonly motives?: readonly Motive[] | undefined
  /** An earlier first day than the ordinary one; the caseworker's, with a reason. */
  readonly startOn?: Day | undefined
  readonly startReason?: string | undefined
}

/**
 * The person's choice of provider (programme 4.4), also after a move or when a contract is over, when it is a change. Publishes `placed`, or
 * `provider-changed`. Problems: `not-found`, `not-allowed`, and those of `choose` and `changeProvider`.
 */
export async function chooseProvider(context: Context, command: ChooseProvider): Promise<Result<ChangeOutcome>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const head = locked.value
  const may = mayChoose(context, head)
  if (!may.ok) return may
  const by = chosenBy(context.actor)
  const window = await latestWindow(context, head.caseId)
  const can = canChoose(windowState(window), by, context.today)
  if (!can.ok) return can
  if (window === null) return fail(problem('no-choice-open'))
  const { motives } = command
  if (isChange(window.cause)) {
    const notBefore = window.returnOn === null ? null : await ordinaryStart(context, window)
    return changeLocked(context, head, { ...command, from: null, notBefore, motives, assisted: by === 'caseworker' })
  }
  const offer = await lockOffer(context, command.contractId, command.addressId)
  if (offer === null) return fail(problem('offer-not-found'))
  const asked = {
    by,
    chosenOn: context.today,
    ordinary: await ordinaryStart(context, window),
    startOn: command.startOn ?? null,
    startReason: command.startReason ?? null,
  }
  const chosen = choose({ window: windowState(window), vacancy: offer }, asked)
  if (!chosen.ok) return chosen
  const { firstDay, how } = chosen.value
  const { decisionId } = window
  const placementId = await settlePlacement(context, {
    head,
    offer,
    window,
    decisionId,
    how,
    firstDay,
    motives,
    assisted: by === 'caseworker',
    startReason: command.startOn === undefined ? null : asked.startReason,
  })
  const { providerId } = offer
  const { caseId, personId } = head
  await publishPlaced(context, [{ caseId, personId, placementId, providerId, decisionId, firstDay, how }])
  return ok({ placementId, providerId, firstDay })
}
