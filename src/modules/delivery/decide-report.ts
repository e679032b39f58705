import type { ReportId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { notify } from '../../platform/outbox.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import { openOffice } from './desk.ts'
import { decideReport as mayDecide } from './domain/index.ts'
import { deliveryEvents, type ReportApproved, type ReportNotApproved } from './events.ts'
import { addFact, findReport, type StoredReport } from './store.ts'
import { forProvider, handledBy, taskKinds } from './tasks.ts'

export interface DecideReport {
  readonly reportId: ReportId
  readonly outcome: 'approved' | 'not-approved'
  /** Needed when it is not approved. */
  readonly why?: string | undefined
}

/**
 * The caseworker decides on a report that the rule did not approve; the provider may then correct the log and send a new
 * version (programme 4.6). Publishes `report-approved` or `report-not-approved`. Problems: `not-found`, `not-allowed`,
 * `not-your-office`, `changed-meanwhile`, `report-not-signed`, `already-decided`, `why-missing`.
 */
export async function decideReport(context: Context, command: DecideReport): Promise<Result<{ id: ReportId }>> {
  const seen = await findReport(context, command.reportId)
  if (seen === null) return fail(problem('not-found'))
  const office = await openOffice(context, seen.caseId)
  if (!office.ok) return office
  const report = await findReport(context, command.reportId)
  if (report === null || report.replaced) return fail(problem('changed-meanwhile'))
  const why = command.why?.trim() || null
  const can = mayDecide(report.state, command.outcome, why)
  if (!can.ok) return can
  await addFact(context, 'report_decision', report, {
    report_id: report.reportId,
    provider_id: report.providerId,
    outcome: command.outcome,
    how: 'person',
    why,
    on_day: context.today,
  })
  await closeTask(context, { kind: taskKinds.decideReport, subjectId: report.reportId })
  const { caseId, personId, reportId, providerId, month } = report
  if (command.outcome === 'approved') {
    const payload: ReportApproved = { caseId, personId, reportId, providerId, month, how: 'person' }
    await context.publish({ name: deliveryEvents.reportApproved, payload })
  } else {
    await giveBack(context, report)
    const payload: ReportNotApproved = { caseId, personId, reportId, providerId, month }
    await context.publish({ name: deliveryEvents.reportNotApproved, payload })
  }
  return ok({ id: reportId })
}

async function giveBack(context: Context, report: StoredReport): Promise<void> {
  const { caseId, personId, reportId, providerId, month } = report
  await openTask(context, {
    kind: taskKinds.redoReport,
    subjectId: reportId,
    caseId,
    personId,
    why: { code: 'report-not-approved', values: { month } },
    dueOn: handledBy(context.today),
    for: forProvider(providerId),
  })
  await notify(context, {
    kind: 'delivery.report-not-approved',
    channel: 'screen',
    organisationId: providerId,
    subjectId: reportId,
    values: { month },
  })
}
