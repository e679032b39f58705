import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { userId } from '../../../kernel/ids.ts'
import {
  canDecideModel,
  canSubmitModel,
  canWithdrawModel,
  type ModelVersionFacts,
  modelStateOf,
} from './model-version.ts'

const ida = userId('00000000-0000-4000-8000-000000000001')
const bo = userId('00000000-0000-4000-8000-000000000002')
const eva = userId('00000000-0000-4000-8000-000000000003')
const today = day('2022-10-03')
const tomorrow = day('2022-10-04')
const now = { today, inForce: 'shipped' }

const counting: ModelVersionFacts = {
  preparedBy: ida,
  countedAgainst: null,
  sentBy: null,
  fromDay: null,
  outcome: null,
  withdrawn: false,
}
const draft: ModelVersionFacts = { ...counting, countedAgainst: 'shipped' }
const sent: ModelVersionFacts = { ...draft, sentBy: bo, fromDay: tomorrow }
const approved: ModelVersionFacts = { ...sent, outcome: 'approved' }

const codeOf = (result: { ok: true } | { ok: false; problem: { code: string } }): string =>
  result.ok ? 'ok' : result.problem.code

describe('a version of the model', () => {
  test('goes from being counted to draft, sent, approved and answering from its day', () => {
    const states = [counting, draft, sent, approved].map((one) => modelStateOf(one, today))
    assert.deepEqual(states, ['counting', 'draft', 'sent', 'approved'])
    assert.equal(modelStateOf(approved, tomorrow), 'answering')
    assert.equal(modelStateOf({ ...sent, outcome: 'returned' }, tomorrow), 'returned')
    assert.equal(modelStateOf({ ...approved, withdrawn: true }, tomorrow), 'withdrawn')
  })

  test('is sent only with its effect counted against the model that answers, and from a day ahead', () => {
    assert.equal(codeOf(canSubmitModel(draft, tomorrow, now)), 'ok')
    assert.equal(codeOf(canSubmitModel(counting, tomorrow, now)), 'model-effect-missing')
    assert.equal(codeOf(canSubmitModel(draft, today, now)), 'model-day-passed')
    assert.equal(codeOf(canSubmitModel(draft, tomorrow, { today, inForce: 'other' })), 'model-effect-stale')
    assert.equal(codeOf(canSubmitModel(sent, tomorrow, now)), 'model-not-draft')
  })

  test('is decided on by somebody who neither made nor sent it, before its day', () => {
    assert.equal(codeOf(canDecideModel(sent, eva, 'approved', now)), 'ok')
    assert.equal(codeOf(canDecideModel(sent, ida, 'approved', now)), 'four-eyes-preparer')
    assert.equal(codeOf(canDecideModel(sent, bo, 'returned', now)), 'four-eyes-preparer')
    assert.equal(codeOf(canDecideModel(draft, eva, 'approved', now)), 'model-not-sent')
    assert.equal(codeOf(canDecideModel(approved, eva, 'returned', now)), 'model-not-sent')
  })

  test('that has been passed by its day or by another model can only be returned', () => {
    const late = { today: tomorrow, inForce: 'shipped' }
    assert.equal(codeOf(canDecideModel(sent, eva, 'approved', late)), 'model-day-passed')
    assert.equal(codeOf(canDecideModel(sent, eva, 'approved', { today, inForce: 'other' })), 'model-effect-stale')
    assert.equal(codeOf(canDecideModel(sent, eva, 'returned', late)), 'ok')
  })

  test('is given up until its day has come, and once', () => {
    for (const one of [counting, draft, sent, approved]) assert.equal(codeOf(canWithdrawModel(one, today)), 'ok')
    assert.equal(codeOf(canWithdrawModel(approved, tomorrow)), 'model-answers-already')
    assert.equal(codeOf(canWithdrawModel({ ...draft, withdrawn: true }, today)), 'model-ended')
    assert.equal(codeOf(canWithdrawModel({ ...sent, outcome: 'returned' }, today)), 'model-ended')
  })
})
