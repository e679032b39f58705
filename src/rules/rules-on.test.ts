import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day } from '../kernel/day.ts'
import { kronor } from '../kernel/money.ts'
import {
  allParameters,
  changeDays,
  overridden,
  ruleListOn,
  rulesOfVersion,
  rulesOn,
  serviceVersionOn,
} from './index.ts'

test('the service begins on 2020-03-30 and becomes ROM2 on 2023-04-17', () => {
  assert.equal(serviceVersionOn(day('2020-03-30')), 'rom1')
  assert.equal(serviceVersionOn(day('2023-04-16')), 'rom1')
  assert.equal(serviceVersionOn(day('2023-04-17')), 'rom2')
  assert.throws(() => serviceVersionOn(day('2020-03-29')), /did not exist on 2020-03-29/)
  assert.throws(() => rulesOn(day('2020-03-29')), RangeError)
})

test('the rules change on their days and on no other day', () => {
  for (const change of changeDays.slice(1)) {
    assert.notEqual(rulesOn(addDays(change, -1)), rulesOn(change), change)
    assert.equal(rulesOn(addDays(change, -1)).since < change, true)
    assert.equal(rulesOn(change).since, change)
  }
  assert.equal(rulesOn(day('2022-10-03')), rulesOn(day('2022-10-04')))
})

test('the key names the version and the day since which the law has been so', () => {
  assert.equal(rulesOn(day('2022-10-03')).key, 'rom1@2022-09-08')
  assert.equal(rulesOn(day('2024-02-29')).key, 'rom2@2023-04-17')
  const keys = changeDays.map((each) => rulesOn(each).key)
  assert.equal(new Set(keys).size, keys.length)
})

test('a named version answers on any day, as it stood nearest to that day', () => {
  assert.equal(rulesOfVersion('rom2', day('2021-03-01')), rulesOn(day('2023-04-17')))
  assert.equal(rulesOfVersion('rom1', day('2024-03-01')), rulesOn(day('2023-04-16')))
  assert.equal(rulesOfVersion('rom1', day('2019-03-01')), rulesOn(day('2020-03-30')))
  assert.equal(rulesOfVersion('rom1', day('2022-10-03')), rulesOn(day('2022-10-03')))
})

test('rules cannot be changed in place', () => {
  const rules = rulesOn(day('2022-10-03'))
  assert.throws(() => Object.assign(rules.market, { radiusKm: 1 }), TypeError)
  assert.throws(() => Object.assign(rules.assessment.window, { registeredDays: 1 }), TypeError)
})

test('an overridden set changes only what it names, and leaves the law as it was', () => {
  const law = rulesOn(day('2023-06-01'))
  const baseFeeOre = { A: kronor(1), B: kronor(2), C: kronor(3) }
  const changed = overridden(law, { compensation: { baseFeeOre }, market: { radiusKm: 50 } })
  assert.deepEqual(changed.compensation.baseFeeOre, baseFeeOre)
  assert.equal(changed.market.radiusKm, 50)
  assert.deepEqual(changed.compensation.outcomePaymentOre, law.compensation.outcomePaymentOre)
  assert.equal(changed.delivery, law.delivery)
  assert.equal(law.compensation.baseFeeOre, null)
  assert.equal(law.market.radiusKm, 100)
  assert.notEqual(changed.key, law.key)
})

test('each parameter is named after its module and key', () => {
  for (const { module, key, parameter } of allParameters) assert.equal(parameter.name, `${module}.${key}`)
  assert.equal(new Set(allParameters.map((each) => each.parameter.name)).size, allParameters.length)
})

test('every value has a source with a title, a publisher and a section, and a provenance', () => {
  for (const { parameter } of allParameters) {
    for (const { source, provenance } of parameter.values) {
      assert.ok(source.title.length > 3 && source.publisher.length > 2, parameter.name)
      assert.match(source.section, /^\d+(\.\d)?$/, parameter.name)
      assert.match(provenance, /^[CSDA]$/, parameter.name)
      if (source.address !== null) assert.equal(new URL(source.address).protocol, 'https:')
      if (source.publisher === 'Krom') assert.equal(provenance, 'A', `${parameter.name}: our own word confirms nothing`)
    }
  }
})

test('every parameter is described in Swedish and English', () => {
  for (const { parameter } of allParameters) {
    assert.ok(parameter.sv.length > 3 && parameter.en.length > 3, parameter.name)
    assert.notEqual(parameter.sv, parameter.en, parameter.name)
  }
})

test('the list of a day shows what governs it, with the last day before a change', () => {
  const list = ruleListOn(day('2022-10-03'))
  const window = list.find((each) => each.name === 'assessment.window')
  assert.deepEqual([window?.module, window?.from, window?.to], ['assessment', '2022-09-08', '2023-02-28'])
  const radius = list.find((each) => each.name === 'market.radiusKm')
  assert.deepEqual([radius?.value, radius?.unit, radius?.to, radius?.provenance], [100, 'km', null, 'A'])
  assert.equal(
    list.find((each) => each.name === 'market.participantsPerAdviser'),
    undefined,
  )
  assert.deepEqual(ruleListOn(day('2020-03-29')), [])
  assert.equal(JSON.parse(JSON.stringify(list)).length, list.length)
})

test('the list and the rules of a day agree', () => {
  for (const on of changeDays) {
    const rules = rulesOn(on) as unknown as Record<string, Record<string, unknown>>
    for (const { name, value } of ruleListOn(on)) {
      const [module = '', key = ''] = name.split('.')
      assert.deepEqual(rules[module]?.[key], value, name)
    }
  }
})
