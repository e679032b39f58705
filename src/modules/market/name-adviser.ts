import { sql } from 'kysely'
import type { CaseId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { closeTask } from '../../platform/tasks.ts'
import { lockCase } from '../registration/index.ts'
import { currentSpell } from './domain/index.ts'
import { openPlacementAccess } from './placement-access.ts'
import { nameAdviserTask } from './settle-placement.ts'
import { spellsOf } from './store.ts'

export interface NameAdviser {
  readonly caseId: CaseId
  /** A coordinator or adviser of the participant's provider. */
  readonly userId: UserId
}

/**
 * Lets one of the provider's staff see a participant with a protected identity, whom the organisation as a whole may not
 * (programme 4.1). Problems: `not-found`, `not-allowed`, `not-protected`, `no-provider-to-change`, `not-provider-staff`.
 */
export async function nameAdviser(context: Context, command: NameAdviser): Promise<Result<{ saved: true }>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['caseworker'])
  if (!may.ok) return may
  if (locked.value.protection === 'none') return fail(problem('not-protected'))
  const spell = currentSpell(await spellsOf(context, command.caseId), context.today)
  if (spell === null) return fail(problem('no-provider-to-change'))
  const { rows } = await sql`
    select 1 from platform.duty
     where user_id = ${command.userId} and organisation_id = ${spell.providerId} and role in ('coordinator', 'adviser')
       and valid_from <= ${context.today}::date and (valid_to is null or valid_to > ${context.today}::date)`.execute(
    context.db,
  )
  if (rows.length === 0) return fail(problem('not-provider-staff', { field: 'userId' }))
  await openPlacementAccess(context, spell, command.userId)
  await closeTask(context, { kind: nameAdviserTask, subjectId: spell.placementId })
  context.wrotePerson(locked.value.personId)
  return ok({ saved: true })
}
