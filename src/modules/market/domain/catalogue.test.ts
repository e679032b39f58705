import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { distanceKm } from '../../../kernel/geo.ts'
import { addressId, contractId } from '../../../kernel/ids.ts'
import { seeded } from '../../../kernel/random.ts'
import { municipalities, municipality } from '../../../rules/reference/index.ts'
import { checkAddress, liesInSweden } from './address.ts'
import { nameMatch, slipsToBeginning } from './name-match.ts'
import { boxOf, type Reach, withinReach } from './reach.ts'
import { type Filters, search } from './search.ts'
import { travel } from './travel.ts'

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

describe('a name', () => {
  test('folds as Swedish does: case and accents fall away, å ä ö are letters', () => {
    for (const typed of ['GÖTEBORG', 'goteborg', '  jobbvag ', 'göteborgs jobb', '']) {
      assert.equal(nameMatch('Göteborgs Jobbväg AB', typed), 'holds', typed)
    }
    assert.equal(nameMatch('Café Matchning', 'cafe'), 'holds')
    assert.equal(nameMatch('Ängens Arbete', 'æng'), 'holds')
    assert.notEqual(nameMatch('Hallen', 'hällen'), 'holds')
    assert.notEqual(nameMatch('Goteborg', 'göte'), 'holds')
  })

  test('is found in spite of a typing error, wherever in the word it stands', () => {
    for (const typed of [
      'gotebrog',
      'gteborg',
      'göteorg',
      'goteborgg',
      'gøteborh',
      'jobväg',
      'jbobvag',
      'göteborgs jobbvgä',
    ]) {
      assert.equal(nameMatch('Göteborgs Jobbväg AB', typed), 'near', typed)
    }
  })

  test('is not found by another word, nor by a short one with a slip', () => {
    for (const typed of ['stockholm', 'ac', 'gbg', 'jobbstöd nära', 'mat', '%', '- -']) {
      assert.equal(nameMatch('Göteborgs Jobbväg AB', typed), 'none', typed)
    }
  })

  test('counts each slip of the finger once', () => {
    const slips = (word: string, typed: string) => slipsToBeginning(word, typed)
    assert.deepEqual(
      [slips('jobbväg', 'jobb'), slips('jobbväg', 'jbob'), slips('jobbväg', 'jbb'), slips('jobbväg', 'jobbx')],
      [0, 1, 1, 1],
    )
    assert.equal(slips('abc', 'xyz'), 3)
  })
})

describe('the search', () => {
  test('lets through what answers every filter', () => {
    const entry = { providerName: 'Ny Start', municipalityCode: '1480', languages: ['ar', 'sv'], orientations: ['it'] }
    const found = (filters: Filters, of = entry) => search([of], filters).entries.length === 1
    assert.ok(found({}))
    assert.ok(found({ name: 'start', municipalityCode: '1480', language: 'ar', orientation: 'it' }))
    assert.ok(!found({ name: 'start', language: 'so' }))
    assert.ok(!found({ municipalityCode: '1481' }))
    assert.ok(!found({ orientation: 'transport' }))
    assert.ok(found({ orientation: 'transport' }, { ...entry, orientations: ['all'] }))
  })

  test('takes names that come near only when none holds what was typed', () => {
    const entry = (providerName: string) => ({
      providerName,
      municipalityCode: '1480',
      languages: [],
      orientations: [],
    })
    const entries = [entry('Ekhamre AB'), entry('Ekhamra AB'), entry('Stenlöv AB')]
    const names = (name: string) => {
      const { entries: found, similar } = search(entries, { name })
      return [found.map((one) => one.providerName), similar]
    }
    assert.deepEqual(names('ekhamre'), [['Ekhamre AB'], false])
    assert.deepEqual(names('ekhamri'), [['Ekhamre AB', 'Ekhamra AB'], true])
    assert.deepEqual(names('Solgläntan'), [[], false])
  })
})

describe('the box that the database looks through', () => {
  test('holds every place within the radius, in the south as in the north', () => {
    for (const { seat } of municipalities()) {
      const box = boxOf({ home: seat, areaCode: null, radiusKm: 80 }, 100)
      assert.ok(box)
      for (const other of municipalities()) {
        const { lat, lon } = other.seat
        const inBox = lat >= box.south && lat <= box.north && lon >= box.west && lon <= box.east
        if (!inBox) assert.ok(distanceKm(seat, other.seat) > 80, `${other.name} fell outside`)
      }
    }
    assert.equal(boxOf({ home: null, areaCode: 'H', radiusKm: 80 }, 100), null)
  })
})

describe('the way there', () => {
  const law = { wayPercent: 130, walkMinutesPerKm: 13, cycleMinutesPerKm: 4, wayMinutes: 60 }

  test('is longer than the crow flies and told in minutes only where one can walk or cycle', () => {
    assert.deepEqual(travel(0, law), { km: 0, walkMinutes: 5, cycleMinutes: 5 })
    assert.deepEqual(travel(2000, law), { km: 2.6, walkMinutes: 35, cycleMinutes: 15 })
    assert.deepEqual(travel(10_000, law), { km: 13, walkMinutes: null, cycleMinutes: 55 })
    assert.deepEqual(travel(40_000, law), { km: 52, walkMinutes: null, cycleMinutes: null })
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
