import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Point } from '../../../kernel/geo.ts'
import { type AddressId, addressId, type ContractId, contractId } from '../../../kernel/ids.ts'
import { type Random, seeded } from '../../../kernel/random.ts'
import { municipalities } from '../../../rules/reference/index.ts'
import { neutralOrder } from './neutral-order.ts'
import { withinReach } from './reach.ts'
import { search } from './search.ts'

/** What must not matter, beside what may. */
type Offer = {
  readonly contractId: ContractId
  readonly addressId: AddressId
  readonly providerName: string
  readonly municipalityCode: string
  readonly areaCode: string
  readonly point: Point
  readonly languages: readonly string[]
  readonly orientations: readonly string[]
  readonly priceOre: number
  readonly participants: number
  readonly contractDays: number
}

const unrelated = ['priceOre', 'participants', 'contractDays'] as const
const seats = municipalities().filter((one) => one.code.startsWith('14'))

function offerOf(random: Random, index: number): Offer {
  const place = random.pick(seats)
  return {
    contractId: contractId(random.uuid()),
    addressId: addressId(random.uuid()),
    providerName: `Leverantör ${index}`,
    municipalityCode: place.code,
    areaCode: 'H',
    // Many stand at the seat itself, so that equal distances are common and chance decides.
    point: random.next() < 0.6 ? place.seat : { lat: place.seat.lat + random.next() / 20, lon: place.seat.lon },
    languages: ['sv'],
    orientations: ['all'],
    priceOre: 1_210_00 + random.int(800_00),
    participants: random.int(400),
    contractDays: random.int(1500),
  }
}

/** The catalogue as a person sees it: reach, search, order. */
function seenBy(offers: readonly Offer[], home: Point, person: string): readonly Offer[] {
  const reached = withinReach(offers, { home, areaCode: 'H', radiusKm: null }, 100)
  return neutralOrder(search(reached, {}).entries, home, person).map((each) => each.offer)
}

describe('the order of the catalogue is neutral (programme 4.4)', () => {
  const market = seeded('market')
  const offers = Array.from({ length: 60 }, (_, index) => offerOf(market, index))

  test('over 3,000 persons the rank does not depend on price, size or age of contract', () => {
    const persons = seeded('persons')
    // One market would carry the chance of its own draw through every person: so each person meets another.
    const sums = Object.fromEntries(unrelated.map((name) => [name, 0])) as Record<(typeof unrelated)[number], number>
    const people = 3000
    for (let person = 0; person < people; person += 1) {
      const dealt = deal(offers, persons)
      const seen = seenBy(dealt, persons.pick(seats).seat, `person ${person}`)
      for (const name of unrelated) sums[name] += correlation(seen.map((one) => one[name]))
    }
    // A rank correlation of n values in random order has the standard deviation 1 / sqrt(n - 1).
    const deviation = 1 / Math.sqrt((offers.length - 1) * people)
    for (const name of unrelated) {
      assert.ok(Math.abs(sums[name] / people) < 3.5 * deviation, `${name} ${sums[name] / people}`)
    }
  })

  test('the same measure finds an order that lets a dearer provider stand before a cheaper at about the same distance', () => {
    const persons = seeded('bought')
    let sum = 0
    for (let person = 0; person < 300; person += 1) {
      const home = persons.pick(seats).seat
      const seen = neutralOrder(deal(offers, persons), home, `person ${person}`)
      const bought = seen.toSorted((a, b) => tenth(a.metres) - tenth(b.metres) || b.offer.priceOre - a.offer.priceOre)
      sum += correlation(bought.map((one) => one.offer.priceOre))
    }
    assert.ok(Math.abs(sum / 300) > 3.5 / Math.sqrt((offers.length - 1) * 300))
  })

  test('equal distances fall out in every order equally often', () => {
    const home = { lat: 57.7, lon: 11.97 }
    const three = offers.slice(0, 3).map((offer) => ({ ...offer, point: home }))
    const first = new Map<string, number>()
    for (let person = 0; person < 6000; person += 1) {
      const order = seenBy(three, home, `person ${person}`)
        .map((one) => one.providerName)
        .join()
      first.set(order, (first.get(order) ?? 0) + 1)
    }
    assert.equal(first.size, 6)
    for (const count of first.values()) assert.ok(Math.abs(count - 1000) < 4 * Math.sqrt(1000), String(count))
  })

  test('dealing out prices, sizes and ages anew changes nothing that anybody sees', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(seats.length - 1), fc.nat(1000), (seed, at, person) => {
        const home = seats[at]?.seat ?? { lat: 57.7, lon: 11.97 }
        const seen = (list: readonly Offer[]) => seenBy(list, home, `person ${person}`).map((one) => one.addressId)
        assert.deepEqual(seen(deal(offers, seeded(seed))), seen(offers))
        assert.deepEqual(seen(seeded(seed).shuffle(offers)), seen(offers))
      }),
      { numRuns: 100, seed: 5 },
    )
  })
})

/** The distance in whole tens of km. */
const tenth = (metres: number | null): number => Math.floor((metres ?? 0) / 10_000)

/** The same offers with prices, sizes and ages of contract exchanged among them, each by itself. */
function deal(offers: readonly Offer[], random: Random): Offer[] {
  const dealt = unrelated.map((name) => random.shuffle(offers.map((one) => one[name])))
  return offers.map((offer, at) => ({
    ...offer,
    priceOre: dealt[0]?.[at] ?? 0,
    participants: dealt[1]?.[at] ?? 0,
    contractDays: dealt[2]?.[at] ?? 0,
  }))
}

/** Spearman's correlation of the values with the places 0, 1, 2 … that they stand at. */
function correlation(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const ranks = values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2)
  const middle = (values.length - 1) / 2
  let [together, own, places] = [0, 0, 0]
  ranks.forEach((rank, place) => {
    together += (rank - middle) * (place - middle)
    own += (rank - middle) ** 2
    places += (place - middle) ** 2
  })
  return together / Math.sqrt(own * places)
}
