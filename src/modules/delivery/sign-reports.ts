import { sql } from 'kysely'
import type { ReportId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import type { ApprovalCondition } from '../../rules/index.ts'
import { type CaseHead, lockCase } from '../registration/index.ts'
import { providerRoles } from './desk.ts'
import { deriveReport, failedConditions, type ReportState } from './domain/index.ts'
import { digestOf } from './drafts.ts'
import { deliveryEvents, type ReportApproved } from './events.ts'
import { monthLog } from './month-log.ts'
import { addFact, findReport, type StoredReport } from './store.ts'
import { forCaseworker, handledBy, taskKinds } from './tasks.ts'

export interface SignReports {
  readonly reportIds: readonly ReportId[]
}

export interface SignedReport {
  readonly reportId: ReportId
  readonly state: ReportState
  /** The conditions of approval by rule that do not hold; empty = approved. */
  readonly failed: ApprovalCondition[]
}

/**
 * Signs reports, one or many; one refused refuses all. Each is approved by rule, or goes to the caseworker (programme 4.6).
 * Signed by a spell's adviser or a coordinator (house 5). Publishes `report-approved`. Problems: `not-found`, `not-allowed`,
 * `not-your-participant`, `changed-meanwhile`, `report-already-signed`.
 */
export async function signReports(
  context: Context,
  command: SignReports,
): Promise<Result<{ reports: SignedReport[] }>> {
  const may = mayAct(context, providerRoles)
  if (!may.ok) return may
  const wanted: StoredReport[] = []
  for (const reportId of new Set(command.reportIds)) {
    const report = await findReport(context, reportId)
    if (report === null) return fail(problem('not-found'))
    wanted.push(report)
  }
  // Cases are locked in one order, so that two who sign at once wait for each other instead of both failing.
  wanted.sort((a, b) => (a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0))
  const reports: SignedReport[] = []
  for (const report of wanted) {
    const signed = await signOne(context, report)
    if (!signed.ok) return signed
    reports.push(signed.value)
  }
  return ok({ reports })
}

async function signOne(context: Context, seen: StoredReport): Promise<Result<SignedReport>> {
  const locked = await lockCase(context, seen.caseId)
  if (!locked.ok) return locked
  const report = await findReport(context, seen.reportId)
  if (report === null) return fail(problem('not-found'))
  const { providerId, reportId, month } = report
  if (providerId !== context.actor.organisationId) return fail(problem('not-your-participant'))
  if (report.replaced) return fail(problem('changed-meanwhile'))
  if (report.state !== 'draft') return fail(problem('report-already-signed', { values: { month } }))
  if (!(await maySign(context, report))) return fail(problem('not-your-participant'))
  const log = await monthLog(context, report)
  if (digestOf(deriveReport(log)) !== report.digest) return fail(problem('changed-meanwhile'))
  const failed = failedConditions(log)
  await addFact(context, 'report_signature', report, { report_id: reportId, failed, on_day: context.today })
  context.wrotePerson(report.personId)
  await closeTask(context, { kind: taskKinds.signReport, subjectId: reportId })
  if (failed.length === 0) await approveByRule(context, report)
  else await askCaseworker(context, locked.value, report, failed)
  return ok({ reportId, state: failed.length === 0 ? 'approved' : 'being-handled', failed })
}

async function maySign(context: Context, report: StoredReport): Promise<boolean> {
  if (context.actor.role === 'coordinator') return true
  const { rows } = await sql`
    select 1 from delivery.periodic_report r join delivery.v_adviser a on a.placement_id = any (r.placement_ids)
     where r.id = ${report.reportId} and a.adviser_id = ${context.actor.userId}`.execute(context.db)
  return rows.length > 0
}

async function approveByRule(context: Context, report: StoredReport): Promise<void> {
  const { caseId, personId, reportId, providerId, month } = report
  const columns = { report_id: reportId, outcome: 'approved', how: 'rule', on_day: context.today }
  await addFact(context, 'report_decision', report, columns, null)
  const payload: ReportApproved = { caseId, personId, reportId, providerId, month, how: 'rule' }
  await context.publish({ name: deliveryEvents.reportApproved, payload })
}

async function askCaseworker(
  context: Context,
  head: CaseHead,
  report: StoredReport,
  failed: readonly ApprovalCondition[],
): Promise<void> {
  await openTask(context, {
    kind: taskKinds.decideReport,
    subjectId: report.reportId,
    caseId: report.caseId,
    personId: report.personId,
    why: { code: 'report-to-decide', values: { month: report.month, failed: failed.join(' ') } },
    dueOn: handledBy(context.today),
    for: forCaseworker(head),
  })
}
