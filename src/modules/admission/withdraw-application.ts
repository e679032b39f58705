import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { closeTask } from '../../platform/tasks.ts'
import { wholeOrganisation } from '../../platform/whole-organisation.ts'
import { judgeTask } from './apply.ts'
import { findApplication } from './store.ts'

/**
 * The applicant takes the application back, a draft or one that was sent; it ends without a decision, and a new one may be
 * begun under the same terms. Problems: those of `wholeOrganisation`, `not-found`, `application-decided`, `application-withdrawn`.
 */
export async function withdrawApplication(
  context: Context,
  { applicationId, reason }: { applicationId: string; reason: string },
): Promise<Result<{ withdrawnOn: Day }>> {
  await lockName(context, `admission.application:${applicationId}`)
  const may = await wholeOrganisation(context)
  if (!may.ok) return may
  const found = await findApplication(context, applicationId)
  if (found === null) return fail(problem('not-found'))
  if (found.decidedOn !== null) return fail(problem('application-decided'))
  if (found.withdrawnOn !== null) return fail(problem('application-withdrawn'))
  await sql`
    insert into admission.withdrawal (application_id, organisation_id, reason, on_day, recorded_at, recorded_by)
    values (${applicationId}, ${found.organisationId}, ${reason === '' ? null : reason}, ${context.today}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
  await closeTask(context, { kind: judgeTask, subjectId: applicationId })
  return ok({ withdrawnOn: context.today })
}
