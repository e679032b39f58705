import type { UserId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { Problem } from './problem.ts'
import { problem } from './problem.ts'
import type { Result } from './result.ts'
import { fail, ok } from './result.ts'

/** What someone did and when. */
export type Signature = { readonly by: UserId; readonly at: Instant }

/**
 * Four eyes as a pure value. Who prepared it may not approve it, and no one approves twice. What a job made has no
 * preparer and needs two approvers; what a person made needs one other (house rule on money and sanctions).
 */
export type Approval = {
  readonly preparedBy: readonly UserId[]
  readonly neededApprovers: 1 | 2
  readonly approvedBy: readonly Signature[]
  readonly returnedBy: (Signature & { readonly reason: string }) | null
}

/** A fresh approval; throws when fewer than two people would have seen it in the end. */
export function approval(preparedBy: readonly UserId[], neededApprovers: 1 | 2): Approval {
  if (preparedBy.length === 0 && neededApprovers < 2) {
    throw new RangeError('what no person prepared needs two approvers')
  }
  return { preparedBy: [...preparedBy], neededApprovers, approvedBy: [], returnedBy: null }
}

/**
 * Why this person cannot approve or return it now, or null: `already-approved`, `already-returned`,
 * `four-eyes-preparer`, `four-eyes-same-person`.
 */
export function refusalFor(a: Approval, by: UserId): Problem | null {
  if (isApproved(a)) return problem('already-approved')
  if (a.returnedBy !== null) return problem('already-returned')
  if (a.preparedBy.includes(by)) return problem('four-eyes-preparer')
  if (a.approvedBy.some((signature) => signature.by === by)) return problem('four-eyes-same-person')
  return null
}

/** One more signature; refused as `refusalFor` says. */
export function approve(a: Approval, by: UserId, at: Instant): Result<Approval> {
  const refusal = refusalFor(a, by)
  return refusal === null ? ok({ ...a, approvedBy: [...a.approvedBy, { by, at }] }) : fail(refusal)
}

/**
 * Sends it back to be prepared anew, with a reason; that ends this approval. Refused as `refusalFor` says, except that
 * a first approver may have second thoughts; `required` on `reason` when it is empty.
 */
export function returnForChange(a: Approval, by: UserId, at: Instant, reason: string): Result<Approval> {
  const refusal = refusalFor(a, by)
  if (refusal !== null && refusal.code !== 'four-eyes-same-person') return fail(refusal)
  if (reason.trim() === '') return fail(problem('required', { field: 'reason' }))
  return ok({ ...a, returnedBy: { by, at, reason: reason.trim() } })
}

/** Whether enough different people have approved. */
export function isApproved(a: Approval): boolean {
  return a.approvedBy.length >= a.neededApprovers
}
