import type { Point } from '../../kernel/geo.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { openTask } from '../../platform/tasks.ts'
import { municipality, neighbouringAreas } from '../../rules/reference/index.ts'
import { type CaseHead, deliveryAreas, lockCase } from '../registration/index.ts'
import { changeLocked } from './change-provider.ts'
import type { LoggedCandidate } from './contract.ts'
import { type Considered, choose, nearestProvider } from './domain/index.ts'
import { ordinaryStart } from './granted-days.ts'
import { placedLetter } from './letters.ts'
import { windowState } from './may-choose.ts'
import { type OpenOffer, openOffers } from './open-offers.ts'
import { chooseTogether, publishPlaced, settlePlacement } from './settle-placement.ts'
import {
  latestWindow,
  lockOffer,
  type StoredOffer,
  type StoredWindow,
  saveHandedOver,
  saveNearestLog,
} from './store.ts'

/** What the rule came to: placed, handed over to a caseworker, or nothing to do. */
export type NearestOutcome = 'placed' | 'handed-over' | 'nothing'

/**
 * Applies the nearest-provider rule to a case whose time to choose has passed (programme 4.4). Publishes `placed`, or
 * `provider-changed` after a move. Where the rule finds nobody, or the identity is protected, a caseworker gets a task.
 * Problems: `not-found`, `not-allowed`.
 */
export async function placeByNearest(context: Context, command: { caseId: CaseId }): Promise<Result<NearestOutcome>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['system'])
  if (!may.ok) return may
  const head = locked.value
  const window = await latestWindow(context, head.caseId)
  if (window === null || window.closedHow !== null || window.handedOver !== null || context.today < window.placeOn) {
    return ok('nothing')
  }
  if (head.protection !== 'none') return handOver(context, head, window, 'protected-identity')
  const found = await findNearest(context, head, window)
  if (found === null) return handOver(context, head, window, 'no-place-within-reach')
  return window.cause === 'moved' ? move(context, head, found) : place(context, head, window, found)
}

async function place(
  context: Context,
  head: CaseHead,
  window: StoredWindow,
  offer: StoredOffer,
): Promise<Result<NearestOutcome>> {
  const ordinary = await ordinaryStart(context, window)
  const asked = { by: 'rule', chosenOn: context.today, ordinary, startOn: null, startReason: null } as const
  const chosen = choose({ window: windowState(window), vacancy: offer }, asked)
  if (!chosen.ok) return chosen
  const { decisionId, dueOn } = window
  const { how, firstDay } = chosen.value
  const placementId = await settlePlacement(context, {
    head,
    offer,
    window,
    decisionId,
    how,
    firstDay,
    assisted: false,
  })
  await placedLetter(context, head, { offer, firstDay, dueOn })
  await publishPlaced(context, head, { placementId, providerId: offer.providerId, decisionId, firstDay, how })
  return ok('placed')
}

async function move(context: Context, head: CaseHead, offer: StoredOffer): Promise<Result<NearestOutcome>> {
  const { contractId, addressId } = offer
  const changed = await changeLocked(context, head, { contractId, addressId, assisted: false })
  return changed.ok ? ok('placed') : changed
}

async function handOver(
  context: Context,
  head: CaseHead,
  window: StoredWindow,
  why: NonNullable<StoredWindow['handedOver']>,
): Promise<Result<NearestOutcome>> {
  await saveHandedOver(context, window, why)
  const named = { userId: head.caseworkerId }
  await openTask(context, {
    kind: chooseTogether,
    subjectId: window.windowId,
    caseId: head.caseId,
    personId: head.personId,
    why: { code: why, values: { dueOn: window.dueOn } },
    dueOn: context.today,
    for: why === 'protected-identity' ? named : { ...named, officeId: head.officeId },
  })
  context.wrotePerson(head.personId)
  return ok('handed-over')
}

/**
 * The rule's answer with the place held. Somebody may take the last place between the question and the lock: then the
 * question is asked again, with the places as they are by then.
 */
async function findNearest(context: Context, head: CaseHead, window: StoredWindow): Promise<StoredOffer | null> {
  const home = homeOf(head)
  const { areaCode } = head
  if (home === null || areaCode === null) return null
  const firstDay = await ordinaryStart(context, window)
  const ask = async (neighbours: readonly string[]) => {
    const candidates = await openOffers(context, { firstDay, areaCodes: [areaCode, ...neighbours] })
    return nearestProvider({ home, areaCode, neighbours, candidates, seed: window.orderSeed }, context.rules)
  }
  for (;;) {
    const atHome = await ask([])
    const { nearest, considered } = atHome.nearest === null ? await ask(await areasAround(context, areaCode)) : atHome
    const held = nearest && (await lockOffer(context, nearest.contractId, nearest.addressId))
    if (held?.openPlaces === 0) continue
    await saveNearestLog(context, window, {
      homeApproximate: head.homeApproximate || head.home === null,
      candidates: considered.map(logged),
      nearest: held?.addressId ?? null,
    })
    return held
  }
}

/** Codes of the areas that share a border with one. */
async function areasAround(context: Context, areaCode: string): Promise<string[]> {
  return neighbouringAreas(areaCode, await deliveryAreas(context)).map((area) => area.code)
}

/** The person's point; without one the municipality's seat stands in. */
function homeOf(head: CaseHead): Point | null {
  return head.home ?? municipality(head.municipalityCode)?.seat ?? null
}

function logged({ offer, metres, tieOrder, ring, fate }: Considered<OpenOffer>): LoggedCandidate {
  const { contractId, addressId, providerName, openPlaces } = offer
  return { contractId, addressId, providerName, openPlaces, ring, fate, tieOrder, distanceKm: (metres ?? 0) / 1000 }
}
