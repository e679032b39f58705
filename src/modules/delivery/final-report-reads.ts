import { sql } from 'kysely'
import type { CaseId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { FinalReportView } from './contract/final-reports.ts'

type Row = Omit<FinalReportView, 'earlier'> & { readonly placementId: string; readonly replaces: string | null }

/** The final report of each spell of the case that has one, by the spell's key, with the versions that it corrects. */
export async function finalReportsOf(context: Context, caseId: CaseId): Promise<Map<string, FinalReportView>> {
  const { rows } = await sql<Row>`
    select f.id as "finalReportId", f.placement_id as "placementId", f.replaces, f.occupation, f.done, f.progress, f.next_step as "nextStep",
           f.on_day as "onDay", u.display_name as by,
           case when r.final_report_id is not null then json_build_object('onDay', r.on_day, 'by', w.display_name) end as read
      from delivery.final_report f
      left join platform.user_account u on u.id = f.recorded_by
      left join delivery.final_report_reading r on r.final_report_id = f.id
      left join platform.user_account w on w.id = r.recorded_by
     where f.case_id = ${caseId}`.execute(context.db)
  const byId = new Map(rows.map((row) => [row.finalReportId, row]))
  const replaced = new Set(rows.map((row) => row.replaces))
  return new Map(
    rows
      .filter((row) => !replaced.has(row.finalReportId))
      .map(({ placementId, replaces, ...current }) => [
        placementId,
        { ...current, earlier: versionsFrom(replaces, byId) },
      ]),
  )
}

function versionsFrom(key: string | null, byId: ReadonlyMap<string, Row>): FinalReportView['earlier'] {
  const row = key === null ? undefined : byId.get(key)
  if (row === undefined) return []
  const { placementId: _spell, replaces, read: _read, ...version } = row
  return [version, ...versionsFrom(replaces, byId)]
}
