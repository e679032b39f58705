import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { rulesOn } from '../../rules/index.ts'
import { abstentionCodes, interruptionBody, interruptionCauses, planningTalkBody, referralBody } from './contract.ts'

test('the codes of the contract are those of the rules', () => {
  const { decision } = rulesOn(day('2022-10-03'))
  assert.deepEqual(
    abstentionCodes,
    decision.abstentionReasons.map((one) => one.code),
  )
  assert.deepEqual(
    interruptionCauses,
    decision.interruptionReasons.map((one) => one.code),
  )
})

test('the contract refuses an empty reason, an unknown cause and a day that does not exist', () => {
  assert.equal(referralBody.safeParse({ reason: '  ' }).success, false)
  assert.equal(referralBody.safeParse({ reason: 'Behöver stöd' }).success, true)
  assert.equal(interruptionBody.safeParse({ lastDay: '2022-10-03', cause: 'tired' }).success, false)
  assert.equal(
    planningTalkBody.safeParse({ heldOn: '2022-02-30', mode: 'video', available: 'yes', notes: 'Samtal' }).success,
    false,
  )
})
