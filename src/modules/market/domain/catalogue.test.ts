import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addressId, contractId } from '../../../kernel/ids.ts'
import { seeded } from '../../../kernel/random.ts'
import { municipalities, municipality } from '../../../rules/reference/index.ts'
import { checkAddress, liesInSweden } from './address.ts'
import { type Reach, withinReach } from './reach.ts'
import { type Filters, matches, nameContains } from './search.ts'

const home = { lat: 57.7, lon: 11.97 }

describe('what a person can reach', () => {
  const offer = (name: string, areaCode: string, km: number, address = name) => ({
    name,
    areaCode,
    contractId: contractId(seeded(name).uuid()),
    addressId: addressId(seeded(`address ${address}`).uuid()),
    point: { lat: home.lat + km / 111.195, lon: home.lon },
  })
  const offers = [offer('near', 'X', 8), offer('own far', 'H', 240), offer('own', 'H', 30), offer('far', 'X', 130)]
  const seen = (reach: Partial<Reach>, list = offers) =>
    withinReach(list, { home, areaCode: 'H', radiusKm: null, ...reach }, 100).map((each) => each.name)

  test('is the home area whatever the address, and any address within 100 km (programme 4.4)', () => {
    assert.deepEqual(seen({}), ['near', 'own far', 'own'])
  })

  test('widens and narrows with the radius the person asks for', () => {
    assert.deepEqual(seen({ radiusKm: 150 }), ['near', 'own far', 'own', 'far'])
    assert.deepEqual(seen({ radiusKm: 20 }), ['near'])
  })

  test('is the home area alone when the home is not known', () => {
    assert.deepEqual(seen({ home: null }), ['own far', 'own'])
    assert.deepEqual(seen({ home: null, radiusKm: 10 }), ['own far', 'own'])
  })

  test('lists an address once, under the contract of the home area', () => {
    const shared = [offer('other', 'X', 5, 'shared'), offer('home', 'H', 5, 'shared'), offer('third', 'Y', 5, 'shared')]
    assert.deepEqual(seen({}, shared), ['home'])
    assert.equal(seen({ areaCode: null }, shared).length, 1)
  })
})

describe('the search', () => {
  test('folds as Swedish does: case and accents fall away, å ä ö are letters', () => {
    assert.ok(nameContains('Göteborgs Jobbväg AB', 'GÖTEBORG'))
    assert.ok(nameContains('Göteborgs Jobbväg AB', 'goteborg'))
    assert.ok(nameContains('Göteborgs Jobbväg AB', '  jobbvag '))
    assert.ok(nameContains('Café Matchning', 'cafe'))
    assert.ok(nameContains('Ängens Arbete', 'æng'))
    assert.ok(!nameContains('Hallen', 'hällen'))
    assert.ok(!nameContains('Goteborg', 'göte'))
  })

  test('lets through what answers every filter', () => {
    const entry = { providerName: 'Ny Start', municipalityCode: '1480', languages: ['ar', 'sv'], orientations: ['it'] }
    const found = (filters: Filters) => matches(entry, filters)
    assert.ok(found({}))
    assert.ok(found({ name: 'start', municipalityCode: '1480', language: 'ar', orientation: 'it' }))
    assert.ok(!found({ name: 'start', language: 'so' }))
    assert.ok(!found({ municipalityCode: '1481' }))
    assert.ok(!found({ orientation: 'transport' }))
    assert.ok(matches({ ...entry, orientations: ['all'] }, { orientation: 'transport' }))
  })
})

describe('an address', () => {
  test('may stand at the seat of any municipality', () => {
    const outside = municipalities().filter((each) => !liesInSweden(each.seat))
    assert.deepEqual(
      outside.map((each) => each.name),
      [],
    )
  })

  test('may not stand in a neighbouring country, in the sea or with its coordinates swapped', () => {
    const places = {
      Copenhagen: [55.676, 12.568],
      Helsingør: [56.036, 12.61],
      Oslo: [59.913, 10.752],
      Halden: [59.124, 11.387],
      Trondheim: [63.43, 10.395],
      Narvik: [68.438, 17.427],
      Mariehamn: [60.097, 19.935],
      Kemi: [65.736, 24.564],
      Helsinki: [60.17, 24.94],
      Bornholm: [55.1, 14.7],
      nowhere: [0, 0],
    }
    for (const [name, [lat = 0, lon = 0]] of Object.entries(places)) assert.ok(!liesInSweden({ lat, lon }), name)
    const seat = municipality('1480')?.seat ?? home
    assert.equal(checkAddress(seat).ok, true)
    const swapped = checkAddress({ lat: seat.lon, lon: seat.lat })
    assert.equal(swapped.ok ? '' : swapped.problem.code, 'not-in-sweden')
  })
})
