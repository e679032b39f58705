import assert from 'node:assert/strict'
import { test } from 'node:test'
import { approval } from '../../../kernel/approval.ts'
import { day } from '../../../kernel/day.ts'
import { userId } from '../../../kernel/ids.ts'
import { atTime } from '../../../kernel/instant.ts'
import { canPlan, canWithdraw, checkCutPoints, decidePlan, planState, type WindowPlan } from './window-plan.ts'

const drafter = userId('00000000-0000-4000-8000-000000000001')
const other = userId('00000000-0000-4000-8000-000000000002')
const today = day('2022-10-03')
const plan: WindowPlan = { from: day('2022-11-01'), approval: approval([drafter], 1), isWithdrawn: false }
const eyes = (by = other, on = today) => ({ userId: by, at: atTime(on, '10:00'), today: on })
const code = (result: { ok: boolean }) => (result.ok ? 'ok' : (result as { problem?: { code: string } }).problem?.code)
const yes = { outcome: 'approved', reason: '' } as const

test('a switch waits for another pair of eyes, is planned, and is in force from its day', () => {
  assert.equal(planState(plan, today), 'waiting')
  assert.equal(code(decidePlan(plan, yes, eyes(drafter))), 'four-eyes-preparer')
  const approved = decidePlan(plan, yes, eyes())
  assert.ok(approved.ok)
  assert.equal(planState(approved.value, today), 'planned')
  assert.equal(planState(approved.value, day('2022-10-31')), 'planned')
  assert.equal(planState(approved.value, day('2022-11-01')), 'in-force')
  assert.equal(code(decidePlan(approved.value, yes, eyes())), 'already-approved')
})

test('a switch that nobody approved before its day has lapsed', () => {
  assert.equal(planState(plan, day('2022-11-01')), 'lapsed')
  const late = decidePlan(plan, yes, eyes(other, day('2022-11-01')))
  assert.deepEqual(late.ok ? null : [late.problem.code, late.problem.values], [
    'window-plan-ended',
    { state: 'lapsed' },
  ])
})

test('a switch is sent back with a reason, or taken back before its day and never after', () => {
  assert.equal(code(decidePlan(plan, { outcome: 'returned', reason: ' ' }, eyes())), 'required')
  const returned = decidePlan(plan, { outcome: 'returned', reason: 'För många unga' }, eyes())
  assert.ok(returned.ok)
  assert.equal(planState(returned.value, today), 'returned')
  assert.equal(code(canWithdraw(returned.value, today)), 'window-plan-ended')
  assert.equal(code(canWithdraw(plan, today)), 'ok')
  const approved = decidePlan(plan, yes, eyes())
  assert.ok(approved.ok)
  assert.equal(code(canWithdraw(approved.value, day('2022-10-31'))), 'ok')
  assert.equal(code(canWithdraw(approved.value, day('2022-11-01'))), 'window-plan-ended')
  assert.equal(planState({ ...approved.value, isWithdrawn: true }, today), 'withdrawn')
})

test('a switch is planned ahead, one for a day', () => {
  assert.equal(code(canPlan(today, [], today)), 'window-plan-past')
  assert.equal(code(canPlan(day('2022-10-04'), [plan], today)), 'ok')
  assert.equal(code(canPlan(plan.from, [plan], today)), 'window-plan-exists')
  assert.equal(code(canPlan(plan.from, [{ ...plan, isWithdrawn: true }], today)), 'ok')
})

test('cut points lie in order and inside 0 to 1', () => {
  const cuts = { nearFrom: 0.5, levelAFrom: 0.44, levelBFrom: 0.34, farBelow: 0.25 }
  const fieldOf = (changes: Partial<typeof cuts>) => {
    const checked = checkCutPoints({ ...cuts, ...changes })
    return checked.ok ? null : [checked.problem.code, checked.problem.field]
  }
  assert.equal(fieldOf({}), null)
  assert.deepEqual(fieldOf({ farBelow: 0 }), ['cut-points-order', 'farBelow'])
  assert.deepEqual(fieldOf({ levelBFrom: 0.25 }), ['cut-points-order', 'levelBFrom'])
  assert.deepEqual(fieldOf({ levelAFrom: 0.3 }), ['cut-points-order', 'levelAFrom'])
  assert.deepEqual(fieldOf({ nearFrom: 1 }), ['cut-points-order', 'nearFrom'])
})
