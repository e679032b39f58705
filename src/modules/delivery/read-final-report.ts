import { sql } from 'kysely'
import type { CaseId, PersonId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { closeTask } from '../../platform/tasks.ts'
import { openOffice } from './desk.ts'
import { addFact } from './store.ts'
import { taskKinds } from './tasks.ts'

type Stored = {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly replaced: boolean
  readonly read: boolean
}

/**
 * The caseworker has read a final report, which leaves the queue; a second time changes nothing (programme 4.6, 4.9).
 * Problems: `not-found`, those of `openOffice`, `changed-meanwhile` when it has been corrected.
 */
export async function readFinalReport(
  context: Context,
  command: { readonly finalReportId: string },
): Promise<Result<{ id: string }>> {
  const { finalReportId } = command
  const seen = await find(context, finalReportId)
  if (seen === null) return fail(problem('not-found'))
  const office = await openOffice(context, seen.caseId)
  if (!office.ok) return office
  const report = await find(context, finalReportId)
  if (report === null || report.replaced) return fail(problem('changed-meanwhile'))
  if (!report.read) {
    const { caseId, personId } = report
    const reading = { final_report_id: finalReportId, on_day: context.today }
    await addFact(context, 'final_report_reading', { caseId, personId }, reading)
  }
  await closeTask(context, { kind: taskKinds.readFinal, subjectId: finalReportId })
  return ok({ id: finalReportId })
}

async function find(context: Context, finalReportId: string): Promise<Stored | null> {
  const { rows } = await sql<Stored>`
    select f.case_id as "caseId", f.person_id as "personId",
           exists (select 1 from delivery.final_report n where n.replaces = f.id) as replaced,
           exists (select 1 from delivery.final_report_reading r where r.final_report_id = f.id) as read
      from delivery.final_report f where f.id = ${finalReportId}`.execute(context.db)
  return rows[0] ?? null
}
