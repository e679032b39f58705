import { sql } from 'kysely'
import type { z } from 'zod'
import { addDays, type Day, type Month } from '../../kernel/day.ts'
import type { CaseId, PersonId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import type { missedItem, missedReply, reportMonthsReply, reportPage, waitingReply } from './contract.ts'
import { reportDueOn } from './domain/index.ts'
import { knownOfMonth } from './known-month.ts'
import { seeCase } from './open-case.ts'
import { reportMonthsOf } from './report-facts.ts'
import { reporters } from './send-activity-report.ts'

/** The months that a participant reports, the latest first. Problems: those of `seeCase`. */
export async function reportMonths(
  context: Context,
  caseId: CaseId,
): Promise<Result<z.input<typeof reportMonthsReply>>> {
  const seen = await seeCase(context, caseId, reporters)
  if (!seen.ok) return seen
  const months = await reportMonthsOf(context, caseId)
  return ok({
    months: months.map(({ version: _, reminders, ...month }) => ({
      ...month,
      contacts: [...month.contacts],
      remindedOn: reminders[0]?.on ?? null,
    })),
  })
}

type Sent = NonNullable<z.input<typeof reportPage>['sent']>

/** A month's report: what the house knows of the month now, and what was sent. Problems: those of `seeCase`. */
export async function readReport(
  context: Context,
  { caseId, month }: { caseId: CaseId; month: Month },
): Promise<Result<z.input<typeof reportPage>>> {
  const seen = await seeCase(context, caseId, reporters)
  if (!seen.ok) return seen
  const found = (await reportMonthsOf(context, caseId)).find((one) => one.month === month)
  const { rows } = await sql<Sent>`
    select sent_on as on, version, told_by as "toldBy", known, added from dialogue.activity_report
     where case_id = ${caseId} and month = ${month} order by version desc limit 1`.execute(context.db)
  return ok({
    month,
    state: found?.state ?? 'not-yet',
    dueOn: found?.dueOn ?? reportDueOn(month, context.rules),
    known: await knownOfMonth(context, caseId, month),
    sent: rows[0] ?? null,
  })
}

type MissedRow = z.input<typeof missedItem> & { readonly personId: PersonId }

/**
 * Reports that were missed and reminded of and have not come: people who may lose their registration unless somebody reaches
 * them. Those whom nobody has tried to reach stand first (programme 4.5).
 */
export async function missedReports(context: Context): Promise<Result<z.input<typeof missedReply>>> {
  const may = mayAct(context, ['caseworker'])
  if (!may.ok) return may
  const { rows } = await sql<MissedRow>`
    select r.case_id as "caseId", r.person_id as "personId", v.given_name || ' ' || v.family_name as name, r.month, r.due_on as "dueOn",
           r.on_day as "remindedOn", coalesce(c.attempts, 0) as contacts, c.last_on as "lastContactOn", coalesce(c.reached, false) as reached,
           (select count(distinct e.month)::integer from dialogue.report_reminder e
             where e.case_id = r.case_id and e.month < r.month
               and not exists (select 1 from dialogue.activity_report s where s.case_id = e.case_id and s.month = e.month)) as "missedBefore"
      from dialogue.report_reminder r
      join registration.v_person v on v.person_id = r.person_id
      join registration.v_assignment a on a.case_id = r.case_id
      left join lateral (select count(*)::integer as attempts, max(on_day) as last_on, bool_or(k.reached) as reached
                           from dialogue.report_contact k where k.case_id = r.case_id and k.month = r.month) c on true
     where (a.office_id = ${context.actor.officeId} or a.caseworker_user_id = ${context.actor.userId})
       and not exists (select 1 from dialogue.activity_report s where s.case_id = r.case_id and s.month = r.month)
       and not exists (select 1 from dialogue.respite t where t.case_id = r.case_id and t.month = r.month and t.until >= ${context.today}::date)
       and not exists (select 1 from dialogue.report_reminder n where n.case_id = r.case_id and n.month = r.month and n.due_on > r.due_on)
       and not exists (select 1 from registration.v_case x where x.case_id = r.case_id and x.closed_on is not null)
     order by coalesce(c.attempts, 0) > 0, r.due_on, r.case_id limit 500`.execute(context.db)
  for (const row of rows) context.readPerson(row.personId)
  return ok({ items: rows.map(({ personId: _, ...item }) => item) })
}

const shownAnswerDays = 14

/** What waits for the participant here, for the first screen. Problems: those of `seeCase`. */
export async function waitingFor(context: Context, caseId: CaseId): Promise<Result<z.input<typeof waitingReply>>> {
  const seen = await seeCase(context, caseId, ['jobseeker'])
  if (!seen.ok) return seen
  const months = await reportMonthsOf(context, caseId)
  const since: Day = addDays(context.today, -shownAnswerDays)
  const { rows } = await sql<{ unread: number; answers: number }>`
    select (select count(*)::integer from dialogue.message m
             where m.case_id = ${caseId} and m.from_side = 'provider' and m.recorded_at > coalesce((
               select max(r.read_to) from dialogue.read_mark r
                where r.case_id = m.case_id and r.placement_id = m.placement_id and r.side = 'participant'), '-infinity')) as unread,
           (select count(*)::integer from dialogue.question_answer
             where case_id = ${caseId} and answered_on >= ${since}::date) as answers`.execute(context.db)
  const reports = months
    .filter((one) => one.state !== 'sent')
    .map(({ month, dueOn, state }) => ({ month, dueOn, missed: state === 'missed' }))
  return ok({ unread: rows[0]?.unread ?? 0, answers: rows[0]?.answers ?? 0, reports: reports.reverse() })
}
