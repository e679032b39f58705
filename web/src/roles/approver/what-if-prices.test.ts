import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPrices, typedOre } from './what-if-prices.ts'

test('kronor are read as people write them, and nothing else is', () => {
  assert.equal(typedOre('1 210'), 121_000)
  assert.equal(typedOre(' 1\u00a0210,5 kr '), 121_050)
  assert.equal(typedOre('0.05'), 5)
  assert.equal(typedOre('10000000'), 1_000_000_000)
  for (const wrong of ['', '-5', '12,345', '10000000,01', 'tusen', '1,2,3']) assert.equal(typedOre(wrong), null, wrong)
})

test('prices are given together, and one price of level B holds for both models', () => {
  const none = { A: '', B1: ' ', B2: '', C: '' }
  assert.deepEqual(readPrices(none), { is: 'empty' })
  const all = { A: '1000', B1: '1200', B2: '1500', C: '2000' }
  assert.deepEqual(readPrices(all), {
    is: 'read',
    prices: { A: 100_000, B: { model1: 120_000, model2: 150_000 }, C: 200_000 },
  })
  assert.deepEqual(readPrices({ ...all, B2: '' }), { is: 'read', prices: { A: 100_000, B: 120_000, C: 200_000 } })
})

test('what is missing and what cannot be read are told apart', () => {
  assert.deepEqual(readPrices({ A: '1000', B1: '', B2: 'x', C: '' }), {
    is: 'unread',
    missing: ['B1', 'C'],
    wrong: ['B2'],
  })
})
