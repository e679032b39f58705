import assert from 'node:assert/strict'
import { test } from 'node:test'
import { officeId, organisationId, userId } from '../../../kernel/ids.ts'
import { accessFor } from './access-grounds.ts'
import { letterLanguage } from './letter-language.ts'
import { caseloadOf, officeFor } from './responsibility.ts'

const id = (digit: number) => `00000000-0000-7000-8000-00000000000${digit}`
const gothenburg = { id: officeId(id(1)), municipalityCode: '1480' }
const alsoGothenburg = { id: officeId(id(2)), municipalityCode: '1480' }
const stockholm = { id: officeId(id(3)), municipalityCode: '0180' }

test('the office of the municipality answers, otherwise the nearest, equal ones by key', () => {
  assert.equal(officeFor('0180', [gothenburg, stockholm]), stockholm.id)
  assert.equal(officeFor('1402', [stockholm, gothenburg]), gothenburg.id)
  assert.equal(officeFor('1480', [alsoGothenburg, gothenburg]), gothenburg.id)
  assert.equal(officeFor('1480', []), null)
})

test('each case goes to the caseworker with the fewest, ties by key', () => {
  const [first, second] = [userId(id(4)), userId(id(5))]
  const load = caseloadOf([
    { office: gothenburg.id, caseworker: second, cases: 1 },
    { office: gothenburg.id, caseworker: first, cases: 2 },
  ])
  const given = [1, 2, 3, 4].map(() => load.next(gothenburg.id))
  assert.deepEqual(given, [second, first, second, first])
  assert.equal(load.next(stockholm.id), null)
  assert.equal(load.next(null), null)
})

test('a protected person is seen by named staff only, others by the whole authority', () => {
  const authority = organisationId(id(6))
  const named = [userId(id(4)), userId(id(4))]
  const own = userId(id(7))
  assert.deepEqual(accessFor({ protection: 'none', authority, namedStaff: named, ownUser: own }), [
    { holder: own, ground: 'self' },
    { holder: authority, ground: 'public-duty' },
  ])
  assert.deepEqual(accessFor({ protection: 'fictitious-identity', authority, namedStaff: named, ownUser: null }), [
    { holder: userId(id(4)), ground: 'named-staff' },
  ])
})

test('letters are written in a language the house has', () => {
  assert.deepEqual(['sv', 'en', 'ar', 'so'].map(letterLanguage), ['sv', 'en', 'ar', 'sv-x-latt'])
})
