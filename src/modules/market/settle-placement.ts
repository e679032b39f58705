import type { Day } from '../../kernel/day.ts'
import type { DecisionId, PlacementId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import type { CaseHead } from '../registration/index.ts'
import type { Motive } from './contract.ts'
import type { PlacedHow } from './domain/index.ts'
import { marketEvents, type Placed } from './events.ts'
import { addressLine } from './letters.ts'
import { channelTo } from './notices.ts'
import { openPlacementAccess } from './placement-access.ts'
import { type StoredOffer, type StoredWindow, saveClosed, savePlacement } from './store.ts'

/** The work item of a caseworker who chooses together with the person. */
export const chooseTogether = 'market.choose-together'
/** The work item of named staff: which of the provider's staff may see a person with a protected identity. */
export const nameAdviserTask = 'market.name-adviser'

/** A placement that the law has allowed. */
export interface Settled {
  readonly head: CaseHead
  readonly offer: StoredOffer
  readonly decisionId: DecisionId
  readonly how: PlacedHow
  readonly assisted: boolean
  readonly firstDay: Day
  readonly startReason?: string | null
  readonly follows?: PlacementId | null
  readonly motives?: readonly Motive[] | undefined
  /** The open window that this answers. */
  readonly window: StoredWindow | null
}

/** Saves a placement with all that comes with it: the window closes, the provider sees the person and is told. */
export async function settlePlacement(context: Context, settled: Settled): Promise<PlacementId> {
  const { head, offer, window, firstDay } = settled
  const placementId = newId<PlacementId>()
  const { caseId, personId } = head
  const { providerId, contractId, addressId } = offer
  await savePlacement(context, {
    placementId,
    caseId,
    personId,
    providerId,
    contractId,
    addressId,
    firstDay,
    decisionId: settled.decisionId,
    how: settled.how,
    assisted: settled.assisted,
    startReason: settled.startReason ?? null,
    follows: settled.follows ?? null,
    motives: settled.motives ?? [],
  })
  if (window !== null) {
    await saveClosed(context, window, placementId)
    await closeTask(context, { kind: chooseTogether, subjectId: window.windowId })
  }
  await letProviderSee(context, head, placementId, settled)
  await tellBoth(context, head, placementId, settled)
  context.wrotePerson(personId)
  return placementId
}

/** A whole organisation sees the person, unless the identity is protected: then staff that the named caseworker picks. */
async function letProviderSee(
  context: Context,
  head: CaseHead,
  placementId: PlacementId,
  settled: Settled,
): Promise<void> {
  const { caseId, personId } = head
  if (head.protection === 'none') {
    await openPlacementAccess(context, { placementId, personId }, settled.offer.providerId)
    return
  }
  await openTask(context, {
    kind: nameAdviserTask,
    subjectId: placementId,
    caseId,
    personId,
    why: { code: 'protected-identity', values: { firstDay: settled.firstDay } },
    dueOn: settled.firstDay,
    for: { userId: head.caseworkerId },
  })
}

async function tellBoth(context: Context, head: CaseHead, placementId: PlacementId, settled: Settled): Promise<void> {
  const { offer, firstDay } = settled
  const address = addressLine(offer)
  await notify(context, {
    kind: 'market.placed',
    personId: head.personId,
    channel: channelTo(head),
    subjectId: placementId,
    values: { providerName: offer.providerName, firstDay, address },
  })
  await notify(context, {
    kind: 'market.new-participant',
    organisationId: offer.providerId,
    channel: 'screen',
    subjectId: placementId,
    values: { firstDay, address },
  })
}

/** Tells the other modules; the decision's dates are fixed on it. */
export async function publishPlaced(
  context: Context,
  head: CaseHead,
  placed: Omit<Placed, 'caseId' | 'personId' | 'how'> & { how: string },
): Promise<void> {
  const { caseId, personId } = head
  await context.publish({ name: marketEvents.placed, payload: { caseId, personId, ...placed } })
}
