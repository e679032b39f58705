import type { Day } from '../../kernel/day.ts'
import type { Point } from '../../kernel/geo.ts'
import type { CaseId, OrganisationId } from '../../kernel/ids.ts'
import { lastDay } from '../../kernel/period.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import type { Context } from '../../platform/context.ts'
import { municipality } from '../../rules/reference/index.ts'
import { areaCodeOf, findCase } from '../registration/index.ts'
import type { CaseCatalogue, CatalogueEntry, CatalogueQuery } from './contract.ts'
import { contactsMade } from './count-contact.ts'
import {
  boxOf,
  neutralOrder,
  oncePerAddress,
  ordinaryFirstDay,
  type Reach,
  search,
  travel,
  withinReach,
} from './domain/index.ts'
import { ordinaryStart } from './granted-days.ts'
import { keptOffers, lastKept, offersWanted } from './kept-offers.ts'
import { type Counted, type ListedOffer, listedOffers, type Wanted, withCounts } from './open-offers.ts'
import { findProvider, placementsOf, providerContracts } from './reads.ts'
import { latestWindow, type StoredWindow } from './store.ts'

/** A page of the catalogue in neutral order, the same facts for all. */
export interface CataloguePage {
  readonly items: CatalogueEntry[]
  readonly page: number
  readonly limit: number
  readonly total: number
  /** No name holds what was typed: these come near it. */
  readonly similar: boolean
}

/** Where offers come from. The search is the same whatever looks through them. */
type Offers = (wanted: Wanted) => readonly ListedOffer[] | Promise<readonly ListedOffer[]>
type OfferSource = (context: Context) => Promise<Offers>

const fromMemory: OfferSource = async (context) => {
  const kept = await keptOffers(context)
  return (wanted) => offersWanted(kept, wanted)
}

/** The plain way, which a search from memory is measured by: its speed in the bench, its answers in the tests. */
export const fromDatabase: OfferSource = async (context) => (wanted) => listedOffers(context, wanted)

/**
 * The catalogue for everyone: what lies around a municipality's seat, or, without one, all there is in an order that is
 * random but the same for all (programme 4.4). Problem: `unknown-municipality`.
 */
export async function publicCatalogue(
  context: Context,
  query: CatalogueQuery & { municipality?: string | undefined },
  source = fromMemory,
): Promise<Result<CataloguePage>> {
  const code = query.municipality
  const found = code === undefined ? null : municipality(code)
  if (code !== undefined && found === null) {
    return fail(problem('unknown-municipality', { field: 'municipality', values: { code } }))
  }
  const from: From = { code: found?.code ?? null, home: found?.seat ?? null }
  const guess = source === fromMemory ? await guessedPage(context, query, from) : null
  if (guess !== null) return ok(guess)
  const [areaCode, offersFor] = await Promise.all([areaOf(context, from), source(context)])
  return ok(await publicPage(context, query, { ...from, areaCode }, offersFor))
}

/** Where a visitor looks from; nulls from nowhere. */
type From = { readonly code: string | null; readonly home: Point | null }

/** The delivery areas that municipalities were last found in: guesses, for areas change. */
const guessedAreas = new Map<string, string | null>()

async function areaOf(context: Context, { code }: From): Promise<string | null> {
  if (code === null) return null
  const areaCode = await areaCodeOf(context, code)
  guessedAreas.set(code, areaCode)
  return areaCode
}

/**
 * The page as it is if nothing has changed since the last search, asked for together with whether that is so, which saves
 * a wait; null where something has changed, or the search must count before it can tell what to show.
 */
async function guessedPage(context: Context, query: CatalogueQuery, from: From): Promise<CataloguePage | null> {
  const guess = lastKept()
  const areaCode = from.code === null ? null : guessedAreas.get(from.code)
  if (guess === null || areaCode === undefined || query.places !== undefined) return null
  const [kept, area, page] = await Promise.all([
    keptOffers(context),
    areaOf(context, from),
    publicPage(context, query, { ...from, areaCode }, (wanted) => offersWanted(guess, wanted)),
  ])
  return kept === guess && area === areaCode ? page : null
}

async function publicPage(
  context: Context,
  query: CatalogueQuery,
  { home, areaCode }: From & { readonly areaCode: string | null },
  offersFor: Offers,
): Promise<CataloguePage> {
  const firstDay = ordinaryFirstDay(context.today, null, context.rules)
  const reach = { home, areaCode, radiusKm: query.radiusKm ?? null }
  const offers = await offersFor(wantedOf(context, query, reach, firstDay))
  const seen = home === null ? oncePerAddress(offers, null) : reached(context, offers, reach)
  return pageOf(context, query, seen, { home, seed: 'public' })
}

/**
 * The catalogue as the person of the case reaches it, with the choice window and the spells so far. Problem: `not-found`.
 */
