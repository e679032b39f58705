import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId, PersonId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { LoggedCandidate } from './contract.ts'

type LogRow = { personId: PersonId; onDay: Day; homeApproximate: boolean; candidates: LoggedCandidate[] }

/** What the nearest-provider rule considered for the case the last time, candidate by candidate. Problem: `not-found`. */
export async function nearestLog(context: Context, caseId: CaseId) {
  const { rows } = await sql<LogRow>`
    select person_id as "personId", on_day as "onDay", home_approximate as "homeApproximate", candidates
      from market.nearest_log where case_id = ${caseId} order by recorded_at desc limit 1`.execute(context.db)
  const log = rows[0]
  if (log === undefined) return fail(problem('not-found'))
  const { personId, ...shown } = log
  context.readPerson(personId)
  return ok(shown)
}
