import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readNumber } from './typed-effect.ts'

test('reads a number as people write it, and nothing else', () => {
  const read = ['0,25', ' −0.1 ', '+2', '.5', '3,'].map(readNumber)
  assert.deepEqual(read, [0.25, -0.1, 2, 0.5, 3])
  for (const typed of ['', '-', '1 2', '1e3', '0,2,5', 'ett']) assert.equal(readNumber(typed), null, typed)
})
