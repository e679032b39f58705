import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiProblem, localProblem, saidBy } from './problem.ts'

test('a refusal names every field that needs correcting', () => {
  const several = new ApiProblem({
    type: '/problems/not-valid',
    title: 'Något stämmer inte',
    status: 422,
    code: 'not-valid',
    problems: [
      { code: 'required', title: 'Skälet saknas', field: 'reason' },
      { code: 'changed', title: 'Ärendet har ändrats' },
    ],
  })
  assert.deepEqual(
    several.fieldProblems.map((one) => one.field),
    ['reason'],
  )
  const one = new ApiProblem({ type: '', title: 'Fel dag', status: 422, code: 'in-the-future', field: 'on' })
  assert.deepEqual(
    one.fieldProblems.map((found) => found.field),
    ['on'],
  )
})

test('only a lost or broken answer leaves it unsure whether the write was done', () => {
  assert.equal(localProblem('offline').isUnsure, true)
  assert.equal(new ApiProblem({ type: '', title: '', status: 503, code: 'went-wrong' }).isUnsure, true)
  assert.equal(new ApiProblem({ type: '', title: '', status: 409, code: 'conflict' }).isUnsure, false)
})

test('a problem is said as what is wrong and what to do', () => {
  assert.equal(saidBy({ title: 'Skälet saknas', detail: 'Skriv en mening.' }), 'Skälet saknas. Skriv en mening.')
  assert.equal(saidBy({ title: 'Är du säker?', detail: 'Svara ja.' }), 'Är du säker? Svara ja.')
  assert.equal(saidBy({ title: 'Skälet saknas' }), 'Skälet saknas')
})
