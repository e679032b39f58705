import { type Day, maxDay } from '../../kernel/day.ts'
import type { AddressId, CaseId, ContractId, OrganisationId, PlacementId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { type CaseHead, lockCase } from '../registration/index.ts'
import type { Motive } from './contract.ts'
import { change, currentSpell } from './domain/index.ts'
import { endSpell } from './end-placement.ts'
import { marketEvents, type ProviderChanged } from './events.ts'
import { lastGrantedDay } from './granted-days.ts'
import { changedLetter } from './letters.ts'
import { chosenBy, mayChoose } from './may-choose.ts'
import { findProvider } from './reads.ts'
import { settlePlacement } from './settle-placement.ts'
import { latestWindow, lockOffer, spellsOf } from './store.ts'

export interface ChangeProvider {
  readonly caseId: CaseId
  readonly contractId: ContractId
  readonly addressId: AddressId
  /** A later day than the next working day; null or absent = as soon as possible. */
  readonly from?: Day | null | undefined
  readonly motives?: readonly Motive[] | undefined
}

/** Where the participant is from `firstDay` on. */
export interface ChangeOutcome {
  readonly placementId: PlacementId
  readonly providerId: OrganisationId
  readonly firstDay: Day
}

/**
 * A change of provider at any time (programme 4.4): the old spell ends the day before, the clocks start anew. Publishes
 * `placement-ended` and `provider-changed`; a letter goes to the person.
 * Problems: `not-found`, `not-allowed`, `offer-not-found`, and those of `change`.
 */
export async function changeProvider(context: Context, command: ChangeProvider): Promise<Result<ChangeOutcome>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayChoose(context, locked.value)
  if (!may.ok) return may
  return changeLocked(context, locked.value, { ...command, assisted: chosenBy(context.actor) === 'caseworker' })
}

/** The change itself, once the case is locked and the actor has been found to be allowed. */
export async function changeLocked(
  context: Context,
  head: CaseHead,
  command: Omit<ChangeProvider, 'caseId'> & {
    readonly assisted: boolean
    /** The old provider goes on until then where no other day is asked for: its contract is over on this day. */
    readonly notBefore?: Day | null
  },
): Promise<Result<ChangeOutcome>> {
  const current = currentSpell(await spellsOf(context, head.caseId), context.today)
  const offer = await lockOffer(context, command.contractId, command.addressId)
  if (offer === null) return fail(problem('offer-not-found'))
  const granted = current === null ? null : await lastGrantedDay(context, current.decisionId)
  const state = { current, lastGrantedDay: granted, offer }
  const { notBefore = null } = command
  const takesOver = notBefore === null || current === null ? null : maxDay(notBefore, current.firstDay)
  const changed = change(state, { today: context.today, from: command.from ?? takesOver }, context.rules)
  if (!changed.ok) return changed
  if (current === null) throw new Error('a change was allowed without a provider to leave')
  const { firstDay, previousLastDay } = changed.value
  await endSpell(context, current, previousLastDay, 'changed')
  const window = await latestWindow(context, head.caseId)
  const placementId = await settlePlacement(context, {
    head,
    offer,
    firstDay,
    decisionId: current.decisionId,
    how: 'changed',
    assisted: command.assisted,
    follows: current.placementId,
    motives: command.motives,
    window: window?.closedHow === null ? window : null,
  })
  const previousName = (await findProvider(context, current.providerId))?.name ?? ''
  await changedLetter(context, { head, offer, firstDay, previousName, previousLastDay })
  const { caseId, personId } = head
  const payload: ProviderChanged = {
    caseId,
    personId,
    decisionId: current.decisionId,
    placementId,
    previousPlacementId: current.placementId,
    providerId: offer.providerId,
    previousProviderId: current.providerId,
    firstDay,
  }
  await context.publish({ name: marketEvents.providerChanged, payload })
  return ok({ placementId, providerId: offer.providerId, firstDay })
}
