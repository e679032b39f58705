import { distanceKm, type Point } from '../../../kernel/geo.ts'
import { hash32 } from '../../../kernel/hash.ts'
import type { AddressId } from '../../../kernel/ids.ts'
import type { Located } from './offer.ts'

/** An offer with its great-circle distance in whole metres, null without a known home, and its place among equals. */
export type Ordered<T> = { readonly offer: T; readonly metres: number | null; readonly tieOrder: number }

/**
 * By distance, equal distances (to the metre) in a random order that belongs to the person (programme 4.4).
 * Nothing else about the offers is looked at: not payment, size or name.
 *
 * @param seed recorded with the person's choice window; the same seed always gives the same order
 */
export function neutralOrder<T extends Located>(
  offers: readonly T[],
  home: Point | null,
  seed: string,
): readonly Ordered<T>[] {
  return offers
    .map((offer) => ({
      offer,
      metres: metresBetween(home, offer.point),
      tieOrder: tieOrder(seed, offer.addressId),
    }))
    .sort(compare)
}

/** Great-circle distance in whole metres; null when the home is not known (protected identity). */
export function metresBetween(home: Point | null, point: Point): number | null {
  return home === null ? null : Math.round(distanceKm(home, point) * 1000)
}

/** The address's random number for this person, a 32-bit whole number; lower comes first among equal distances. */
export function tieOrder(seed: string, address: AddressId): number {
  return hash32(`${seed}/${address}`)
}

function compare(a: Ordered<Located>, b: Ordered<Located>): number {
  return (
    (a.metres ?? 0) - (b.metres ?? 0) ||
    a.tieOrder - b.tieOrder ||
    byText(a.offer.addressId, b.offer.addressId) ||
    byText(a.offer.contractId, b.offer.contractId)
  )
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
