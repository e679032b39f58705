import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addDays, day } from '../../../kernel/day.ts'
import { rulesOn } from '../../../rules/index.ts'
import { aPersonsFacts } from '../testing.ts'
import { expectedOfProviders, type ProviderExpected, providersShown } from './provider-expectation.ts'
import { countPerson, emptyTally, type WindowLaw } from './window-comparison.ts'

const on = day('2022-10-03')
const before: WindowLaw = {
  window: rulesOn(on).assessment.window,
  cutPoints: { nearFrom: 0.5, levelAFrom: 0.44, levelBFrom: 0.34, farBelow: 0.25 },
}
/** Who is at level A or B under the first is near under the second. */
const after: WindowLaw = {
  ...before,
  cutPoints: { nearFrom: 0.33, levelAFrom: 0.32, levelBFrom: 0.31, farBelow: 0.2 },
}
const cost = (level: 'A' | 'B' | 'C', municipality: string) =>
  ({ A: 100, B: 200, C: 300 })[level] + (municipality === '0380' ? 50 : 0)

/** So many people of a municipality with a chance. */
function counted(...people: [count: number, municipalityCode: string, chance: number][]) {
  const tally = emptyTally()
  for (const [count, municipalityCode, probability] of people) {
    const facts = aPersonsFacts({ registeredFrom: addDays(on, -300), programme: null, municipalityCode })
    for (let i = 0; i < count; i += 1) countPerson(tally, { facts, probability }, { before, after, on, cost })
  }
  return tally
}
const aProvider = (providerId: string, participants: number) => ({ providerId, name: `${providerId} AB`, participants })
const near = (actual: number | undefined, expected: number) =>
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < 1e-9, `${actual} is not ${expected}`)
const sideOf = (rows: readonly ProviderExpected[], id: string | null, side: 'before' | 'after') =>
  rows.find((row) => row.providerId === id)?.sides[side] ?? assert.fail(`no row of ${id}`)

describe('what each provider would expect of a switch of window (programme 4.2)', () => {
  const areas = [
    { municipalities: ['0180', '0380'], providers: [aProvider('p1', 30), aProvider('p2', 10)] },
    { municipalities: ['1480'], providers: [aProvider('p2', 5)] },
    { municipalities: ['2480'], providers: [] },
  ]
  const tally = counted([40, '0180', 0.3], [20, '0380', 0.4], [10, '1480', 0.3], [8, '2480', 0.3])
  const rows = expectedOfProviders(tally, areas, cost)

  test('splits those who may be referred by the share of participants in the area, level by level', () => {
    near(sideOf(rows, 'p1', 'before').C.people, 30)
    near(sideOf(rows, 'p1', 'before').B.people, 15)
    near(sideOf(rows, 'p2', 'before').C.people, 10 + 10)
    near(sideOf(rows, 'p2', 'before').B.people, 5)
    near(sideOf(rows, 'p1', 'after').B.people, 0)
    near(sideOf(rows, 'p1', 'after').C.people, 30)
  })

  test('expects as many outcomes as the chances say, and what a referral commits at the level and the place', () => {
    near(sideOf(rows, 'p1', 'before').C.outcomes, 30 * 0.3)
    near(sideOf(rows, 'p1', 'before').B.outcomes, 15 * 0.4)
    near(sideOf(rows, 'p1', 'before').C.revenueOre, 30 * 300)
    near(sideOf(rows, 'p1', 'before').B.revenueOre, 15 * 250)
  })

  test('keeps those whose area has no provider in service, or no area, apart', () => {
    near(sideOf(rows, null, 'before').C.people, 8)
    assert.equal(expectedOfProviders(counted([6, '2580', 0.3]), areas, cost)[0]?.providerId, null)
  })

  test('gives the providers together what all who may be referred would commit', () => {
    for (const side of ['before', 'after'] as const) {
      const all = rows.reduce(
        (sum, { sides }) => sum + sides[side].A.revenueOre + sides[side].B.revenueOre + sides[side].C.revenueOre,
        0,
      )
      near(all, side === 'before' ? tally.all.costBeforeOre : tally.all.costAfterOre)
    }
  })
})

describe('what is shown of it', () => {
  test('is rounded to steps of the smallest number shown, so that nobody is known by it', () => {
    const areas = [{ municipalities: ['0180'], providers: [aProvider('p1', 1)] }]
    const shownOf = (people: number) =>
      providersShown(expectedOfProviders(counted([people, '0180', 0.28]), areas, cost), 5)[0]
    assert.deepEqual(shownOf(23), {
      providerId: 'p1',
      name: 'p1 AB',
      before: { people: 25, outcomes: 7, revenueOre: 7500 },
      after: { people: 25, outcomes: 7, revenueOre: 7500 },
    })
    assert.deepEqual(shownOf(25), shownOf(23))
    assert.deepEqual(shownOf(2)?.before, { people: 0, outcomes: 0, revenueOre: 0 })
    assert.deepEqual(shownOf(3)?.before.people, 5)
  })
})
