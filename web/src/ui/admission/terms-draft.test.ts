import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offeredRequirements, termsBodyOf, termsValues } from './terms-draft.ts'

const today = '2022-10-03'
const areas = [
  { code: 'A', priceModelB: '2' as const },
  { code: 'B', priceModelB: null },
]

test('a first version offers one empty requirement a topic, and asks only what is ticked', () => {
  assert.equal(offeredRequirements(null, today).length, 8)
  const values = termsValues(null, today)
  assert.deepEqual(termsBodyOf(values, { before: null, today, areas }).requirements, [])
  const asked = { ...values, 'asked.lease': true, 'sv.lease': ' Lokaler ', 'en.lease': 'Premises', 'areas.A': true }
  const body = termsBodyOf(asked, { before: null, today, areas })
  assert.deepEqual(
    body.requirements.map((one) => [one.code, one.kind, one.sv, one.from]),
    [['lease', 'judged', 'Lokaler', today]],
  )
  assert.deepEqual(body.areas, [{ code: 'A', priceModel: '2' }])
  assert.equal(body.applyLastDay, null)
})

test('a new version keeps the codes, days and price models of the one before', () => {
  const first = termsBodyOf(
    { ...termsValues(null, today), 'asked.lease': true, 'sv.lease': 'Lokaler', 'areas.B': true },
    { before: null, today, areas },
  )
  const before = { ...first, areas: [{ code: 'B', priceModel: '2' as const }] } as never
  const again = termsBodyOf(termsValues(before, '2023-01-01'), { before, today: '2023-01-01', areas })
  assert.deepEqual(again.requirements, first.requirements)
  assert.deepEqual(again.areas, [{ code: 'B', priceModel: '2' }])
  assert.equal(again.applyFrom, '2023-01-01')
})
