import type { CaseId, OfficeId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { grantAccess } from '../../platform/access.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { isProtected } from './domain/index.ts'
import { type CaseAssigned, registrationEvents } from './events.ts'
import { lockCase } from './find-case.ts'
import { accessHolders, insertAssignment, isAuthorityStaff, isCaseworkerAt, nextCaseworker } from './store.ts'

export interface AssignCase {
  readonly caseId: CaseId
  readonly officeId: OfficeId
  /** Null: the caseworker of the office with the fewest open cases. */
  readonly caseworkerId: UserId | null
}

/**
 * Gives a case to an office and a caseworker there. A protected person's new caseworker becomes named staff.
 * Problems: `not-found`, `case-closed`, `not-a-caseworker-there`.
 */
export async function assignCase(context: Context, command: AssignCase): Promise<Result<{ caseId: CaseId }>> {
  const head = await lockCase(context, command.caseId)
  if (!head.ok) return head
  const may = mayAct(context, ['caseworker', 'system'])
  if (!may.ok) return may
  if (head.value.closed) return fail(problem('case-closed'))
  const caseworkerId = command.caseworkerId ?? (await nextCaseworker(context, command.officeId))
  if (caseworkerId === null || !(await isCaseworkerAt(context, caseworkerId, command.officeId))) {
    return fail(problem('not-a-caseworker-there', { field: 'caseworkerId' }))
  }
  const { caseId, personId, protection } = head.value
  await insertAssignment(context, { caseId, personId, officeId: command.officeId, caseworkerId })
  if (isProtected(protection)) await name(context, personId, caseworkerId)
  context.wrotePerson(personId)
  const payload: CaseAssigned = { caseId, personId, officeId: command.officeId, caseworkerId }
  await context.publish({ name: registrationEvents.assigned, payload })
  return ok({ caseId })
}

export interface NameStaff {
  readonly caseId: CaseId
  readonly userId: UserId
}

/**
 * Names one more of the authority's staff for a protected person, by someone already named (programme 4.1).
 * Problems: `not-found`, `not-protected`, `not-staff`.
 */
export async function nameStaff(context: Context, command: NameStaff): Promise<Result<{ caseId: CaseId }>> {
  const head = await lockCase(context, command.caseId)
  if (!head.ok) return head
  const may = mayAct(context, ['caseworker', 'system'])
  if (!may.ok) return may
  if (!isProtected(head.value.protection)) return fail(problem('not-protected'))
  if (!(await isAuthorityStaff(context, command.userId))) return fail(problem('not-staff', { field: 'userId' }))
  await name(context, head.value.personId, command.userId)
  context.wrotePerson(head.value.personId)
  return ok({ caseId: command.caseId })
}

async function name(context: Context, personId: Parameters<typeof accessHolders>[1], userId: UserId): Promise<void> {
  if ((await accessHolders(context, personId, 'named-staff')).includes(userId)) return
  await grantAccess(context, { personId, holder: userId, ground: 'named-staff', from: context.today })
}
