import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWhole } from './whole-number.ts'

test('a number is read as people type it, and what is none is told apart from nothing', () => {
  assert.equal(readWhole('1 200 000'), 1_200_000)
  assert.equal(readWhole('1\u00a0200'), 1_200)
  assert.equal(readWhole('−5'), -5)
  assert.equal(readWhole('2,5'), 2.5)
  assert.equal(readWhole(' '), null)
  assert.equal(readWhole('många'), undefined)
  assert.equal(readWhole('1e9'), undefined)
})
