import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typedNumber } from './typed-number.ts'

test('hours are read with a comma as with a point', () => {
  assert.equal(typedNumber('2,5'), 2.5)
  assert.equal(typedNumber(' 40 '), 40)
  assert.equal(typedNumber('7.25'), 7.25)
})

test('what is no number is null, never zero', () => {
  assert.equal(typedNumber(''), null)
  assert.equal(typedNumber('fyra'), null)
  assert.equal(typedNumber('1 2'), null)
})