export async function caseCatalogue(
  context: Context,
  query: CatalogueQuery & { caseId: CaseId },
  source = fromMemory,
): Promise<Result<CaseCatalogue>> {
  const head = await findCase(context, query.caseId)
  if (head === null) return fail(problem('not-found'))
  const window = await latestWindow(context, head.caseId)
  const firstDay = window?.closedHow === null ? await ordinaryStart(context, window) : changeDay(context)
  const isProtected = head.protection !== 'none'
  const home = isProtected ? null : (head.home ?? municipality(head.municipalityCode)?.seat ?? null)
  const reach = { home, areaCode: head.areaCode, radiusKm: query.radiusKm ?? null }
  const offersFor = await source(context)
  const offers = await offersFor(wantedOf(context, query, reach, firstDay))
  const page = await pageOf(context, query, reached(context, offers, reach), { home, seed: head.personId })
  const placements = await placementsOf(context, head.caseId)
  return ok({
    ...page,
    window: window && windowView(window),
    placements: placements.map(
      ({ placementId, providerId, providerName, addressId, how, chosenOn, firstDay, lastDay }) => ({
        placementId,
        providerId,
        providerName,
        addressId,
        how,
        chosenOn,
        firstDay,
        lastDay,
      }),
    ),
    home: {
      known: home !== null,
      approximate: head.homeApproximate || head.home === null,
      areaCode: head.areaCode,
      point: home,
    },
    radiusKm: query.radiusKm ?? context.rules.market.radiusKm,
    startsOn: firstDay,
  })
}

/** When a change of provider asked for today would take effect. */
function changeDay({ today, rules }: Context): Day {
  return addWorkingDays(today, rules.market.changeDelayWorkingDays)
}

function reached(context: Context, offers: readonly ListedOffer[], reach: Reach): readonly ListedOffer[] {
  return withinReach(offers, reach, context.rules.market.radiusKm)
}

/** What the database is asked for; reach and search have the last word. */
function wantedOf(context: Context, query: CatalogueQuery, reach: Reach, firstDay: Day): Wanted {
  const { place, name, language, orientation } = query
  const box = boxOf(reach, context.rules.market.radiusKm)
  const around = box === null ? {} : { around: { box, areaCode: reach.areaCode } }
  return { firstDay, place, name, language, orientation, ...around }
}

async function pageOf(
  context: Context,
  query: CatalogueQuery,
  offers: readonly ListedOffer[],
  from: { home: Point | null; seed: string },
): Promise<CataloguePage> {
  const { place, name, language, orientation, places, page, limit } = query
  const found = search(offers, { municipalityCode: place, name, language, orientation })
  const open = places === undefined ? found.entries : (await withCounts(context, found.entries)).filter(hasPlace)
  const ordered = neutralOrder(open, from.home, from.seed)
  const shown = ordered.slice((page - 1) * limit, page * limit)
  const counted = await withFacts(
    context,
    shown.map((each) => each.offer),
  )
  const items = counted.map((offer, index) => entryOf(context, offer, shown[index]?.metres ?? null))
  return { items, page, limit, total: ordered.length, similar: found.similar }
}

function hasPlace({ openPlaces }: Counted): boolean {
  return openPlaces !== 0
}

type Facts = ListedOffer & Counted & { readonly employerContacts: number }

/** The offers with all that is counted of them. */
async function withFacts(context: Context, offers: readonly ListedOffer[]): Promise<Facts[]> {
  const [counted, made] = await Promise.all([
    withCounts(context, offers),
    contactsMade(
      context,
      offers.map((offer) => offer.contractId),
    ),
  ])
  return counted.map((offer) => ({ ...offer, employerContacts: made.get(offer.contractId) ?? 0 }))
}

function entryOf(context: Context, offer: Facts, metres: number | null): CatalogueEntry {
  return {
    ...factsOf(context, offer),
    distanceKm: metres === null ? null : Math.round(metres / 100) / 10,
    travel: metres === null ? null : travel(metres, context.rules.market),
  }
}

function factsOf(context: Context, offer: Facts): Omit<CatalogueEntry, 'distanceKm' | 'travel'> {
  return {
    contractId: offer.contractId,
    addressId: offer.addressId,
    providerId: offer.providerId,
    providerName: offer.providerName,
    areaCode: offer.areaCode,
    street: offer.street,
    postcode: offer.postcode,
    locality: offer.locality,
    municipalityCode: offer.municipalityCode,
    point: offer.point,
    pointApproximate: offer.pointFrom === 'seat',
    languages: [...offer.languages],
    orientations: [...offer.orientations],
    presentation: offer.presentation,
    openPlaces: offer.openPlaces,
    participants: offer.inService < context.rules.market.fewestShown ? null : offer.inService,
    employerContacts: offer.employerContacts,
  }
}

function windowView(window: StoredWindow) {
  const { windowId, cause, openedOn, remindOn, dueOn, placeOn } = window
  const open = window.handedOver === null ? ('open' as const) : ('handed-over' as const)
  return { windowId, cause, openedOn, remindOn, dueOn, placeOn, state: window.closedHow ?? open }
}

/** A provider with its contracts in force and their addresses, as everyone may see it. Problem: `not-found`. */
export async function providerPage(context: Context, providerId: OrganisationId) {
  const provider = await findProvider(context, providerId)
  if (provider === null) return fail(problem('not-found'))
  const offers = await listedOffers(context, { firstDay: context.today, providerId })
  const counted = await withFacts(context, offers)
  const contracts = await contractsInForce(context, providerId, context.today)
  return ok({
    ...provider,
    contracts: contracts.map(({ contractId, areaCode, fromDay, toDay, openForChoices }) => ({
      contractId,
      areaCode,
      fromDay,
      lastDay: lastDay({ start: fromDay, end: toDay }),
      openForChoices,
      addresses: counted.filter((offer) => offer.contractId === contractId).map((offer) => factsOf(context, offer)),
    })),
  })
}

async function contractsInForce(context: Context, providerId: OrganisationId, day: Day) {
  const contracts = await providerContracts(context, providerId)
  return contracts.filter(({ fromDay, toDay }) => fromDay <= day && (toDay === null || toDay > day))
}
