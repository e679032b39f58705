import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyRow, hoursOf, rowsOf, sentRows, withOwnWork } from './plan-rows.ts'

test('the hours of a plan are the sum of its lines, and a line without a number counts nothing', () => {
  const rows = [
    { ...emptyRow(0, 'digital'), hours: '2,5' },
    { ...emptyRow(1, 'guidance'), hours: '' },
    { ...emptyRow(2, 'own-work'), hours: '30' },
  ]
  assert.equal(hoursOf(rows), 32.5)
})

test('own work fills exactly the hours that are missing', () => {
  const rows = [{ ...emptyRow(0, 'digital'), hours: '2,5' }]
  const filled = withOwnWork(rows, 37.5)
  assert.equal(hoursOf(filled), 40)
  assert.deepEqual(
    filled.map((row) => row.code),
    ['digital', 'own-work'],
  )
  assert.equal(hoursOf(withOwnWork(filled, 5)), 45)
  assert.equal(withOwnWork(filled, 5).length, 2)
})

test('only a short course sends its hours in all and its vacancy', () => {
  const rows = rowsOf([{ code: 'digital', hoursPerWeek: 2, mode: 'physical', content: null }])
  assert.deepEqual(sentRows(rows), [{ code: 'digital', hoursPerWeek: 2, mode: 'physical', content: null }])
})
