import { sql } from 'kysely'
import { firstDayOf, lastDayOf, type Month } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { KnownMonth } from './contract.ts'

/** What the house knows of a month: meetings and activities that took place, and applications (programme 4.5). */
export async function knownOfMonth(context: Context, caseId: CaseId, month: Month): Promise<KnownMonth> {
  const first = firstDayOf(month)
  const last = lastDayOf(month)
  const { rows } = await sql<KnownMonth>`
    select coalesce((select json_agg(json_build_object('on', on_day, 'minutes', minutes) order by starts_at)
                       from delivery.v_meeting
                      where case_id = ${caseId} and held and on_day between ${first}::date and ${last}::date), '[]') as meetings,
           coalesce((select json_agg(json_build_object('on', on_day, 'code', code, 'hours', hours) order by on_day, recorded_at)
                       from delivery.v_activity
                      where case_id = ${caseId} and held and on_day between ${first}::date and ${last}::date), '[]') as activities,
           coalesce((select json_agg(json_build_object('on', applied_on, 'headline', headline, 'employer', employer) order by applied_on)
                       from vacancies.v_application
                      where case_id = ${caseId} and applied_on between ${first}::date and ${last}::date), '[]') as applications`.execute(
    context.db,
  )
  const known = rows[0]
  if (known === undefined) throw new Error('a query without from gives one row')
  return known
}

export function itemsOf(known: KnownMonth): number {
  return known.meetings.length + known.activities.length + known.applications.length
}
