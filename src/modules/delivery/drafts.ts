import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Month } from '../../kernel/day.ts'
import type { CaseId, OrganisationId, PersonId, PlacementId, ReportId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { all, fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { type Notice, notifyAll } from '../../platform/outbox.ts'
import { closeTask, openTasks } from '../../platform/tasks.ts'
import { lockCase, lockCases } from '../registration/index.ts'
import { providerRoles } from './desk.ts'
import { canReport, deriveReport, type PeriodicReport, reportDays } from './domain/index.ts'
import { type LogOf, monthLogs } from './month-log.ts'
import { channelTo } from './notices.ts'
import { currentReport, currentReports, type StoredReport } from './store.ts'
import { forProvider, taskKinds } from './tasks.ts'

type Drafted = { readonly reportId: ReportId; readonly caseId: CaseId }
type Whose = { readonly caseId: CaseId; readonly personId: PersonId; readonly providerId: OrganisationId }
type Draft = Drafted & { readonly made: boolean }

/** Fingerprint of a report's content, to see whether the log has changed since the draft. */
export function digestOf(content: PeriodicReport): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/** One participant's report, as `draftReports` makes it. */
async function draftReport(context: Context, of: LogOf & Whose): Promise<Result<Draft>> {
  const [drafted] = await draftReports(context, of.month, [of])
  if (!drafted) throw new Error('a report was not drafted')
  return drafted
}

/**
 * Derives a month's reports from the log and keeps them as drafts, many in a few statements; a draft that has not changed
 * stays, one that has gets a new version, and so does one that was not approved (programme 4.6). A report that is signed or
 * approved is left alone. The caller holds the cases; one answer for each, in their order.
 * Problems: `month-without-service`, `month-not-over`.
 */
async function draftReports(context: Context, month: Month, of: readonly Whose[]): Promise<Result<Draft>[]> {
  const [logs, reports] = await Promise.all([monthLogs(context, month, of), currentReports(context, month, of)])
  const before = new Map(reports.map((report) => [whoseKey(report), report]))
  const fresh: FreshDraft[] = []
  const drafted = of.map((each, place): Result<Draft> => {
    const log = logs[place]
    if (!log) throw new Error('a log was not read')
    const can = canReport(month, log.spells, context.today)
    if (!can.ok) return can
    const last = before.get(whoseKey(each)) ?? null
    const asItIs = (report: StoredReport) => ok({ reportId: report.reportId, caseId: each.caseId, made: false })
    if (last && last.state !== 'draft' && last.state !== 'not-approved') return asItIs(last)
    const content = deriveReport(log)
    const digest = digestOf(content)
    if (last?.state === 'draft' && last.digest === digest) return asItIs(last)
    const reportId = newId<ReportId>()
    fresh.push({ ...each, reportId, placementIds: log.placementIds, content, digest, before: last })
    return ok({ reportId, caseId: each.caseId, made: true })
  })
  await saveDrafts(context, month, fresh)
  return drafted
}

const whoseKey = ({ caseId, providerId }: Pick<Whose, 'caseId' | 'providerId'>) => `${caseId} ${providerId}`

interface FreshDraft extends Whose {
  readonly reportId: ReportId
  readonly placementIds: readonly PlacementId[]
  readonly content: PeriodicReport
  readonly digest: string
  readonly before: StoredReport | null
}

async function saveDrafts(context: Context, month: Month, drafts: readonly FreshDraft[]): Promise<void> {
  if (drafts.length === 0) return
  const days = reportDays(month)
  const rows = drafts.map(({ before, ...draft }) => ({
    ...draft,
    version: (before?.version ?? 0) + 1,
    replaces: before?.reportId ?? null,
  }))
  await sql`
    insert into delivery.periodic_report (id, case_id, person_id, provider_id, placement_ids, month, version, content, digest, due_on,
           payable_until, replaces, recorded_at)
    select r."reportId", r."caseId", r."personId", r."providerId", r."placementIds", ${month}, r.version, r.content, r.digest,
           ${days.dueOn}::date, ${days.payableUntil}::date, r.replaces, ${context.now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("reportId" uuid, "caseId" uuid, "personId" uuid, "providerId" uuid,
           "placementIds" uuid[], version integer, content jsonb, digest text, replaces uuid)`.execute(context.db)
  for (const { before } of drafts) {
    if (before === null) continue
    await closeTask(context, { kind: taskKinds.signReport, subjectId: before.reportId })
    await closeTask(context, { kind: taskKinds.redoReport, subjectId: before.reportId })
  }
  await openTasks(
    context,
    drafts.map(({ reportId, caseId, personId, providerId }) => ({
      kind: taskKinds.signReport,
      subjectId: reportId,
      caseId,
      personId,
      why: { code: 'report-to-sign', values: { month } },
      dueOn: days.dueOn,
      for: forProvider(providerId),
    })),
  )
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

/** Some of those whose report of a month is to be drafted. */
export interface DraftBatch {
  readonly month: Month
  readonly of: readonly Whose[]
}

/** The first drafts of a month, made by the sweep; the participants are asked to confirm what is in them. */
export async function draftBySweep(context: Context, { month, of }: DraftBatch): Promise<Result<null>> {
  const held = await lockCases(
    context,
    of.map((each) => each.caseId),
  )
  const seen = of.filter((each) => held.has(each.caseId))
  const told: Notice[] = []
  for (const drafted of await draftReports(context, month, seen)) {
    const head = drafted.ok && drafted.value.made ? held.get(drafted.value.caseId) : undefined
    if (!drafted.ok || !head) continue
    context.wrotePerson(head.personId)
    told.push({
      kind: 'delivery.month-to-confirm',
      channel: channelTo(head),
      personId: head.personId,
      subjectId: drafted.value.reportId,
      values: { month },
    })
  }
  await notifyAll(context, told)
  return ok(null)
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
  const held = await lockCases(
    context,
    rows.map((row) => row.caseId),
  )
  const of = rows.filter((row) => held.has(row.caseId)).map((row) => ({ ...row, providerId }))
  const drafted = all(await draftReports(context, command.month, of))
  if (!drafted.ok) return drafted
  for (const each of of) context.wrotePerson(each.personId)
  return ok({ reports: drafted.value.map(({ reportId, caseId }) => ({ reportId, caseId })) })
}
