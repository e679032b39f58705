import { sql } from 'kysely'
import type { z } from 'zod'
import { type Day, firstDayOf, lastDayOf, type Month } from '../../kernel/day.ts'
import type { CaseId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import { dayOf, type Instant } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { findCase } from '../registration/index.ts'
import type { LogItem, logReply, ReportView, reportsQuery } from './contract.ts'
import { answeredHours } from './domain/index.ts'
import { ofOwn } from './own-provider.ts'
import { answerOf } from './store.ts'

/** A month whose base fee may be paid to a provider. */
export type ApprovedReport = { readonly providerId: OrganisationId; readonly month: Month }

/**
 * The months with an approved report that came in time to be paid, one line per provider and month (programme 4.6, 5).
 * Set-based readers use the view `delivery.v_approved_report` (where `payable`).
 */
export async function approvedReports(context: Context, caseId: CaseId): Promise<ApprovedReport[]> {
  const { rows } = await sql<ApprovedReport>`
    select provider_id as "providerId", month from delivery.v_approved_report
     where case_id = ${caseId} and payable order by month, provider_id`.execute(context.db)
  return rows
}

const reportRow = sql`
  select r.report_id as "reportId", r.case_id as "caseId", r.person_id as "personId", coalesce(p.given_name || ' ' || p.family_name, '') as participant,
         r.provider_id as "providerId", v.name as "providerName", r.month, r.version, r.state, r.due_on as "dueOn",
         r.payable_until as "payableUntil", r.content, coalesce(to_jsonb(r.failed), r.content -> 'failed') as failed, r.signed_on as "signedOn",
         s.display_name as "signedBy", r.decided_on as "decidedOn", d.display_name as "decidedBy", r.how, r.why, count(*) over () as total
    from delivery.v_report r
    left join registration.v_person p on p.person_id = r.person_id
    join platform.organisation v on v.id = r.provider_id
    left join platform.user_account s on s.id = r.signed_by
    left join platform.user_account d on d.id = r.decided_by`

type ReportRow = ReportView & { readonly personId: PersonId; readonly total: number }

function viewsOf(context: Context, rows: readonly ReportRow[]): ReportView[] {
  return rows.map(({ personId, total: _total, ...view }) => {
    context.readPerson(personId)
    return view
  })
}

/** The case's reports, the latest month first; a provider's own to a provider. Problem: `not-found`. */
export async function reportsOf(context: Context, caseId: CaseId): Promise<Result<{ items: ReportView[] }>> {
  if ((await findCase(context, caseId)) === null) return fail(problem('not-found'))
  const { role, organisationId } = context.actor
  const own = role === 'coordinator' || role === 'adviser' ? organisationId : null
  const { rows } = await sql<ReportRow>`
    ${reportRow} where r.case_id = ${caseId} and (${own}::uuid is null or r.provider_id = ${own}) order by r.month desc, r.provider_id`.execute(
    context.db,
  )
  return ok({ items: viewsOf(context, rows) })
}

/**
 * A provider's reports, also those of participants it no longer sees, whose names are then empty (programme 12); unsigned and earliest due first; `mine` = participants whose adviser I am.
 */
export async function providerReports(context: Context, query: z.output<typeof reportsQuery>) {
  const { page, limit } = query
  const mine = query.whose === 'mine' ? context.actor.userId : null
  const { rows } = await sql<ReportRow>`
    ${reportRow}
     where r.provider_id = ${context.actor.organisationId}
       and (${query.month ?? null}::text is null or r.month = ${query.month ?? null})
       and (${query.state ?? null}::text is null or r.state = ${query.state ?? null})
       and (${mine}::uuid is null or exists (
         select 1 from delivery.v_adviser a where a.placement_id = any (r.placement_ids) and a.adviser_id = ${mine}))
     order by (r.state = 'draft') desc, r.due_on, participant, r.report_id limit ${limit} offset ${(page - 1) * limit}`.execute(
    context.db,
  )
  return ok({ items: viewsOf(context, rows), page, limit, total: rows[0]?.total ?? 0 })
}

type LogRow = Omit<LogItem, 'answer' | 'onBehalf'> & {
  readonly answer: string | null
  readonly settled: string | null
  readonly writtenBy: string | null
  /** When staff wrote the answer down; null where the participant answered. */
  readonly writtenAt: Instant | null
}

/** Everything logged about the participant in a month, for the participant to confirm (programme 4.5). Problem: `not-found`. */
export async function logOfMonth(
  context: Context,
  caseId: CaseId,
  month: Month,
): Promise<Result<z.input<typeof logReply>>> {
  const head = await findCase(context, caseId)
  if (head === null) return fail(problem('not-found'))
  const days = sql`case_id = ${caseId} and on_day between ${firstDayOf(month)}::date and ${lastDayOf(month)}::date`
  const own = ofOwn(context, sql`provider_id`)
  const { rows } = await sql<LogRow>`
    select l.kind, l.id, l."onDay", l."startsAt", l.code, l.hours, l.mode, l."withWhom", l.came, l."tookPlace", l.answer, l.settled,
           l."confirmationId", case when l.own then l.comment end as comment, case when l.own then l.note end as note,
           u.display_name as "writtenBy", case when c.told_by = 'staff' then c.recorded_at end as "writtenAt",
           case when l.own then s.why end as "settledWhy"
      from (
    select 'meeting' as kind, attendance_id as id, on_day as "onDay", starts_at as "startsAt", null as code, minutes / 60.0 as hours, mode,
           'adviser' as "withWhom", came, took_place as "tookPlace", answer, settled, comment, confirmation_id as "confirmationId",
           progress as note, ${own} as own
      from delivery.v_meeting where ${days} and attendance_id is not null
    union all
    select 'activity', entry_id, on_day, null, code, hours, mode, with_whom, came, took_place, answer, settled, comment, confirmation_id, note, ${own}
      from delivery.v_activity where ${days}) l
      left join delivery.confirmation c on c.id = l."confirmationId"
      left join delivery.dispute_settled s on s.confirmation_id = c.id
      left join platform.user_account u on u.id = c.recorded_by and c.told_by = 'staff'
     order by "onDay", "startsAt" nulls last, id`.execute(context.db)
  const items = rows.map(
    ({ settled, writtenBy, writtenAt, ...row }): LogItem => ({
      ...row,
      answer: answerOf({ answer: row.answer, settled }),
      onBehalf: writtenAt === null ? null : { by: writtenBy, on: dayOf(writtenAt) },
    }),
  )
  const held = items.filter((item) => item.tookPlace && item.came !== 'no')
  return ok({ month, items, hours: answeredHours(held) })
}

/** The first and last day in service with any provider, or null before the first spell; `to` null = open. */
export async function serviceDays(context: Context, caseId: CaseId): Promise<{ from: Day; to: Day | null } | null> {
  const { rows } = await sql<{ from: Day | null; to: Day | null }>`
    select min(first_day) as "from", case when bool_or(last_day is null) then null else max(last_day) end as "to"
      from market.v_placement where case_id = ${caseId}`.execute(context.db)
  const row = rows[0]
  return row?.from ? { from: row.from, to: row.to } : null
}
