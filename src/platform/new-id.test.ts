import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isUuid } from '../kernel/ids.ts'
import { newId } from './new-id.ts'

test('ids are different, are version 7 and stand in the order they were made in', () => {
  const ids = Array.from({ length: 20_000 }, () => newId<string>())
  assert.deepEqual(ids, ids.toSorted())
  assert.equal(new Set(ids).size, ids.length)
  for (const id of ids.slice(0, 100)) {
    assert.ok(isUuid(id))
    assert.equal(id[14], '7')
  }
})
