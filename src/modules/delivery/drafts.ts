import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Month } from '../../kernel/day.ts'
import type { CaseId, OrganisationId, PersonId, PlacementId, ReportId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import { lockCase } from '../registration/index.ts'
import { providerRoles } from './desk.ts'
import { canReport, deriveReport, type MonthLog, type PeriodicReport, reportDays } from './domain/index.ts'
import { type LogOf, monthLog } from './month-log.ts'
import { channelTo } from './notices.ts'
import { addFact, currentReport, json, type StoredReport } from './store.ts'
import { forProvider, taskKinds } from './tasks.ts'

type Drafted = { readonly reportId: ReportId; readonly caseId: CaseId }

/** Fingerprint of a report's content, to see whether the log has changed since the draft. */
export function digestOf(content: PeriodicReport): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/**
 * Derives a month's report from the log and keeps it as a draft; a draft that has not changed stays, one that has gets a
 * new version, and so does one that was not approved (programme 4.6). A report that is signed or approved is left alone.
 * Problems: `month-without-service`, `month-not-over`.
 */
async function draftReport(
  context: Context,
  of: LogOf & { readonly personId: PersonId },
): Promise<Result<Drafted & { made: boolean }>> {
  const log = await monthLog(context, of)
  const can = canReport(of.month, log.spells, context.today)
  if (!can.ok) return can
  const before = await currentReport(context, of)
  const asItIs = (report: StoredReport) => ok({ reportId: report.reportId, caseId: of.caseId, made: false })
  if (before && before.state !== 'draft' && before.state !== 'not-approved') return asItIs(before)
  const content = deriveReport(log)
  if (before?.state === 'draft' && before.digest === digestOf(content)) return asItIs(before)
  const reportId = await saveDraft(context, of, { content, log, before })
  return ok({ reportId, caseId: of.caseId, made: true })
}

async function saveDraft(
  context: Context,
  of: LogOf & { readonly personId: PersonId },
  draft: { content: PeriodicReport; log: MonthLog & { placementIds: PlacementId[] }; before: StoredReport | null },
): Promise<ReportId> {
  const { content, log, before } = draft
  const days = reportDays(of.month)
  const id = newId<ReportId>()
  const columns = {
    id,
    provider_id: of.providerId,
    placement_ids: log.placementIds,
    month: of.month,
    version: (before?.version ?? 0) + 1,
    content: json(content),
    digest: digestOf(content),
    due_on: days.dueOn,
    payable_until: days.payableUntil,
    replaces: before?.reportId ?? null,
  }
  await addFact(context, 'periodic_report', of, columns, null)
  if (before) {
    await closeTask(context, { kind: taskKinds.signReport, subjectId: before.reportId })
    await closeTask(context, { kind: taskKinds.redoReport, subjectId: before.reportId })
  }
  await openTask(context, {
    kind: taskKinds.signReport,
    subjectId: id,
    caseId: of.caseId,
    personId: of.personId,
    why: { code: 'report-to-sign', values: { month: of.month } },
    dueOn: days.dueOn,
    for: forProvider(of.providerId),
  })
  return id
}

/**
 * Brings the unsigned drafts of a case up to date with the log after a new fact; of one month, or of all when it is null.
 * Nothing happens where there is no draft.
 */
export async function refreshDrafts(
  context: Context,
  of: { readonly caseId: CaseId; readonly personId: PersonId; readonly providerId: OrganisationId },
  month: Month | null,
): Promise<void> {
  const { rows } = await sql<{ month: Month }>`
    select month from delivery.v_report
     where case_id = ${of.caseId} and provider_id = ${of.providerId} and state = 'draft' and (${month}::text is null or month = ${month})`.execute(
    context.db,
  )
  for (const row of rows) {
    const { caseId, personId, providerId } = of
    await draftReport(context, { caseId, personId, providerId, month: row.month })
  }
}

/** The first draft of a month, made by the sweep; the participant is asked to confirm what is in it. */
export async function draftBySweep(
  context: Context,
  item: LogOf & { readonly personId: PersonId },
): Promise<Result<Drafted>> {
  const locked = await lockCase(context, item.caseId)
  if (!locked.ok) return locked
  const drafted = await draftReport(context, item)
  if (!drafted.ok || !drafted.value.made) return drafted
  context.wrotePerson(item.personId)
  await notify(context, {
    kind: 'delivery.month-to-confirm',
    channel: channelTo(locked.value),
    personId: item.personId,
    subjectId: drafted.value.reportId,
    values: { month: item.month },
  })
  return drafted
}

export interface DraftReport {
  readonly caseId: CaseId
  readonly month: Month
}

/**
 * Drafts one participant's report on demand. Problems: `not-found`, `not-allowed`, `month-without-service`,
 * `month-not-over`, `report-already-signed`.
 */
export async function draftCaseReport(context: Context, command: DraftReport): Promise<Result<Drafted>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, providerRoles)
  if (!may.ok) return may
  const providerId = context.actor.organisationId
  if (providerId === null) return fail(problem('not-your-participant'))
  const of = { caseId: command.caseId, personId: locked.value.personId, providerId, month: command.month }
  const before = await currentReport(context, of)
  if (before && before.state !== 'draft' && before.state !== 'not-approved')
    return fail(problem('report-already-signed', { values: { month: command.month } }))
  context.wrotePerson(locked.value.personId)
  const drafted = await draftReport(context, of)
  return drafted.ok ? ok({ reportId: drafted.value.reportId, caseId: command.caseId }) : drafted
}

/**
 * Drafts the month for every participant of the actor's provider that was in service in it, and brings unsigned drafts up
 * to date; the first step of closing a month. Problems: `not-allowed`, `month-not-over`.
 */
export async function draftMonthReports(
  context: Context,
  command: { readonly month: Month },
): Promise<Result<{ reports: Drafted[] }>> {
  const may = mayAct(context, providerRoles)
  if (!may.ok) return may
  const providerId = context.actor.organisationId
  if (providerId === null) return ok({ reports: [] })
  const { rows } = await sql<{ caseId: CaseId; personId: PersonId }>`
    select distinct case_id as "caseId", person_id as "personId" from market.v_placement
     where provider_id = ${providerId} and first_day < (${command.month} || '-01')::date + interval '1 month'
       and (last_day is null or last_day >= (${command.month} || '-01')::date)
     order by 1`.execute(context.db)
  const reports: Drafted[] = []
  for (const row of rows) {
    const locked = await lockCase(context, row.caseId)
    if (!locked.ok) continue
    const drafted = await draftReport(context, { ...row, providerId, month: command.month })
    if (!drafted.ok) return drafted
    context.wrotePerson(row.personId)
    reports.push({ reportId: drafted.value.reportId, caseId: row.caseId })
  }
  return ok({ reports })
}
