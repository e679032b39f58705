import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day } from '../../../kernel/day.ts'
import { addressId, contractId } from '../../../kernel/ids.ts'
import { type Random, seeded } from '../../../kernel/random.ts'
import { rulesOn } from '../../../rules/index.ts'
import { openPlaces, placesWithStaff } from './capacity.ts'
import { nearestProvider } from './nearest.ts'
import { type FieldOffer, nearestInTurn, type Seeker } from './nearest-in-turn.ts'
import { tieOrder } from './neutral-order.ts'

const today = day('2022-10-03')
const rules = rulesOn(today)
const areas = ['A', 'B', 'C', 'D'] as const
const around: Record<string, string[]> = { A: ['B', 'A'], B: ['A', 'C'], C: ['B'], D: [] }

/** A market of few points, so that many lie equally far; some contracts are over or not begun, some addresses shared. */
function aField(random: Random, staffed: boolean): FieldOffer[] {
  const addresses = Array.from({ length: 14 }, () => ({
    addressId: addressId(random.uuid()),
    point: { lat: 57 + random.int(4) / 3, lon: 12 + random.int(3) / 2 },
    staff:
      staffed && random.int(2) === 0 ? { advisersPercent: 10, perAdviser: 50, takenAtAddress: random.int(4) } : null,
  }))
  return addresses.flatMap((address) =>
    areas
      .filter(() => random.int(3) === 0)
      .map((areaCode) => ({
        ...address,
        areaCode,
        contractId: contractId(random.uuid()),
        period: {
          start: addDays(today, random.pick([-100, 0, 20])),
          end: random.pick([null, addDays(today, 12), addDays(today, 100)]),
        },
        cap: random.pick([null, 0, 1, 3]),
        taken: random.int(2),
      })),
  )
}

function aSeeker(random: Random): Seeker {
  const areaCode = random.pick(areas)
  return {
    home: { lat: 57 + random.int(4) / 3, lon: 12 + random.int(3) / 2 },
    areaCode,
    neighbours: around[areaCode] ?? [],
    firstDay: addDays(today, random.pick([1, 14, 25])),
    seed: random.uuid(),
  }
}

/** The law's own words, person by person, the places counted anew each time. */
function oneByOne(seekers: readonly Seeker[], field: readonly FieldOffer[]) {
  const given: FieldOffer[] = []
  return seekers.map(({ firstDay, ...seeker }) => {
    const candidates = field
      .filter(({ period }) => period.start <= firstDay && (period.end === null || firstDay < period.end))
      .map((offer) => {
        const here = given.filter((each) => each.addressId === offer.addressId)
        const taken = offer.taken + here.filter((each) => each.contractId === offer.contractId).length
        const { staff } = offer
        const limit = staff && { ...staff, takenAtAddress: staff.takenAtAddress + here.length }
        return { ...offer, offer, openPlaces: placesWithStaff(openPlaces(offer.cap, taken), limit) }
      })
    const { nearest, considered } = nearestProvider({ ...seeker, candidates }, rules)
    if (nearest !== null) given.push(nearest.offer)
    return {
      nearest: nearest?.offer ?? null,
      considered: considered.map(({ offer, metres, ring, fate, tieOrder: tie }) => {
        return { offer: offer.offer, metres, ring, fate, tie, openPlaces: offer.openPlaces }
      }),
    }
  })
}

test('many in turn get the very answers, with the very candidates, that the rule gives them one by one', () => {
  const seen = new Set<string>()
  for (let round = 0; round < 60; round += 1) {
    const random = seeded(`in turn ${round}`)
    const field = aField(random, round % 2 === 0)
    const seekers = Array.from({ length: 40 }, () => aSeeker(random))
    const told = nearestInTurn(seekers, field, rules).map((turn, person) => ({
      nearest: turn.nearest === null ? null : field[turn.nearest],
      considered: turn.offers.map((place, index) => ({
        offer: field[place],
        metres: turn.metres[index],
        ring: index < turn.atHome ? 'home-area' : 'neighbouring-area',
        fate: turn.fates[index],
        tie: tieOrder(seekers[person]?.seed ?? '', field[place]?.addressId ?? addressId('')),
        openPlaces: turn.openPlaces[index],
      })),
    }))
    const expected = oneByOne(seekers, field)
    assert.deepEqual(told, expected)
    for (const { considered } of expected) {
      for (const [index, { fate, ring, metres }] of considered.entries()) {
        seen.add(fate).add(ring)
        if (metres === considered[index + 1]?.metres) seen.add('equal distance')
      }
    }
  }
  const all = ['nearest', 'full', 'too-far', 'further-away', 'home-area', 'neighbouring-area', 'equal distance']
  assert.deepEqual([...seen].sort(), all.sort())
})

test('nobody to look for, and nothing to look among', () => {
  const random = seeded('nothing')
  assert.deepEqual(nearestInTurn([], aField(random, false), rules), [])
  const [turn] = nearestInTurn([aSeeker(random)], [], rules)
  assert.deepEqual(turn, { nearest: null, offers: [], metres: [], openPlaces: [], fates: [], atHome: 0 })
})
