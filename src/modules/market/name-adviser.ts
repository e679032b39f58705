import { sql } from 'kysely'
import { type Day, minDay } from '../../kernel/day.ts'
import type { CaseId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { closeTask } from '../../platform/tasks.ts'
import { lockCase } from '../registration/index.ts'
import { currentSpell, firstDayWithoutAccess } from './domain/index.ts'
import { currentHoldersOf, endSightToday, openPlacementAccesses } from './placement-access.ts'
import { nameAdviserTask } from './settle-placement.ts'
import { spellsOf } from './store.ts'

export interface NameAdviser {
  readonly caseId: CaseId
  /** A coordinator or adviser of the participant's provider. */
  readonly userId: UserId
}

/**
 * Lets one of the provider's staff see a participant with a protected identity, whom the organisation as a whole may not
 * (programme 4.1), for as long as the one is staff there. Whoever was named before sees the participant no longer.
 * Problems: `not-found`, `not-allowed`, `not-protected`, `no-provider-to-change`, `not-provider-staff`.
 */
export async function nameAdviser(context: Context, command: NameAdviser): Promise<Result<{ saved: true }>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['caseworker'])
  if (!may.ok) return may
  if (locked.value.protection === 'none') return fail(problem('not-protected'))
  const spell = currentSpell(await spellsOf(context, command.caseId), context.today)
  if (spell === null) return fail(problem('no-provider-to-change'))
  const { rows } = await sql<{ toDay: Day | null }>`
    select valid_to as "toDay" from platform.duty
     where user_id = ${command.userId} and organisation_id = ${spell.providerId} and role in ('coordinator', 'adviser')
       and valid_from <= ${context.today}::date and (valid_to is null or valid_to > ${context.today}::date)
     order by valid_to desc nulls first limit 1`.execute(context.db)
  const [duty] = rows
  if (duty === undefined) return fail(problem('not-provider-staff', { field: 'userId' }))
  await endSightToday(context, spell, [command.userId])
  const holders = await currentHoldersOf(context, spell)
  if (holders.length === 0) {
    const to = firstOf(duty.toDay, spell.lastDay === null ? null : firstDayWithoutAccess(spell.lastDay, context.rules))
    await openPlacementAccesses(context, [{ placement: spell, holder: command.userId, to }])
  }
  await closeTask(context, { kind: nameAdviserTask, subjectId: spell.placementId })
  context.wrotePerson(locked.value.personId)
  return ok({ saved: true })
}

function firstOf(one: Day | null, other: Day | null): Day | null {
  return one === null || other === null ? (one ?? other) : minDay(one, other)
}
