import type { Point } from '../../../kernel/geo.ts'
import { metresBetween } from './neutral-order.ts'
import type { Located } from './offer.ts'

/** Where a person looks from; `radiusKm` null leaves it at the programme's radius. */
export type Reach = { readonly home: Point | null; readonly areaCode: string | null; readonly radiusKm: number | null }

/**
 * Contracts of the home delivery area whatever the address, and any address within the radius; a person who narrows the
 * radius sees only what lies inside it, one who widens it sees more (programme 4.4). An address that serves several
 * contracts is listed once: under the home area's contract if there is one.
 *
 * @param standardKm `rules.market.radiusKm`
 */
export function withinReach<T extends Located>(offers: readonly T[], reach: Reach, standardKm: number): readonly T[] {
  const radiusMetres = (reach.radiusKm ?? standardKm) * 1000
  const narrowed = reach.radiusKm !== null && reach.radiusKm < standardKm
  const seen = offers.filter((offer) => {
    const metres = metresBetween(reach.home, offer.point)
    const near = metres !== null && metres <= radiusMetres
    const own = offer.areaCode === reach.areaCode
    return near || (own && !(narrowed && metres !== null))
  })
  return oncePerAddress(seen, reach.areaCode)
}

/** Degrees that hold everything within the radius, and a little more; null when nothing bounds it. */
export type Box = { readonly south: number; readonly north: number; readonly west: number; readonly east: number }

/**
 * What the database needs to look through for `withinReach`; contracts of the home area lie in it or not.
 *
 * @param standardKm `rules.market.radiusKm`
 */
export function boxOf({ home, radiusKm }: Reach, standardKm: number): Box | null {
  if (home === null) return null
  const degrees = ((radiusKm ?? standardKm) / kmPerDegree) * 1.01
  const north = home.lat + degrees
  const shrunk = Math.cos((Math.min(85, Math.abs(home.lat) + degrees) * Math.PI) / 180)
  return { south: home.lat - degrees, north, west: home.lon - degrees / shrunk, east: home.lon + degrees / shrunk }
}

const kmPerDegree = 111.19

/** An address that serves several contracts once, under the area's contract if there is one. */
export function oncePerAddress<T extends Located>(offers: readonly T[], areaCode: string | null): readonly T[] {
  const kept = new Map<string, T>()
  for (const offer of offers) {
    const other = kept.get(offer.addressId)
    if (other === undefined || isBetter(offer, other, areaCode)) kept.set(offer.addressId, offer)
  }
  return [...kept.values()]
}

function isBetter(offer: Located, other: Located, areaCode: string | null): boolean {
  const own = offer.areaCode === areaCode
  if (own !== (other.areaCode === areaCode)) return own
  return offer.contractId < other.contractId
}
