import type { Day } from '../../../kernel/day.ts'
import { distanceKm, type Point } from '../../../kernel/geo.ts'
import type { AddressId } from '../../../kernel/ids.ts'
import { contains, type Period } from '../../../kernel/period.ts'
import type { Rules } from '../../../rules/index.ts'
import { type CapacityCap, openPlaces, placesWithStaff } from './capacity.ts'
import type { CandidateFate } from './nearest.ts'
import { neutralOrder } from './neutral-order.ts'
import { isFull, type Located } from './offer.ts'

/** What the staff at an address lets it take; `takenAtAddress` under whatever contract. */
export type StaffLimit = NonNullable<Parameters<typeof placesWithStaff>[1]>

/** An offer that is open for new choices, with how many have a place there when the first one's turn comes. */
export type FieldOffer = Located & {
  readonly period: Period
  readonly cap: CapacityCap
  readonly taken: number
  /** Null where the staff sets no limit. */
  readonly staff: StaffLimit | null
}

/** A person for whom the nearest-provider rule looks. */
export type Seeker = {
  readonly home: Point
  readonly areaCode: string
  /** Areas that share a border with the home area. */
  readonly neighbours: readonly string[]
  /** The day on which service would begin. */
  readonly firstDay: Day
  /** Of the person's recorded random order. */
  readonly seed: string
}

/** The rule's answer for one person; offers by their place in the field, in the order in which they were considered. */
export type Turn = {
  readonly nearest: number | null
  readonly offers: readonly number[]
  readonly metres: readonly number[]
  /** Places left when the person's turn came; null without a limit. */
  readonly openPlaces: readonly (number | null)[]
  readonly fates: readonly CandidateFate[]
  /** So many of them, the first, lie in the home area; the rest in areas that share a border. */
  readonly atHome: number
}

/**
 * `nearestProvider` for many people one after the other, each seeing the places that the earlier ones left (programme 4.4).
 * The same answers, made for tens of thousands: the random order is asked only where distances are equal.
 */
export function nearestInTurn(seekers: readonly Seeker[], field: readonly FieldOffer[], rules: Rules): Turn[] {
  const seats = seatsOf(field)
  const ringOf = ringsOf(field)
  const limitMetres = rules.market.radiusKm * 1000
  return seekers.map((seeker) => {
    const { areaCode, firstDay } = seeker
    const turn = new Looking(seeker, field, seats)
    turn.look(ringOf([areaCode], firstDay), Number.POSITIVE_INFINITY)
    const atHome = turn.offers.length
    if (turn.nearest === null && rules.market.neighbouringAreasWhenEmpty) {
      const around = seeker.neighbours.filter((code) => code !== areaCode)
      turn.look(ringOf(around, firstDay), limitMetres)
    }
    const { nearest, offers, metres, openPlaces, fates } = turn
    if (nearest !== null) seats.take(nearest)
    return { nearest, offers, metres, openPlaces, fates, atHome }
  })
}

type Seats = { readonly open: readonly (number | null)[]; take(offer: number): void }

/** One person's turn while it lasts. */
class Looking {
  nearest: number | null = null
  readonly offers: number[] = []
  readonly metres: number[] = []
  readonly openPlaces: (number | null)[] = []
  readonly fates: CandidateFate[] = []
  readonly #seeker: Seeker
  readonly #field: readonly FieldOffer[]
  readonly #seats: Seats

  constructor(seeker: Seeker, field: readonly FieldOffer[], seats: Seats) {
    this.#seeker = seeker
    this.#field = field
    this.#seats = seats
  }

