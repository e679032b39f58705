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

function madeOn(on: Day): MadeAssessment {
  const probability = chanceOn(before, on, theTool.scorer)
  const { window, cutPoints } = rulesOn(on).assessment
  const id = assessmentId('00000000-0000-7000-8000-000000000001')
  return {
    id,
    onDay: on,
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
      }
      const can = canAssess(state, rulesOn(day(on)), day(on))
      assert.equal(can.ok ? null : can.problem.code, code)
    })
  }

  test('a closed case is not assessed', () => {
    const state = { noticeOn: day('2022-10-01'), closed: true, latest: null, facts: before }
    const can = canAssess(state, rulesOn(day('2022-10-03')), day('2022-10-03'))
    assert.equal(can.ok ? null : can.problem.code, 'case-closed')
  })
})

describe('an assessment may carry a decision', () => {
  for (const { rule, made, on, changed, code } of validityCases) {
    test(rule, () => {
      const valid = isValidOn(madeOn(day(made)), changed ? after : before, rulesOn(day(on)), day(on))
      assert.equal(valid.ok ? null : valid.problem.code, code)
    })
  }

  test('not when the cut points inside the window have moved its answer', () => {
    const made = { ...madeOn(day('2020-04-20')), probability: 0.475, result: 'near', level: null } as const
    const valid = isValidOn(made, before, rulesOn(day('2020-05-02')), day('2020-05-02'))
    assert.equal(valid.ok ? null : valid.problem.code, 'assessment-other-window')
  })
})

test('days that only pass are no changed fact, an address in another municipality is one', () => {
  assert.deepEqual(changedFacts(before, aPersonsFacts()), [])
  assert.deepEqual(changedFacts(before, aPersonsFacts({ municipalityCode: '1481' })), ['municipalityCode'])
})
