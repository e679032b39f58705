import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Day, day } from '../../../kernel/day.ts'
import { seeded } from '../../../kernel/random.ts'
import { rulesOn } from '../../../rules/index.ts'
import { aPersonOfStock, aPersonsFacts, theTool } from '../testing.ts'
import { type AssessmentFacts, type Change, chanceOn, whatWouldChange, windowResult } from './index.ts'

const today = day('2022-10-03')
/** Days in windows 2 to 6, the last of them with a condition on age and extent. */
const days = ['2021-01-15', '2021-09-20', '2022-02-01', '2022-10-03', '2023-05-01'].map(day)

function answerOn(facts: AssessmentFacts, on: Day, lawOn: Day): Change['answer'] & { probability: number } {
  const probability = chanceOn(facts, on, theTool.scorer)
  const { result, level, referable } = windowResult(probability, facts, rulesOn(lawOn).assessment, on)
  return { result, level, referable, probability }
}

const changesOf = (facts: AssessmentFacts, on = today): Change[] =>
  whatWouldChange({ facts, on, law: rulesOn(on).assessment, waivedBy: [] }, theTool)

describe('what would change the result', () => {
  test('really changes it when it is done, in every generated case, and to what was said', () => {
    let found = 0
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom(...days), (seed, on) => {
        const facts = aPersonOfStock(seeded(seed))
        const { probability: _now, ...before } = answerOn(facts, on, on)
        for (const change of changesOf(facts, on)) {
          found += 1
          const { probability, ...after } = answerOn(change.facts, change.on, on)
          assert.notDeepEqual(after, before)
          assert.deepEqual(after, change.answer)
          assert.equal(probability, change.probability)
        }
      }),
      { numRuns: 400 },
    )
    assert.ok(found > 400, `only ${found} were found`)
  })

  test('never asks for another age, sex, birth, health or home', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const facts = aPersonOfStock(seeded(seed))
        const kept = ['sex', 'birthDate', 'birthRegion', 'disability', 'municipalityCode', 'programme'] as const
        for (const change of changesOf(facts)) {
          for (const name of kept) assert.equal(change.facts[name], facts[name])
          assert.ok(change.of.length === 1 || change.of.length === 2)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('says when the registered days will suffice', () => {
    const facts = aPersonsFacts({
      registeredFrom: day('2022-07-01'),
      birthRegion: 'world',
      education: 'compulsory',
      registeredDaysTenYears: 900,
    })
    const [wait] = changesOf(facts)
    assert.deepEqual(wait?.of, [{ name: 'registeredDays', to: 180 }])
    assert.equal(wait?.on, '2022-12-28')
    assert.equal(wait?.answer.referable, true)
  })

  test('lets who seeks nothing choose an occupation, and says what it gives', () => {
    const facts = aPersonsFacts({
      ssyk: [],
      birthDate: day('1980-01-01'),
      birthRegion: 'world',
      education: 'compulsory',
    })
    const occupations = changesOf(facts).filter(({ of }) => of.some(({ name }) => name === 'occupation'))
    assert.ok(occupations.length > 0)
    for (const { facts: changed } of occupations) assert.equal(changed.ssyk.length, 1)
  })

  test('says none when nothing a person can change, and no waiting, gives another answer', () => {
    const facts = aPersonsFacts({ disability: true, birthDate: day('1959-01-01'), registeredFrom: day('2013-01-01') })
    assert.deepEqual(changesOf(facts), [])
  })
})
