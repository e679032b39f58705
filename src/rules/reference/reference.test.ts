import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  defaultDeliveryAreas,
  faRegion,
  faRegions,
  findLanguage,
  findMunicipality,
  language,
  languageName,
  languages,
  municipalities,
  municipality,
  neighbouringAreas,
  neighbouringMunicipalities,
  occupations,
  occupationsLevel4,
  publishers,
  skrGroupName,
  ssyk,
} from './index.ts'

test('Sweden has 290 municipalities in 21 counties, each with its own code', () => {
  assert.equal(municipalities().length, 290)
  assert.equal(new Set(municipalities().map((each) => each.code)).size, 290)
  assert.equal(new Set(municipalities().map((each) => each.county)).size, 21)
})

test('every municipality lies in a known FA region and a known SKR group', () => {
  for (const each of municipalities()) {
    assert.ok(faRegion(each.faRegion), each.name)
    assert.notEqual(skrGroupName(each.skrGroup), each.skrGroup)
    assert.match(each.code, /^\d{4}$/)
  }
})

test('the SKR groups of 2023 have their published sizes', () => {
  const sizes = Object.groupBy(municipalities(), (each) => each.skrGroup)
  const counted = Object.fromEntries(Object.entries(sizes).map(([group, list]) => [group, list.length]))
  assert.deepEqual(counted, { A1: 3, A2: 43, B3: 23, B4: 63, B5: 24, C6: 27, C7: 51, C8: 35, C9: 21 })
})

test('every seat lies in Sweden', () => {
  for (const { seat, name } of municipalities()) {
    assert.ok(seat.lat > 55.2 && seat.lat < 68.5 && seat.lon > 10.9 && seat.lon < 24.2, name)
  }
})

test('a municipality is found by code, by name and by its full name', () => {
  for (const text of ['1480', 'göteborg', 'Göteborgs kommun', ' Göteborgs  stad ']) {
    assert.equal(findMunicipality(text)?.code, '1480', text)
  }
  assert.equal(findMunicipality('Region Gotland')?.code, '0980')
  assert.equal(findMunicipality('Alingsås')?.code, '1489')
  assert.equal(findMunicipality('9999'), null)
  assert.equal(municipality('1480')?.county, 'Västra Götaland')
})

test('the 60 FA regions are the default delivery areas and hold every municipality once', () => {
  const areas = defaultDeliveryAreas()
  assert.equal(faRegions().length, 60)
  assert.equal(areas.length, 60)
  const inside = areas.flatMap((each) => each.municipalities)
  assert.equal(inside.length, 290)
  assert.equal(new Set(inside).size, 290)
  assert.ok(areas.every((each) => each.municipalities.length > 0))
})

test('areas that share a border are found, both ways, and Gotland has none', () => {
  const areas = defaultDeliveryAreas()
  const around = (code: string) => neighbouringAreas(code, areas).map((each) => each.name)
  assert.ok(around('FA15').includes('Borås'))
  assert.ok(around('FA15').includes('Trollhättan-Vänersborg'))
  assert.ok(around('FA14').includes('Göteborg'))
  assert.ok(!around('FA15').includes('Stockholm'))
  assert.deepEqual(around('FA20'), [])
  assert.deepEqual(around('unknown'), [])
  const alone = areas.filter((each) => neighbouringAreas(each.code, areas).length === 0)
  assert.deepEqual(
    alone.map((each) => each.name),
    ['Gotland'],
  )
})

test('areas drawn otherwise border by their municipalities', () => {
  const areas = [
    { code: 'north', name: 'Norr', municipalities: ['1482'] },
    { code: 'city', name: 'Stad', municipalities: ['1480', '1481'] },
    { code: 'far', name: 'Långt bort', municipalities: ['2584'] },
  ]
  assert.deepEqual(
    neighbouringAreas('city', areas).map((each) => each.code),
    ['north'],
  )
  assert.ok(neighbouringMunicipalities('1480').includes('1481'))
})

test('SSYK has 10, 46, 147 and 400 groups on its four levels', () => {
  const count = (level: number) => occupations().filter((each) => each.level === level).length
  assert.deepEqual([1, 2, 3, 4].map(count), [10, 46, 147, 400])
  assert.equal(occupationsLevel4().length, 400)
})

test('every SSYK group belongs to the group one level up', () => {
  for (const each of occupations()) {
    if (each.level > 1) assert.ok(ssyk(each.code.slice(0, -1)), `${each.code} ${each.name}`)
  }
})

test('an occupation is found by its code and by the codes that it answers to', () => {
  assert.equal(ssyk('5321')?.name, 'Undersköterskor, hemtjänst, hemsjukvård, äldreboende och habilitering')
  assert.equal(ssyk('5322')?.code, '5321')
  assert.equal(ssyk('1212')?.name, 'Ekonomi- och finanschefer')
  assert.equal(ssyk('9112')?.name, 'Städare')
  assert.equal(ssyk('8332')?.name, 'Lastbilsförare m.fl.')
  assert.equal(ssyk('99999'), null)
  assert.equal(ssyk('abc'), null)
})

test('languages are found by code and by any of their Swedish names', () => {
  for (const [text, code] of [
    ['svenska', 'sv'],
    ['tigrinja', 'ti'],
    ['persiska', 'fa'],
    ['dari', 'prs'],
    ['Somaliska', 'so'],
    ['ar', 'ar'],
    ['polska', 'pl'],
    ['ukrainska', 'uk'],
    ['rumänska', 'ro'],
  ] as const) {
    assert.equal(findLanguage(text)?.code, code, text)
  }
  assert.equal(findLanguage('klingonska'), null)
  assert.equal(language('xx'), null)
})

test('language codes are unique and have names in other languages', () => {
  assert.equal(new Set(languages().map((each) => each.code)).size, languages().length)
  assert.equal(languageName('ar', 'en'), 'Arabic')
  assert.equal(languageName('so', 'sv'), 'Somaliska')
  assert.equal(languageName('smi', 'en'), 'Sami')
  assert.equal(languageName('sv', 'ar'), 'السويدية')
})

test('every table names its publisher', () => {
  for (const [table, publisher] of Object.entries(publishers)) assert.ok(publisher.length > 10, table)
})
