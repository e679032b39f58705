import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedModel } from './model-in-force.ts'

test('the shipped model is whole, named by its hash, and says that it is synthetic', () => {
  const { name, note, card, scorer } = shippedModel()
  assert.match(name, /^shipped-[0-9a-f]{8}$/)
  assert.match(note.en, /No real person/)
  assert.equal(card.data.synthetic, true)
  assert.ok(scorer.names.includes('registeredDays'))
  assert.equal(shippedModel(), shippedModel())
})
