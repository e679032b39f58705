import { sql } from 'kysely'
import type { Day, Month } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Role } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { closeTask } from '../../platform/tasks.ts'
import { type AddedLine, checkAdded, readWords } from './domain/index.ts'
import { itemsOf, knownOfMonth } from './known-month.ts'
import { openCase } from './open-case.ts'
import { type CaseReportMonth, reportMonthsOf } from './report-facts.ts'
import { taskKinds } from './tasks.ts'

export interface SendActivityReport {
  readonly caseId: CaseId
  readonly month: Month
  /** What the person adds to what is known. */
  readonly lines?: readonly AddedLine[]
  readonly nothing?: boolean
  readonly sensitiveSeen?: boolean
}

export const reporters = ['jobseeker', 'caseworker'] as const satisfies readonly Role[]

const mostCharactersALine = 500

/**
 * Sends the activity report of a month that is over: what the house knows as it knows it now, with what the person adds. A caseworker
 * records what the person told. A later one corrects the one before. A late report counts, and what was to be done because it was
 * missing falls away. Problems: those of `openCase`, `nothing-to-report`, `activity-report-empty`, `words-too-long`, `sensitive-words`.
 */
export async function sendActivityReport(
  context: Context,
  command: SendActivityReport,
): Promise<Result<{ reportId: string; late: boolean }>> {
  const opened = await openCase(context, command.caseId, reporters)
  if (!opened.ok) return opened
  const { caseId, personId } = opened.value
  const { month, lines = [], nothing = false, sensitiveSeen = false } = command
  const reported = await monthOfCase(context, caseId, month)
  if (!reported.ok) return reported
  const read = readWords({ words: lines.map((line) => line.words), sensitiveSeen }, mostCharactersALine, 'lines')
  if (!read.ok) return read
  const known = await knownOfMonth(context, caseId, month)
  const added = checkAdded({ lines, nothing }, itemsOf(known))
  if (!added.ok) return added
  const { dueOn, version, reminders, sentOn } = reported.value
  const reportId = newId<string>()
  const toldBy = context.actor.role === 'jobseeker' ? 'participant' : 'staff'
  await sql`
    insert into dialogue.activity_report (id, case_id, person_id, month, version, known, added, pointed_out, told_by, sent_on, due_on, recorded_at, recorded_by)
    values (${reportId}, ${caseId}, ${personId}, ${month}, ${version + 1}, ${JSON.stringify(known)}::jsonb, ${JSON.stringify(added.value)}::jsonb,
            ${[...read.value]}::text[], ${toldBy}, ${context.today}, ${dueOn}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
  for (const { id } of reminders) await closeTask(context, { kind: taskKinds.contactAboutReport, subjectId: id })
  context.wrotePerson(personId)
  return ok({ reportId, late: isLate(sentOn ?? context.today, dueOn) })
}

const isLate = (sentOn: Day, dueOn: Day) => sentOn > dueOn

/** The month as the case's report stands in it. Problem: `nothing-to-report` when it is not over, or was not in service. */
export async function monthOfCase(context: Context, caseId: CaseId, month: Month): Promise<Result<CaseReportMonth>> {
  const found = (await reportMonthsOf(context, caseId)).find((one) => one.month === month)
  return found === undefined ? fail(problem('nothing-to-report', { field: 'month', values: { month } })) : ok(found)
}
