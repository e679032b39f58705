import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { rulesOn } from '../../../rules/index.ts'
import { answerReview, askForReview } from './index.ts'

const on = day('2022-10-03')
const rules = rulesOn(on)
const asked = { assessmentId: 'a1', answerBy: day('2022-10-17'), answered: false }

describe('a person may ask that a human looks at the assessment again (programme 4.2)', () => {
  test('and has an answer within ten working days', () => {
    const made = askForReview({ closed: false, latestId: 'a1', asked: null }, rules, on)
    assert.deepEqual(made, { ok: true, value: { assessmentId: 'a1', answerBy: '2022-10-17' } })
  })

  test('over a holiday the last day moves with it', () => {
    const made = askForReview({ closed: false, latestId: 'a1', asked: null }, rules, day('2022-12-20'))
    assert.equal(made.ok && made.value.answerBy, '2023-01-04')
  })

  test('again when the earlier wish has been answered, but not while it waits', () => {
    const again = askForReview({ closed: false, latestId: 'a1', asked: { ...asked, answered: true } }, rules, on)
    assert.equal(again.ok, true)
    const waits = askForReview({ closed: false, latestId: 'a1', asked }, rules, on)
    assert.deepEqual(waits.ok ? null : waits.problem, { code: 'review-waits', values: { answerBy: '2022-10-17' } })
  })

  test('not without an assessment, and not in a closed case', () => {
    const none = askForReview({ closed: false, latestId: null, asked: null }, rules, on)
    assert.equal(none.ok ? null : none.problem.code, 'assessment-missing')
    const closed = askForReview({ closed: true, latestId: 'a1', asked: null }, rules, on)
    assert.equal(closed.ok ? null : closed.problem.code, 'case-closed')
  })
})

describe('the answer', () => {
  test('stands or judges otherwise on the same assessment', () => {
    for (const outcome of ['stands', 'judged-otherwise'] as const) {
      assert.equal(answerReview({ latestId: 'a1' }, asked, outcome).ok, true)
    }
  })

  test('says corrected only when the assessment was made again', () => {
    const nothing = answerReview({ latestId: 'a1' }, asked, 'corrected')
    assert.equal(nothing.ok ? null : nothing.problem.code, 'review-nothing-corrected')
    assert.equal(answerReview({ latestId: 'a2' }, asked, 'corrected').ok, true)
  })

  test('is given once', () => {
    const twice = answerReview({ latestId: 'a1' }, { ...asked, answered: true }, 'stands')
    assert.equal(twice.ok ? null : twice.problem.code, 'review-answered')
  })
})
