import { sql } from 'kysely'
import type { CaseId, OrganisationId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { DeviationView } from './contract/deviations.ts'

type Row = Omit<DeviationView, 'earlier'> & { readonly replaces: string | null }

const most = 200

/**
 * The case's deviation reports that stand, the latest day first, each with those that it corrects (programme 4.5). Of one
 * provider alone where it is named.
 */
export async function deviationsOf(
  context: Context,
  caseId: CaseId,
  providerId: OrganisationId | null,
): Promise<DeviationView[]> {
  const { rows } = await sql<Row>`
    select r.id as "deviationId", r.replaces, r.kind, r.first_day as "firstDay", r.last_day as "lastDay", r.minutes, r.reason, r.description,
           d.outcome, d.why, (r.recorded_at at time zone 'Europe/Stockholm')::date as "reportedOn"
      from delivery.deviation_report r
      left join delivery.deviation_decision d on d.deviation_id = r.id and d.case_id = r.case_id
     where r.case_id = ${caseId} and (${providerId}::uuid is null or r.provider_id = ${providerId})
     order by r.first_day desc, r.recorded_at desc`.execute(context.db)
  const byId = new Map(rows.map((row) => [row.deviationId, row]))
  const replaced = new Set(rows.map((row) => row.replaces))
  return rows
    .filter((row) => !replaced.has(row.deviationId))
    .slice(0, most)
    .map(({ replaces, ...current }) => ({ ...current, earlier: versionsFrom(replaces, byId) }))
}

function versionsFrom(key: string | null, byId: ReadonlyMap<string, Row>): DeviationView['earlier'] {
  const row = key === null ? undefined : byId.get(key)
  if (row === undefined) return []
  const { replaces, ...version } = row
  return [version, ...versionsFrom(replaces, byId)]
}