  /** Considers the ring's offers from the nearest on. */
  look(ring: readonly number[], limitMetres: number): void {
    const keys = this.#byDistance(ring)
    const offerOf = (key: number | undefined): number => ring[(key ?? 0) % inRing] ?? 0
    for (let at = 0; at < keys.length; ) {
      const metres = metresOf(keys[at])
      let end = at + 1
      while (end < keys.length && metresOf(keys[end]) === metres) end += 1
      if (end === at + 1) this.#consider(offerOf(keys[at]), metres, limitMetres)
      else {
        const equals = Array.from(keys.subarray(at, end), offerOf)
        for (const offer of this.#inTieOrder(equals)) this.#consider(offer, metres, limitMetres)
      }
      at = end
    }
  }

  // One number for distance and place in the ring, so that they are sorted as plain numbers.
  #byDistance(ring: readonly number[]): Float64Array {
    const { home } = this.#seeker
    const keys = new Float64Array(ring.length)
    for (let index = 0; index < ring.length; index += 1) {
      const offer = this.#field[ring[index] ?? 0]
      if (offer !== undefined) keys[index] = Math.round(distanceKm(home, offer.point) * 1000) * inRing + index
    }
    return keys.sort()
  }

  #inTieOrder(equals: readonly number[]): readonly number[] {
    const { home, seed } = this.#seeker
    const offers = equals.flatMap((place) => {
      const offer = this.#field[place]
      return offer === undefined ? [] : [{ ...offer, place }]
    })
    return neutralOrder(offers, home, seed).map((each) => each.offer.place)
  }

  #consider(offer: number, metres: number, limitMetres: number): void {
    const open = this.#seats.open[offer] ?? null
    const fate = this.#fateOf(open, metres, limitMetres)
    if (fate === 'nearest') this.nearest = offer
    this.offers.push(offer)
    this.metres.push(metres)
    this.openPlaces.push(open)
    this.fates.push(fate)
  }

  #fateOf(open: number | null, metres: number, limitMetres: number): CandidateFate {
    if (metres > limitMetres) return 'too-far'
    if (this.nearest !== null) return 'further-away'
    return isFull(open) ? 'full' : 'nearest'
  }
}

/** More than there are offers in a ring; with the longest way on earth in metres it still makes an exact number. */
const inRing = 2 ** 24

function metresOf(key: number | undefined): number {
  return Math.floor((key ?? 0) / inRing)
}

/** The places of the offers in the given areas whose contract is in force on the day, found once for each question. */
function ringsOf(field: readonly FieldOffer[]): (codes: readonly string[], firstDay: Day) => readonly number[] {
  const byArea = Map.groupBy(field.keys(), (place) => field[place]?.areaCode)
  const known = new Map<string, number[]>()
  return (codes, firstDay) => {
    const key = `${firstDay} ${codes.join(' ')}`
    const found =
      known.get(key) ??
      codes.flatMap((code) => byArea.get(code) ?? []).filter((place) => inForce(field[place], firstDay))
    known.set(key, found)
    return found
  }
}

function inForce(offer: FieldOffer | undefined, firstDay: Day): boolean {
  return offer !== undefined && contains(offer.period, firstDay)
}

/** Places left by offer, which become fewer as they are taken; a limit by staff is shared by all contracts at the address. */
function seatsOf(field: readonly FieldOffer[]): Seats {
  const taken = field.map((offer) => offer.taken)
  const atAddress = new Map<AddressId, number>()
  const sharers = new Map<AddressId, number[]>()
  for (const [place, { addressId, staff }] of field.entries()) {
    if (staff === null) continue
    atAddress.set(addressId, staff.takenAtAddress)
    sharers.set(addressId, [...(sharers.get(addressId) ?? []), place])
  }
  const left = (place: number): number | null => {
    const offer = field[place]
    if (offer === undefined) return null
    const { cap, staff, addressId } = offer
    const limit = staff && { ...staff, takenAtAddress: atAddress.get(addressId) ?? staff.takenAtAddress }
    return placesWithStaff(openPlaces(cap, taken[place] ?? 0), limit)
  }
  const open = field.map((_, place) => left(place))
  return {
    open,
    take(place) {
      taken[place] = (taken[place] ?? 0) + 1
      const address = field[place]?.addressId
      const shared = address === undefined ? undefined : atAddress.get(address)
      if (address !== undefined && shared !== undefined) atAddress.set(address, shared + 1)
      for (const each of new Set([place, ...((address && sharers.get(address)) ?? [])])) open[each] = left(each)
    },
  }
}
