import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Approval } from './approval.ts'
import { approval, approve, isApproved, refusalFor, returnForChange } from './approval.ts'
import { instant } from './instant.ts'
import { must } from './result.ts'
import { aUserId } from './testing.ts'

const [anna, bo, cilla, dan] = [aUserId(1), aUserId(2), aUserId(3), aUserId(4)]
const at = instant('2022-10-03T08:00:00Z')
const refusal = (code: string) => ({ ok: false, problem: { code } })

test('what one person prepared, another approves', () => {
  const prepared = approval([anna], 1)
  assert.equal(isApproved(prepared), false)
  const approved = must(approve(prepared, bo, at))
  assert.equal(isApproved(approved), true)
  assert.deepEqual(approved.approvedBy, [{ by: bo, at }])
  assert.equal(isApproved(prepared), false)
})

test('who prepared it never approves it, and approved is approved', () => {
  const prepared = approval([anna, bo], 1)
  assert.deepEqual(approve(prepared, anna, at), refusal('four-eyes-preparer'))
  assert.deepEqual(approve(prepared, bo, at), refusal('four-eyes-preparer'))
  const approved = must(approve(prepared, cilla, at))
  assert.deepEqual(approve(approved, dan, at), refusal('already-approved'))
  assert.deepEqual(returnForChange(approved, dan, at, 'too late'), refusal('already-approved'))
})

test('what a job made needs two different people', () => {
  const made = approval([], 2)
  const once = must(approve(made, anna, at))
  assert.equal(isApproved(once), false)
  assert.deepEqual(approve(once, anna, at), refusal('four-eyes-same-person'))
  assert.equal(isApproved(must(approve(once, bo, at))), true)
  assert.throws(() => approval([], 1), RangeError)
})

test('what is returned needs a reason and is prepared anew', () => {
  const prepared = approval([anna], 2)
  assert.deepEqual(returnForChange(prepared, bo, at, ' '), {
    ok: false,
    problem: { code: 'required', field: 'reason' },
  })
  assert.deepEqual(returnForChange(prepared, anna, at, 'mine'), refusal('four-eyes-preparer'))
  const returned = must(returnForChange(must(approve(prepared, bo, at)), bo, at, ' wrong month '))
  assert.deepEqual(returned.returnedBy, { by: bo, at, reason: 'wrong month' })
  assert.deepEqual(approve(returned, cilla, at), refusal('already-returned'))
  assert.deepEqual(refusalFor(returned, cilla), { code: 'already-returned' })
  assert.equal(isApproved(returned), false)
})

test('property: however people try, at least two different people stand behind what is approved', () => {
  const anyUser = fc.integer({ min: 1, max: 5 }).map(aUserId)
  const anyApproval = fc
    .tuple(fc.array(anyUser, { maxLength: 3 }), fc.constantFrom(1 as const, 2 as const))
    .map(([preparers, needed]) => approval(preparers, preparers.length === 0 ? 2 : needed))
  const anyAttempt = fc.record({ by: anyUser, returns: fc.integer({ min: 0, max: 9 }).map((n) => n === 9) })
  fc.assert(
    fc.property(anyApproval, fc.array(anyAttempt, { maxLength: 12 }), (start, attempts) => {
      let now: Approval = start
      for (const { by, returns } of attempts) {
        const next = returns ? returnForChange(now, by, at, 'look again') : approve(now, by, at)
        if (next.ok && !returns) assert.equal(refusalFor(now, by), null)
        if (next.ok) now = next.value
      }
      const approvers = now.approvedBy.map((signature) => signature.by)
      assert.equal(new Set(approvers).size, approvers.length)
      assert.ok(approvers.every((by) => !now.preparedBy.includes(by)))
      assert.ok(approvers.length <= now.neededApprovers)
      if (isApproved(now)) assert.ok(new Set([...now.preparedBy, ...approvers]).size >= 2)
    }),
    { numRuns: 300 },
  )
})
