import { sql } from 'kysely'
import type { OrganisationId, ReportId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import type { ApprovalCondition } from '../../rules/index.ts'
import { type CaseHead, findCase } from '../registration/index.ts'
import { providerRoles } from './desk.ts'
import { deriveReport, type ReportState } from './domain/index.ts'
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
  const found = await Promise.all([...new Set(command.reportIds)].map((id) => findReport(context, id)))
  const wanted = found.filter((report) => report !== null)
  if (wanted.length < found.length) return fail(problem('not-found'))
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
  // The lock of `lockCase`, without its refusal: a late report is signed when the rest of the case is closed to the provider.
  const [, report] = await Promise.all([lockName(context, `case:${seen.caseId}`), findReport(context, seen.reportId)])
  if (report === null) return fail(problem('not-found'))
  const { providerId, reportId, month } = report
  if (providerId !== context.actor.organisationId) return fail(problem('not-your-participant'))
  if (report.replaced) return fail(problem('changed-meanwhile'))
  if (report.state !== 'draft') return fail(problem('report-already-signed', { values: { month } }))
  const [signs, head, log] = await Promise.all([
    maySign(context, report),
    findCase(context, report.caseId),
    monthLog(context, report),
  ])
  if (!signs) return fail(problem('not-your-participant'))
  if (head !== null && digestOf(deriveReport(log)) !== report.digest) return fail(problem('changed-meanwhile'))
  const failed = [...report.content.failed]
  const signature = { report_id: reportId, provider_id: providerId, failed, on_day: context.today }
  context.wrotePerson(report.personId)
  await Promise.all([
    addFact(context, 'report_signature', report, signature),
    closeTask(context, { kind: taskKinds.signReport, subjectId: reportId }),
  ])
  if (failed.length === 0) await approveByRule(context, report)
  else await askCaseworker(context, head, report)
  return ok({ reportId, state: failed.length === 0 ? 'approved' : 'being-handled', failed })
}

/** A coordinator signs any; others those of spells they are adviser of, or of spells without one (a protected identity). */
async function maySign(context: Context, report: StoredReport): Promise<boolean> {
  if (context.actor.role === 'coordinator') return true
  const { rows } = await sql`
    select 1
      from delivery.periodic_report r cross join unnest(r.placement_ids) as spell (id)
      join market.v_placement p on p.placement_id = spell.id
      left join delivery.v_adviser a on a.placement_id = p.placement_id
     where r.id = ${report.reportId} and coalesce(a.adviser_id, ${context.actor.userId}) = ${context.actor.userId}`.execute(
    context.db,
  )
  return rows.length > 0
}

async function approveByRule(context: Context, report: StoredReport): Promise<void> {
  const { caseId, personId, reportId, providerId, month } = report
  const decision = {
    report_id: reportId,
    provider_id: providerId,
    outcome: 'approved',
    how: 'rule',
    on_day: context.today,
  }
  await addFact(context, 'report_decision', report, decision, null)
  const payload: ReportApproved = { caseId, personId, reportId, providerId, month, how: 'rule' }
  await context.publish({ name: deliveryEvents.reportApproved, payload })
}

async function askCaseworker(context: Context, head: CaseHead | null, report: StoredReport): Promise<void> {
  await openTask(context, {
    kind: taskKinds.decideReport,
    subjectId: report.reportId,
    caseId: report.caseId,
    personId: report.personId,
    why: { code: 'report-to-decide', values: { month: report.month, failed: report.content.failed.join(' ') } },
    dueOn: handledBy(context.today),
    // The provider that no longer sees the case does not see whose it is either.
    for: head === null ? { organisationId: await authority(context) } : forCaseworker(head),
  })
}

async function authority(context: Context): Promise<OrganisationId | null> {
  const { rows } = await sql<{ id: OrganisationId }>`
    select id from platform.organisation where kind = 'authority' order by id limit 1`.execute(context.db)
  return rows[0]?.id ?? null
}
