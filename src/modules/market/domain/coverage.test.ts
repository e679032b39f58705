import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bandOf, type CoveringOffer, coverage, nearestKm } from './coverage.ts'

const rules = { coverageBandsKm: [5, 50], fewestShown: 5 }
const at = (lat: number) => ({ lat, lon: 12 })
const municipalities = [
  { code: '1480', seat: at(57.7), skrGroup: 'A1', areaCode: 'X' },
  { code: '1481', seat: at(57.6), skrGroup: 'A2', areaCode: 'X' },
  { code: '2584', seat: at(67.8), skrGroup: 'C6', areaCode: 'Y' },
]
const offer = (wish: Partial<CoveringOffer> = {}): CoveringOffer => ({
  providerId: 'p1',
  contractId: 'c1',
  addressId: 'a1',
  areaCode: 'X',
  municipalityCode: '1480',
  point: at(57.71),
  cap: null,
  taken: 0,
  ...wish,
})
const asked = (offers: CoveringOffer[], homes: Parameters<typeof coverage>[0]['homes'] = null) =>
  coverage({ municipalities, areaCodes: ['X', 'Y'], offers, homes }, rules)

describe('coverage', () => {
  test('counts providers and addresses once, where they stand and where they have contracts', () => {
    const found = asked([
      offer(),
      offer({ contractId: 'c2', areaCode: 'Y' }),
      offer({ addressId: 'a2', municipalityCode: '1481' }),
    ])
    assert.deepEqual(
      found.municipalities.map((row) => [row.code, row.providers, row.addresses]),
      [
        ['1480', 1, 1],
        ['1481', 1, 1],
        ['2584', 0, 0],
      ],
    )
    assert.deepEqual(
      found.areas.map((row) => [row.code, row.municipalities, row.providers, row.addresses]),
      [
        ['X', 2, 1, 2],
        ['Y', 1, 1, 1],
      ],
    )
    assert.deepEqual(
      found.groups.map((row) => [row.code, row.addresses, row.without]),
      [
        ['A1', 1, 0],
        ['A2', 1, 0],
        ['C6', 0, 1],
      ],
    )
  })

  test('shows an area without a provider as such, and how far the nearest is', () => {
    const found = asked([offer()])
    assert.deepEqual(found.areas[1]?.providers, 0)
    assert.deepEqual(
      found.municipalities.map((row) => row.nearestKm),
      [1.1, 12.2, 1122],
    )
    assert.deepEqual(
      asked([]).municipalities.map((row) => row.nearestKm),
      [null, null, null],
    )
    assert.equal(nearestKm(at(57), []), null)
  })

  test('adds up places left, and has no number where one has no cap', () => {
    const capped = [offer({ cap: 10, taken: 4 }), offer({ addressId: 'a2', cap: 2, taken: 5 })]
    assert.equal(asked(capped).municipalities[0]?.openPlaces, 6)
    assert.equal(asked([...capped, offer({ addressId: 'a3' })]).municipalities[0]?.openPlaces, null)
    assert.equal(asked([]).municipalities[0]?.openPlaces, 0)
  })

  test('tells homes in fives and none that are fewer', () => {
    const homes = [
      { municipalityCode: '1480', band: 0, homes: 1233 },
      { municipalityCode: '1480', band: 1, homes: 4 },
      { municipalityCode: '1481', band: 1, homes: 3 },
    ]
    const found = asked([offer()], homes)
    assert.deepEqual(found.municipalities[0]?.homes, { all: 1235, bands: [1235, null, 0] })
    assert.deepEqual(found.municipalities[1]?.homes, { all: null, bands: [0, null, 0] })
    assert.deepEqual(found.areas[0]?.homes, { all: 1240, bands: [1235, 5, 0] })
    assert.equal(asked([offer()]).areas[0]?.homes, null)
  })

  test('puts a distance into the first band that holds it', () => {
    assert.deepEqual(
      [0, 5, 5.1, 50, 50.1, null].map((km) => bandOf(km, [5, 50])),
      [0, 0, 1, 1, 2, 2],
    )
  })
})
