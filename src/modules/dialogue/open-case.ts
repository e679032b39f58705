import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Role } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { type CaseHead, findCase, lockCase } from '../registration/index.ts'

/**
 * Locks a case that the person, or a caseworker of the case's office, is to write in.
 * Problems: `not-found`, `not-allowed`, `not-your-office`, `case-closed`.
 */
export async function openCase(context: Context, caseId: CaseId, roles: readonly Role[]): Promise<Result<CaseHead>> {
  const locked = await lockCase(context, caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, roles)
  if (!may.ok) return may
  const head = locked.value
  const { actor } = context
  const own = head.officeId === null || head.officeId === actor.officeId || head.caseworkerId === actor.userId
  if (actor.role === 'caseworker' && !own) return fail(problem('not-your-office'))
  if (head.closed) return fail(problem('case-closed'))
  return ok(head)
}

/** A case to be read by the roles. Problems: `not-found`, `not-allowed`. */
export async function seeCase(context: Context, caseId: CaseId, roles: readonly Role[]): Promise<Result<CaseHead>> {
  const may = mayAct(context, roles)
  if (!may.ok) return may
  const head = await findCase(context, caseId)
  return head === null ? fail(problem('not-found')) : ok(head)
}

/** The channel that reaches the person: e-mail where there is one, otherwise paper; never e-mail about a protected identity. */
export function channelTo(head: Pick<CaseHead, 'email' | 'protection'>): 'email' | 'letter' {
  return head.email !== null && head.protection === 'none' ? 'email' : 'letter'
}
