import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, day } from '../../../kernel/day.ts'
import { period } from '../../../kernel/period.ts'
import { spellCases } from './spells.cases.ts'
import { currentSpellStart, registeredDays } from './spells.ts'

for (const { rule, from, earlier, on, days } of spellCases) {
  test(`registered days, ${rule}`, () => {
    const spells = earlier.map(([start, end]) => period(day(start), day(end)))
    assert.equal(registeredDays(currentSpellStart(day(from), spells, 30), day(on)), days)
  })
}

test('a spell never begins later for knowing an earlier one, and a longer break joins no fewer', () => {
  const origin = day('2020-01-01')
  const spell = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 200 }))
  fc.assert(
    fc.property(fc.array(spell, { maxLength: 6 }), fc.integer({ min: 0, max: 60 }), (pairs, breakDays) => {
      const spells = pairs.map(([at, length]) => period(addDays(origin, at), addDays(origin, at + length)))
      const from = addDays(origin, 1100)
      const start = currentSpellStart(from, spells, breakDays)
      assert.ok(start <= from)
      assert.ok(currentSpellStart(from, spells, breakDays + 1) <= start)
    }),
  )
})
