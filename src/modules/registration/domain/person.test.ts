import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { must } from '../../../kernel/result.ts'
import { rulesOn } from '../../../rules/index.ts'
import { someDetails } from '../testing.ts'
import { changedFields, homeOf, personFacts } from './person.ts'

const today = day('2022-10-03')
const rules = rulesOn(today)

function refusalOf(details: Parameters<typeof someDetails>[1]) {
  const result = personFacts(someDetails(0, details), today, rules)
  return result.ok ? null : { code: result.problem.code, field: result.problem.field }
}

test('facts take sex and birth from the number and the stated defaults for the rest', () => {
  const facts = must(personFacts(someDetails(1), today, rules))
  assert.equal(facts.sex, 'male')
  assert.equal(facts.birthDate, '1980-05-05')
  assert.equal(facts.wantedExtentPercent, 100)
  assert.equal(facts.availableHours, 40)
  assert.equal(facts.postcode, '41102')
  assert.equal(facts.protection, 'none')
})

test('each fault is told at its field', () => {
  assert.deepEqual(refusalOf({ givenName: ' ' }), { code: 'required', field: 'givenName' })
  assert.deepEqual(refusalOf({ familyName: 'A'.repeat(101) }), { code: 'too-long', field: 'familyName' })
  assert.deepEqual(refusalOf({ street: 'Gata\t1' }), { code: 'control-character', field: 'street' })
  assert.deepEqual(refusalOf({ postcode: '1234' }), { code: 'postcode-format', field: 'postcode' })
  assert.deepEqual(refusalOf({ email: 'sami' }), { code: 'email-format', field: 'email' })
  assert.deepEqual(refusalOf({ phone: 'ring mig' }), { code: 'phone-format', field: 'phone' })
  assert.deepEqual(refusalOf({ municipalityCode: '9999' }), { code: 'unknown-municipality', field: 'municipalityCode' })
  assert.deepEqual(refusalOf({ ssyk: ['5120', '9999'] }), { code: 'unknown-occupation', field: 'ssyk' })
  assert.deepEqual(refusalOf({ registeredFrom: day('2022-10-04') }), { code: 'in-the-future', field: 'registeredFrom' })
  assert.deepEqual(refusalOf({ registeredFrom: day('1979-01-01') }), { code: 'before-birth', field: 'registeredFrom' })
})

test('several faults come back together', () => {
  const result = personFacts(someDetails(0, { givenName: '', email: 'x' }), today, rules)
  assert.equal(result.ok, false)
  assert.deepEqual(!result.ok && result.problem.problems?.map((each) => each.field), ['givenName', 'email'])
})

test('an unknown home is the seat of the municipality, a protected one is nowhere', () => {
  const known = { lat: 57.7, lon: 11.9 }
  assert.deepEqual(homeOf({ municipalityCode: '1480', home: known }), { home: known, homeApproximate: false })
  assert.equal(homeOf({ municipalityCode: '1480' }).homeApproximate, true)
  assert.notEqual(homeOf({ municipalityCode: '1480' }).home, null)
  assert.equal(homeOf({ municipalityCode: '1480', home: known, protection: 'secrecy-mark' }).home, null)
})

test('a changed fact is named, equal lists are not', () => {
  const before = must(personFacts(someDetails(), today, rules))
  const after = must(personFacts(someDetails(0, { familyName: 'Provberg', ssyk: ['5120'] }), today, rules))
  assert.deepEqual(changedFields(before, after), ['familyName'])
})
