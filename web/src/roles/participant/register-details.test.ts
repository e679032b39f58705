import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiProblem } from '../../api/problem.ts'
import { readArea } from './read-area.ts'
import { atFields, firstDetails, registerBodyOf } from './register-details.ts'

test('the name from the sign-in and the language of the page are filled in', () => {
  const details = firstDetails('Amina Hassan Ali', 'sv-x-latt')
  assert.deepEqual([details.givenName, details.familyName, details.language], ['Amina', 'Hassan Ali', 'sv'])
})

test('what is left empty is told as unknown, and no number is sent', () => {
  const values = { ...firstDetails('Amina Ali', 'ar'), disability: 'yes', occupation: '5', email: ' ', extent: '50' }
  const { details, channel } = registerBodyOf(values)
  assert.equal(channel, 'digital')
  assert.deepEqual([details.email, details.ssyk, details.wantedExtentPercent], [null, ['5'], 50])
  assert.equal(details.disability, true)
  assert.equal('identityNumber' in details, false)
})

test('a problem finds its field in the form, whether its path begins in the body or in the details', () => {
  const problem = new ApiProblem({
    type: '',
    title: '',
    status: 422,
    code: 'not-valid',
    problems: [
      { code: 'postcode-format', field: 'postcode', title: 'a' },
      { code: 'not-valid', field: 'details.municipalityCode', title: 'b' },
      { code: 'unknown-occupation', field: 'ssyk', title: 'c' },
    ],
  })
  assert.deepEqual(
    atFields(problem).fieldProblems.map((one) => one.field),
    ['postcode', 'municipalityCode', 'occupation'],
  )
})

test('an operation is told as the part of the case that it concerns', () => {
  const told = { getPerson: 'person', listLetters: 'letter', decideReport: 'service', chooseProvider: 'choice' }
  for (const [operation, area] of Object.entries(told)) assert.equal(readArea(operation), area, operation)
  assert.equal(readArea('somethingNew'), 'case')
})
