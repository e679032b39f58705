import type { Day } from '../../kernel/day.ts'
import type { DecisionId, PlacementId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { type Notice, notifyAll } from '../../platform/outbox.ts'
import { closeTask, openTasks, type Task } from '../../platform/tasks.ts'
import type { CaseHead } from '../registration/index.ts'
import type { Motive } from './contract.ts'
import type { PlacedHow } from './domain/index.ts'
import { marketEvents, type Placed } from './events.ts'
import { addressLine } from './letters.ts'
import { channelTo } from './notices.ts'
import { openPlacementAccesses } from './placement-access.ts'
import { type NewPlacement, type StoredWindow, saveClosed, savePlacements, type ToldOffer } from './store.ts'

/** The work item of a caseworker who chooses together with the person. */
export const chooseTogether = 'market.choose-together'
/** The work item of named staff: which of the provider's staff may see a person with a protected identity. */
export const nameAdviserTask = 'market.name-adviser'

/** The work item of naming who of the provider may see a person with a protected identity. */
export function toName(
  head: Pick<CaseHead, 'caseId' | 'personId' | 'caseworkerId'>,
  { placementId, firstDay }: { readonly placementId: PlacementId; readonly firstDay: Day },
  dueOn: Day,
): Task {
  return {
    kind: nameAdviserTask,
    subjectId: placementId,
    caseId: head.caseId,
    personId: head.personId,
    why: { code: 'protected-identity', values: { firstDay } },
    dueOn,
    for: { userId: head.caseworkerId },
  }
}

/** A placement that the law has allowed. */
export interface Settled {
  readonly head: CaseHead
  readonly offer: ToldOffer
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
  const [placementId] = await settlePlacements(context, [settled])
  if (placementId === undefined) throw new Error('a placement was not given a key')
  return placementId
}

/** `settlePlacement` for many people; the keys come in the same order. */
export async function settlePlacements(context: Context, settled: readonly Settled[]): Promise<PlacementId[]> {
  const made = settled.map((each) => ({ ...each, placementId: newId<PlacementId>() }))
  const closed = made.flatMap(({ window, placementId }) => (window === null ? [] : [{ window, placementId }]))
  // Each is one statement; the server has the first while the next is made.
  await Promise.all([
    savePlacements(context, made.map(newPlacement)),
    saveClosed(context, closed),
    letProvidersSee(context, made),
    notifyAll(context, made.flatMap(toldToBoth)),
  ])
  for (const { window } of closed) {
    if (window.handedOver !== null) await closeTask(context, { kind: chooseTogether, subjectId: window.windowId })
  }
  for (const { head } of made) context.wrotePerson(head.personId)
  return made.map((each) => each.placementId)
}

type Made = Settled & { readonly placementId: PlacementId }

function newPlacement({ head, offer, ...settled }: Made): NewPlacement {
  const { caseId, personId } = head
  const { providerId, contractId, addressId } = offer
  return {
    placementId: settled.placementId,
    caseId,
    personId,
    providerId,
    contractId,
    addressId,
    firstDay: settled.firstDay,
    decisionId: settled.decisionId,
    how: settled.how,
    assisted: settled.assisted,
    startReason: settled.startReason ?? null,
    follows: settled.follows ?? null,
    motives: settled.motives ?? [],
  }
}

/** A whole organisation sees the person, unless the identity is protected: then staff that the named caseworker picks. */
async function letProvidersSee(context: Context, made: readonly Made[]): Promise<void> {
  const isOpen = ({ head }: Made) => head.protection === 'none'
  const opened = made.filter(isOpen).map(({ head, offer, placementId }) => ({
    placement: { placementId, personId: head.personId },
    holder: offer.providerId,
  }))
  const named = made
    .filter((each) => !isOpen(each))
    .map(({ head, placementId, firstDay }) => toName(head, { placementId, firstDay }, firstDay))
  await Promise.all([openPlacementAccesses(context, opened), openTasks(context, named)])
}

function toldToBoth({ head, offer, firstDay, placementId }: Made): Notice[] {
  const address = addressLine(offer)
  return [
    {
      kind: 'market.placed',
      personId: head.personId,
      channel: channelTo(head),
      subjectId: placementId,
      values: { providerName: offer.providerName, firstDay, address },
    },
    {
      kind: 'market.new-participant',
      organisationId: offer.providerId,
      channel: 'screen',
      subjectId: placementId,
      values: { firstDay, address },
    },
  ]
}

/** Tells the other modules; the decision's dates are fixed on it. */
export function publishPlaced(context: Context, placed: readonly Placed[]): Promise<void> {
  return context.publishAll(marketEvents.placed, placed)
}
