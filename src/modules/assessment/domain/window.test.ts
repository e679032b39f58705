import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, day } from '../../../kernel/day.ts'
import { rulesOn, type Window } from '../../../rules/index.ts'
import { aPersonsFacts } from '../testing.ts'
import { criteriaOn, resultOf, windowResult } from './index.ts'
import { criteriaCases, cutPointCases } from './window.cases.ts'

describe('the criteria of a window', () => {
  for (const one of criteriaCases) {
    test(one.rule, () => {
      const on = day(one.on)
      const facts = aPersonsFacts({
        programme: one.programme,
        registeredFrom: addDays(on, -one.days),
        birthDate: day(`${Number(one.on.slice(0, 4)) - one.age}${one.on.slice(4)}`),
        wantedExtentPercent: one.extent,
      })
      const unmet = criteriaOn(facts, rulesOn(on).assessment.window, on).filter((criterion) => !criterion.met)
      assert.deepEqual(
        unmet.map((criterion) => criterion.name),
        one.unmet,
      )
    })
  }

  test('an exception waives its criterion and no other, and never a cut point', () => {
    const on = day('2022-10-03')
    const law = rulesOn(on).assessment
    const window: Window = {
      ...law.window,
      programmes: ['JOB'],
      exceptions: [{ code: 'newly-moved', sv: 'x', en: 'x', waives: 'registered-days' }],
    }
    const facts = aPersonsFacts({ programme: null, registeredFrom: day('2022-09-30') })
    const met = criteriaOn(facts, window, on, ['newly-moved']).map((criterion) => criterion.met)
    assert.deepEqual(met, [true, false, true])
    assert.equal(windowResult(0.9, facts, { ...law, window }, on, ['newly-moved']).referable, false)
  })
})

describe('the cut points', () => {
  for (const { rule, probability, result, level } of cutPointCases) {
    test(rule, () => {
      assert.deepEqual(resultOf(probability, rulesOn(day('2022-10-03')).assessment.cutPoints), { result, level })
    })
  }

  test('a better chance never gives a level further from work, in any window', () => {
    const order = ['far', 'C', 'B', 'A', 'near']
    const rank = (p: number, on: ReturnType<typeof day>) => {
      const { result, level } = resultOf(p, rulesOn(on).assessment.cutPoints)
      return order.indexOf(level ?? result)
    }
    const days = ['2020-04-01', '2020-06-01', '2021-01-01', '2021-09-01', '2022-01-01', '2022-10-03', '2023-05-01'].map(
      day,
    )
    const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true })
    fc.assert(
      fc.property(chance, chance, fc.constantFrom(...days), (a, b, on) => {
        assert.ok(rank(Math.min(a, b), on) <= rank(Math.max(a, b), on))
      }),
    )
  })
})
