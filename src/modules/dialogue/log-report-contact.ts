import { sql } from 'kysely'
import type { Month } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { closeTask } from '../../platform/tasks.ts'
import { openCase } from './open-case.ts'
import type { ContactWay } from './report-facts.ts'
import { monthOfCase } from './send-activity-report.ts'
import { taskKinds } from './tasks.ts'

export interface LogReportContact {
  readonly caseId: CaseId
  readonly month: Month
  readonly how: ContactWay
  readonly reached: boolean
}

/**
 * Records that a person has tried to reach somebody whose report is missing; the task is done, whether the person answered or not.
 * Problems: those of `openCase`, `nothing-to-report`, `report-sent`.
 */
export async function logReportContact(
  context: Context,
  command: LogReportContact,
): Promise<Result<{ contactId: string }>> {
  const opened = await openCase(context, command.caseId, ['caseworker'])
  if (!opened.ok) return opened
  const { caseId, personId } = opened.value
  const { month, how, reached } = command
  const reported = await monthOfCase(context, caseId, month)
  if (!reported.ok) return reported
  if (reported.value.state === 'sent') return fail(problem('report-sent', { field: 'month', values: { month } }))
  const contactId = newId<string>()
  await sql`
    insert into dialogue.report_contact (id, case_id, person_id, month, how, reached, on_day, recorded_at, recorded_by)
    values (${contactId}, ${caseId}, ${personId}, ${month}, ${how}, ${reached}, ${context.today}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
  for (const { id } of reported.value.reminders)
    await closeTask(context, { kind: taskKinds.contactAboutReport, subjectId: id })
  context.wrotePerson(personId)
  return ok({ contactId })
}
