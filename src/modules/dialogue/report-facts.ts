import { sql } from 'kysely'
import type { Day, Month } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import { monthsToReport, type ReportMonth } from './domain/index.ts'

/** A month that the participant reports, with what has been done to get the report. */
export interface CaseReportMonth extends ReportMonth {
  readonly version: number
  readonly reminders: readonly { readonly id: string; readonly dueOn: Day; readonly on: Day }[]
  readonly contacts: readonly { readonly on: Day; readonly how: ContactWay; readonly reached: boolean }[]
}

export type ContactWay = 'telephone' | 'letter' | 'visit' | 'provider'

interface Facts {
  readonly service: { firstDay: Day; lastDay: Day | null }[]
  readonly reports: { month: Month; sentOn: Day; version: number }[]
  readonly respites: { month: Month; until: Day }[]
  readonly reminders: { id: string; month: Month; dueOn: Day; on: Day }[]
  readonly contacts: { month: Month; on: Day; how: ContactWay; reached: boolean }[]
}

/** The months of a case that are over and were in service, the latest first, as the actor may see them. */
export async function reportMonthsOf(context: Context, caseId: CaseId): Promise<CaseReportMonth[]> {
  const { rows } = await sql<Facts>`
    select coalesce((select json_agg(json_build_object('firstDay', first_day, 'lastDay', last_day))
                       from market.v_placement where case_id = ${caseId}), '[]') as service,
           coalesce((select json_agg(json_build_object('month', month, 'sentOn', sent_on, 'version', version) order by version desc)
                       from dialogue.activity_report where case_id = ${caseId}), '[]') as reports,
           coalesce((select json_agg(json_build_object('month', month, 'until', until))
                       from dialogue.respite where case_id = ${caseId}), '[]') as respites,
           coalesce((select json_agg(json_build_object('id', id, 'month', month, 'dueOn', due_on, 'on', on_day) order by on_day desc)
                       from dialogue.report_reminder where case_id = ${caseId}), '[]') as reminders,
           coalesce((select json_agg(json_build_object('month', month, 'on', on_day, 'how', how, 'reached', reached) order by recorded_at desc)
                       from dialogue.report_contact where case_id = ${caseId}), '[]') as contacts`.execute(context.db)
  const facts = rows[0]
  if (facts === undefined) throw new Error('a query without from gives one row')
  // A report that was corrected was in time if its first version was.
  const first = facts.reports.filter((report) => report.version === 1)
  return monthsToReport({ ...facts, reports: first }, context.today, context.rules).map((each) => {
    const of = <Fact extends { month: Month }>(list: readonly Fact[]) => list.filter((one) => one.month === each.month)
    return {
      ...each,
      version: of(facts.reports)[0]?.version ?? 0,
      reminders: of(facts.reminders),
      contacts: of(facts.contacts),
    }
  })
}
