import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { MonthRunsQuery, MonthRunsReply } from './contract.ts'

/** The runs of months, the latest first, each with how far it has come. */
export async function monthRuns(context: Context, { page, limit }: MonthRunsQuery): Promise<MonthRunsReply> {
  const { rows } = await sql<MonthRunsReply['items'][number] & { all: number }>`
    select r.run_id as "runId", r.month, r.kind, r.state, u.display_name as "requestedByName", r.requested_at as "requestedAt",
           r.started_at as "startedAt", r.ended_at as "endedAt", r.contracts, r.contracts_done as "contractsDone", r.cases_done as "casesDone",
           r.statements, r.lines, r.total_ore as "totalOre", r.open_cases as "openCases", count(*) over () as "all"
      from compensation.v_month_run r left join platform.user_account u on u.id = r.requested_by
     order by r.requested_at desc, r.run_id desc limit ${limit} offset ${(page - 1) * limit}`.execute(context.db)
  return { items: rows.map(({ all: _all, ...row }) => row), page, limit, total: rows[0]?.all ?? 0 }
}
