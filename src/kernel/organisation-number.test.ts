import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { completeOrganisationNumber, formatOrganisationNumber, parseOrganisationNumber } from './organisation-number.ts'

function read(text: string): string {
  const parsed = parseOrganisationNumber(text)
  return parsed.ok ? parsed.value : parsed.problem.code
}

const anyNumber = fc
  .tuple(fc.integer({ min: 10, max: 99 }), fc.integer({ min: 2, max: 9 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([first, third, rest]) => completeOrganisationNumber(`${first}${third}${String(rest).padStart(6, '0')}`))

test('a public authority’s number is read in each way it is written', () => {
  for (const text of ['202100-2114', '2021002114', '16202100-2114', '162021002114', ' 202100-2114 ']) {
    assert.equal(read(text), '2021002114')
  }
})

test('each fault has its word', () => {
  assert.equal(read(' '), 'required')
  assert.equal(read('202100-211'), 'not-digits')
  assert.equal(read('202100+2114'), 'not-digits')
  assert.equal(read('20210O-2114'), 'not-digits')
  assert.equal(read('192021002114'), 'not-digits')
  assert.equal(read('202100-2115'), 'check-digit')
  assert.equal(read('880712-9930'), 'not-an-organisation')
  assert.throws(() => completeOrganisationNumber('880712993'), RangeError)
  assert.throws(() => completeOrganisationNumber('20210021'), RangeError)
})

test('property: a number survives being written and read', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      assert.equal(read(number), number)
      assert.equal(read(formatOrganisationNumber(number)), number)
      assert.equal(read(`16${number}`), number)
      assert.match(formatOrganisationNumber(number), /^\d{6}-\d{4}$/)
    }),
  )
})

test('property: one wrong digit is never read as the same kind of number', () => {
  fc.assert(
    fc.property(anyNumber, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
      const wrong = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1)
      assert.ok(['check-digit', 'not-an-organisation'].includes(read(wrong)))
    }),
  )
})
