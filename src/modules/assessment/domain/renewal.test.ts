import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Day, day } from '../../../kernel/day.ts'
import { assessmentId } from '../../../kernel/ids.ts'
import { rulesOn } from '../../../rules/index.ts'
import { aPersonsFacts, theTool } from '../testing.ts'
import { canAssess, chanceOn, changedFacts, isValidOn, type MadeAssessment, resultOf } from './index.ts'
import { reprofilingCases, validityCases } from './renewal.cases.ts'

const before = aPersonsFacts()
const after = aPersonsFacts({ programme: null })

const now = (facts: typeof before, model = theTool.name) => ({ facts, model })

function madeOn(on: Day): MadeAssessment {
  const probability = chanceOn(before, on, theTool.scorer)
  const { window, cutPoints } = rulesOn(on).assessment
  const id = assessmentId('00000000-0000-7000-8000-000000000001')
  return {
    id,
    onDay: on,
    model: theTool.name,
    probability,
    ...resultOf(probability, cutPoints),
    windowNumber: window.number,
    facts: before,
    waivedBy: [],
  }
}

describe('a new assessment', () => {
  for (const { rule, made, on, told, changed, code } of reprofilingCases) {
    test(rule, () => {
      const latest = made === null ? null : madeOn(day(made))
      const state = {
        noticeOn: told === null ? null : day(told),
        closed: false,
        latest,
        facts: changed ? after : before,
        model: theTool.name,
      }
      const can = canAssess(state, rulesOn(day(on)), day(on))
      assert.equal(can.ok ? null : can.problem.code, code)
    })
  }

  test('a closed case is not assessed', () => {
    const state = { noticeOn: day('2022-10-01'), closed: true, latest: null, facts: before, model: theTool.name }
    const can = canAssess(state, rulesOn(day('2022-10-03')), day('2022-10-03'))
    assert.equal(can.ok ? null : can.problem.code, 'case-closed')
  })
})

describe('an assessment may carry a decision', () => {
  for (const { rule, made, on, changed, code } of validityCases) {
    test(rule, () => {
      const valid = isValidOn(madeOn(day(made)), now(changed ? after : before), rulesOn(day(on)), day(on))
      assert.equal(valid.ok ? null : valid.problem.code, code)
    })
  }

  test('not when the cut points inside the window have moved its answer', () => {
    const made = { ...madeOn(day('2020-04-20')), probability: 0.475, result: 'near', level: null } as const
    const valid = isValidOn(made, now(before), rulesOn(day('2020-05-02')), day('2020-05-02'))
    assert.equal(valid.ok ? null : valid.problem.code, 'assessment-other-window')
  })
})

describe('another model in force than the one that made an assessment', () => {
  const on = day('2022-10-04')
  const rules = rulesOn(on)
  const made = madeOn(day('2022-10-03'))
  const asked = (under: typeof rules, model: string) => {
    const valid = isValidOn(made, now(before, model), under, on)
    const state = { noticeOn: day('2022-10-01'), closed: false, latest: made, ...now(before, model) }
    const can = canAssess(state, under, on)
    return [valid.ok ? null : valid.problem.code, can.ok ? null : can.problem.code]
  }

  test('leaves it standing, for neither the window nor a used fact has changed (programme 4.2)', () => {
    assert.deepEqual(asked(rules, 'a-newer-one'), [null, 'assessed-recently'])
  })

  test('outdates it, and lets it be made again at once, where the rules say so', () => {
    const strict = { ...rules, assessment: { ...rules.assessment, newModelOutdates: true } }
    assert.deepEqual(asked(strict, 'a-newer-one'), ['assessment-other-model', null])
    assert.deepEqual(asked(strict, theTool.name), [null, 'assessed-recently'])
  })
})

test('days that only pass are no changed fact, an address in another municipality is one', () => {
  assert.deepEqual(changedFacts(before, aPersonsFacts()), [])
  assert.deepEqual(changedFacts(before, aPersonsFacts({ municipalityCode: '1481' })), ['municipalityCode'])
})
