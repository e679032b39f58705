import type { Day } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Role } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { lockCase } from '../registration/index.ts'
import { findVacancy, saveApplication } from './store.ts'

export interface LogApplication {
  readonly caseId: CaseId
  /** A vacancy of the feed; else `headline` and `employer` say which job. */
  readonly adId?: string | undefined
  readonly headline?: string | undefined
  readonly employer?: string | undefined
  readonly appliedOn: Day
}

export const appliers = ['jobseeker', 'coordinator', 'adviser', 'caseworker'] as const satisfies readonly Role[]

/**
 * Logs that the participant has applied for a job (programme 4.5). Problems: `not-found`, `not-allowed`, `in-the-future`,
 * `application-what`, `already-applied`.
 */
export async function logApplication(
  context: Context,
  command: LogApplication,
): Promise<Result<{ applicationId: string }>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, appliers)
  if (!may.ok) return may
  const { caseId, personId } = locked.value
  if (command.appliedOn > context.today) return fail(problem('in-the-future', { field: 'appliedOn' }))
  const vacancy = command.adId === undefined ? null : await findVacancy(context, command.adId)
  if (command.adId !== undefined && vacancy === null) return fail(problem('not-found', { field: 'adId' }))
  const headline = vacancy?.headline ?? command.headline?.trim()
  const employer = vacancy?.employer ?? command.employer?.trim()
  if (!headline) return fail(problem('application-what', { field: 'headline' }))
  if (!employer) return fail(problem('application-what', { field: 'employer' }))
  const { role } = context.actor
  const saved = await saveApplication(context, {
    id: newId<string>(),
    caseId,
    personId,
    adId: vacancy?.adId ?? null,
    headline,
    employer,
    appliedOn: command.appliedOn,
    toldBy: role === 'jobseeker' ? 'participant' : role === 'caseworker' ? 'caseworker' : 'provider',
  })
  if (saved === null) return fail(problem('already-applied', { field: 'adId' }))
  context.wrotePerson(personId)
  return ok({ applicationId: saved })
}
