import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiProblem } from '../../api/problem.ts'
import { changedDetails, emptyDetails, sentDetails, withShortFields } from './person-details.ts'

test('what is left empty is sent as none, numbers as numbers, codes as a list', () => {
  const sent = sentDetails({
    ...emptyDetails,
    givenName: ' Sami ',
    ssyk: '5120, 9412',
    availableHours: '20',
    street: '',
  })
  assert.equal(sent.givenName, 'Sami')
  assert.equal(sent.street, null)
  assert.equal(sent.availableHours, 20)
  assert.deepEqual(sent.ssyk, ['5120', '9412'])
  assert.equal(sent.registeredFrom, undefined)
})

test('a correction sends only what changed', () => {
  const known = { ...emptyDetails, givenName: 'Sami', phone: '070-1' }
  assert.deepEqual(changedDetails({ ...known, phone: '' }, known), { phone: null })
  assert.deepEqual(changedDetails(known, known), {})
})

test('a refusal names the form’s own field, whichever way the API says it', async () => {
  const problems = [
    { code: 'required', title: 'x', field: 'details.givenName' },
    { code: 'postcode-format', title: 'y', field: 'postcode' },
    { code: 'unknown-occupation', title: 'z', field: 'changes.ssyk.0' },
  ]
  const refused = new ApiProblem({ type: 't', title: 'many', status: 422, code: 'not-valid', problems })
  const failed = await withShortFields(Promise.reject(refused)).catch((error: unknown) => error)
  assert.ok(failed instanceof ApiProblem)
  assert.deepEqual(
    failed.fieldProblems.map(({ field }) => field),
    ['givenName', 'postcode', 'ssyk'],
  )
})
