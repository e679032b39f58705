import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../../kernel/day.ts'
import type { Point } from '../../../kernel/geo.ts'
import { addressId, contractId } from '../../../kernel/ids.ts'
import { seeded } from '../../../kernel/random.ts'
import { rulesOn } from '../../../rules/index.ts'
import { nearestCases } from './nearest.cases.ts'
import { type Candidate, nearestProvider } from './nearest.ts'
import { metresBetween, neutralOrder } from './neutral-order.ts'

const rules = rulesOn(day('2022-10-03'))
const home: Point = { lat: 57.65, lon: 12.01667 }
const kmPerDegree = 111.195

type Named = Candidate & { readonly name: string }

function candidate(name: string, area: string, km: number, openPlaces: number | null): Named {
  const uuid = (kind: string) => seeded(`${kind} ${name}`).uuid()
  return {
    name,
    areaCode: area,
    addressId: addressId(uuid('address')),
    contractId: contractId(uuid('contract')),
    point: { lat: home.lat + km / kmPerDegree, lon: home.lon },
    openPlaces,
  }
}

const place = (candidates: readonly Named[], seed = 'person-1') =>
  nearestProvider({ home, areaCode: 'H', neighbours: ['N', 'H'], candidates, seed }, rules)

describe('the nearest-provider rule', () => {
  for (const { rule, candidates, expected, fates } of nearestCases) {
    test(`programme 4.4: ${rule}`, () => {
      const { nearest, considered } = place(candidates.map((c) => candidate(c.name, c.area, c.km, c.open)))
      assert.equal(nearest?.name ?? null, expected)
      assert.deepEqual(
        considered.map((each) => `${each.offer.name} ${each.fate}`),
        fates,
      )
    })
  }

  const candidates = fc
    .array(
      fc.record({
        area: fc.constantFrom('H', 'N', 'X'),
        km: fc.integer({ min: 0, max: 200 }),
        open: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
      }),
      { maxLength: 25 },
    )
    .map((list) => list.map((c, index) => candidate(String(index), c.area, c.km, c.open)))

  test('gives an open place with none nearer, whatever the candidates', () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const { nearest } = place(list)
        const free = list.filter((each) => each.openPlaces !== 0)
        const athome = free.filter((each) => each.areaCode === 'H')
        const around = free.filter((each) => each.areaCode === 'N' && far(each) <= 100_000)
        const fair = athome.length > 0 ? athome : around
        if (fair.length === 0) return assert.equal(nearest, null)
        assert.ok(nearest !== null && fair.includes(nearest))
        assert.equal(far(nearest), Math.min(...fair.map(far)))
      }),
    )
  })

  test('gives the same to the same person in whatever order the candidates come', () => {
    fc.assert(
      fc.property(candidates, fc.integer(), (list, shuffle) => {
        assert.deepEqual(place(seeded(shuffle).shuffle(list)), place(list))
      }),
    )
  })
})

describe('the neutral order', () => {
  const twins = Array.from({ length: 5 }, (_, index) => candidate(`twin ${index}`, 'H', 4, null))

  test('puts equal distances in an order of its own for each person, and every one first about as often', () => {
    const firsts = new Map<string, number>()
    for (let person = 0; person < 5_000; person += 1) {
      const first = neutralOrder(twins, home, `person ${person}`)[0]?.offer.name ?? ''
      firsts.set(first, (firsts.get(first) ?? 0) + 1)
    }
    assert.equal(firsts.size, 5)
    for (const [name, count] of firsts) assert.ok(Math.abs(count - 1_000) < 130, `${name} came first ${count} times`)
  })

  test('shows a person the same order each time', () => {
    assert.deepEqual(neutralOrder(twins, home, 'person 7'), neutralOrder([...twins].reverse(), home, 'person 7'))
  })

  test('depends on nothing but the distance: what else an offer says changes no place', () => {
    const offers = fc.array(
      fc.record({ km: fc.integer({ min: 0, max: 300 }), price: fc.integer(), size: fc.integer() }),
      {
        maxLength: 20,
      },
    )
    fc.assert(
      fc.property(offers, fc.string(), (list, seed) => {
        const plain = list.map((each, index) => candidate(String(index), 'H', each.km, null))
        const dressed = plain.map((each, index) => ({ ...each, ...list[index], openPlaces: list[index]?.size ?? 0 }))
        const names = (ordered: readonly { offer: Named }[]) => ordered.map((each) => each.offer.name)
        const ordered = neutralOrder(dressed, home, seed)
        assert.deepEqual(names(ordered), names(neutralOrder(plain, home, seed)))
        const metres = ordered.map((each) => each.metres ?? Number.NaN)
        assert.deepEqual(
          metres,
          metres.toSorted((a, b) => a - b),
        )
      }),
    )
  })

  test('without a known home is the random order alone', () => {
    const [near, distant] = [candidate('near', 'H', 1, null), candidate('distant', 'H', 90, null)]
    const firsts = Array.from({ length: 200 }, (_, index) => neutralOrder([near, distant], null, `${index}`)[0])
    assert.ok(firsts.every((each) => each?.metres === null))
    const share = firsts.filter((each) => each?.offer === near).length
    assert.ok(share > 70 && share < 130, `near came first ${share} times of 200`)
  })
})

function far(each: Candidate): number {
  return metresBetween(home, each.point) ?? Number.NaN
}
