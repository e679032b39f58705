import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { caseId, isUuid, personId } from './ids.ts'

test('an id is a UUID in lower case', () => {
  assert.equal(personId('0190A6B2-7C4D-7E8F-9A0B-1C2D3E4F5061'), '0190a6b2-7c4d-7e8f-9a0b-1c2d3e4f5061')
  assert.throws(() => personId('42'), /not a UUID for PersonId: "42"/)
  assert.throws(() => caseId(''), /CaseId/)
  assert.throws(() => caseId(' 0190a6b2-7c4d-7e8f-9a0b-1c2d3e4f5061'), RangeError)
  assert.equal(isUuid('0190a6b2-7c4d-7e8f-9a0b-1c2d3e4f506g'), false)
})

test('property: every UUID is an id whatever its case, and no UUID with a character more or less is', () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      assert.equal(personId(uuid), uuid)
      assert.equal(personId(uuid.toUpperCase()), uuid)
      assert.equal(isUuid(`${uuid}0`), false)
      assert.equal(isUuid(uuid.slice(1)), false)
    }),
  )
})
