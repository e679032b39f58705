import assert from 'node:assert/strict'
import { test } from 'node:test'
import { percentOf } from './percent-of.ts'

test('a share is 100 per cent only when nothing is left', () => {
  assert.deepEqual(
    [percentOf(399, 400), percentOf(400, 400), percentOf(397, 400), percentOf(1, 3), percentOf(0, 400)],
    [99, 100, 99, 33, 0],
  )
})

test('of nothing there is no share', () => {
  assert.equal(percentOf(0, 0), 0)
})
