import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../../../kernel/day.ts'
import { seeded } from '../../../../kernel/random.ts'
import { windowNumbered } from '../../../../rules/index.ts'
import { aPersonsFacts, theTool } from '../../testing.ts'
import type { AssessmentFacts } from '../facts.ts'
import { type CurveChange, editCurve } from './edit-curve.ts'
import { effectDimensions, effectTally, withoutSmallCounts } from './edit-effect.ts'
import { scorerOf } from './scorer.ts'

const shipped = theTool.scorer.model
const on = day('2022-10-03')
const law = windowNumbered(5, on)

function people(count: number): AssessmentFacts[] {
  const random = seeded('edit-effect')
  return Array.from({ length: count }, () =>
    aPersonsFacts({
      sex: random.pick(['female', 'male'] as const),
      disability: random.next() < 0.2,
      education: random.pick(['compulsory', 'upper-secondary', 'post-secondary'] as const),
      birthRegion: random.pick(['sweden', 'nordic', 'europe', 'world'] as const),
      birthDate: day(`${1960 + random.int(44)}-06-01`),
      registeredFrom: day(`20${16 + random.int(6)}-0${1 + random.int(9)}-01`),
      programme: random.pick([null, 'JOB', 'UGA'] as const),
      municipalityGroup: random.pick(['A1', 'B3', 'C6']),
    }),
  )
}

function effectOf(change: CurveChange, everyone: readonly AssessmentFacts[]) {
  const made = editCurve(shipped, change)
  assert.ok(made.ok)
  const tally = effectTally(scorerOf(shipped), scorerOf(made.value), law, on)
  for (const facts of everyone) tally.add(facts)
  return tally.effect()
}

const softer: CurveChange = { term: 'disability', bins: { from: 2, to: 2 }, how: 'set', effect: 0 }

describe('the effect of an edited curve', () => {
  const everyone = people(600)
  const effect = effectOf(softer, everyone)

  test('counts each person once in each way of grouping, and every change of answer once', () => {
    assert.equal(effect.people, 600)
    for (const dimension of effectDimensions) {
      const own = effect.groups.filter((one) => one.dimension === dimension)
      assert.ok(own.length >= 2, dimension)
      assert.equal(
        own.reduce((sum, one) => sum + one.people, 0),
        600,
      )
      assert.equal(
        own.reduce((sum, one) => sum + one.changed, 0),
        effect.changed,
      )
      assert.equal(
        own.reduce((sum, one) => sum + one.yesAfter, 0),
        effect.yesAfter,
      )
    }
    assert.equal(
      effect.moves.reduce((sum, one) => sum + one.people, 0),
      effect.changed,
    )
    assert.ok(effect.changed > 0)
  })

  test('falls on those whose value was edited and on nobody else', () => {
    const of = (group: string) => effect.groups.find((one) => one.dimension === 'disability' && one.group === group)
    assert.equal(of('no')?.changed, 0)
    assert.equal(of('no')?.meanBefore, of('no')?.meanAfter)
    assert.ok((of('yes')?.meanAfter ?? 0) > (of('yes')?.meanBefore ?? 1))
    assert.ok(effect.largestRise > 0)
    assert.equal(effect.largestFall, 0)
  })

  test('says that nobody can know yet how well the new chances match', () => {
    assert.equal(effect.calibration, 'not-measured')
  })

  test('hides numbers that are too small to tell, and those that would tell them', () => {
    const given = people(40).map((one, index) => ({
      ...one,
      municipalityGroup: index < 3 ? 'C6' : index < 12 ? 'B3' : 'A1',
    }))
    const shown = withoutSmallCounts(effectOf(softer, given), 5)
    const byGroup = Object.fromEntries(
      shown.groups.filter((one) => one.dimension === 'municipalityGroup').map((one) => [one.group, one.people]),
    )
    assert.deepEqual(byGroup, { A1: 28, B3: null, C6: null })
    const hidden = shown.groups.find((one) => one.group === 'C6')
    assert.deepEqual([hidden?.meanBefore, hidden?.meanAfter], [null, null])
  })

  test('never shows 1 to 4 people, nor all but one of the groups that add up to a shown total', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.constantFrom(-2, -0.5, 0.25, 1), (count, by) => {
        const shown = withoutSmallCounts(effectOf({ ...softer, how: 'shift', by }, people(count)), 5)
        for (const name of ['people', 'changed', 'yesBefore', 'yesAfter'] as const) {
          for (const one of [shown, ...shown.groups])
            assert.ok(!([1, 2, 3, 4] as (number | null)[]).includes(one[name]))
          for (const dimension of effectDimensions) {
            const hidden = shown.groups.filter((one) => one.dimension === dimension && one[name] === null)
            assert.ok(shown[name] === null || hidden.length !== 1, `${name} of one ${dimension} follows from the total`)
          }
        }
      }),
      { numRuns: 60, seed: 3 },
    )
  })
})
