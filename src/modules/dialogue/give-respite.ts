import { sql } from 'kysely'
import { addDays, type Day, type Month } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import { closeTask } from '../../platform/tasks.ts'
import { channelTo, openCase } from './open-case.ts'
import { monthOfCase } from './send-activity-report.ts'
import { taskKinds } from './tasks.ts'

export interface GiveRespite {
  readonly caseId: CaseId
  readonly month: Month
  /** The new last day. */
  readonly until: Day
}

/**
 * Gives more time for a report, in one step (programme 4.5). Problems: those of `openCase`, `nothing-to-report`, `report-sent`,
 * `respite-out-of-range`.
 */
export async function giveRespite(context: Context, command: GiveRespite): Promise<Result<{ dueOn: Day }>> {
  const opened = await openCase(context, command.caseId, ['caseworker'])
  if (!opened.ok) return opened
  const head = opened.value
  const { month, until } = command
  const reported = await monthOfCase(context, head.caseId, month)
  if (!reported.ok) return reported
  if (reported.value.state === 'sent') return fail(problem('report-sent', { field: 'month', values: { month } }))
  const last = addDays(context.today, context.rules.dialogue.respiteDays)
  if (until <= reported.value.dueOn || until < context.today || until > last)
    return fail(problem('respite-out-of-range', { field: 'until', values: { last } }))
  await sql`
    insert into dialogue.respite (id, case_id, person_id, month, until, given_on, recorded_at, recorded_by)
    values (${newId<string>()}, ${head.caseId}, ${head.personId}, ${month}, ${until}, ${context.today}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
  for (const { id } of reported.value.reminders)
    await closeTask(context, { kind: taskKinds.contactAboutReport, subjectId: id })
  context.wrotePerson(head.personId)
  const { personId } = head
  await notify(context, { kind: 'dialogue.respite', channel: channelTo(head), personId, values: { month, until } })
  return ok({ dueOn: until })
}
