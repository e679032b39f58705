import { sql } from 'kysely'
import type { Instant } from '../../kernel/instant.ts'
import type { Problem } from '../../kernel/problem.ts'
import type { Context } from '../../platform/context.ts'
import type { Language } from '../../platform/problems.ts'
import type { StreamView } from './contract.ts'
import { problemWords } from './wording.ts'

type Row = Omit<StreamView, 'everyMinutes' | 'behind' | 'failure'> & {
  readonly takenTo: Instant | null
  readonly failure: Problem | null
}

const none: Row = {
  url: null,
  on: false,
  takenTo: null,
  askedAt: null,
  answeredAt: null,
  nextAt: null,
  failuresInRow: 0,
  failure: null,
  sums: null,
}

/** The stream that is followed, or that none is set; moments are real time. */
export async function streamOf(context: Context, language: Language): Promise<StreamView> {
  const { rows } = await sql<Row>`
    select url, switched_on as "on", taken_to as "takenTo", asked_at as "askedAt", answered_at as "answeredAt",
           case when switched_on then next_at end as "nextAt", failures_in_row as "failuresInRow", failure, sums - 'runId' as sums
      from vacancies.feed_stream`.execute(context.db)
  const row = rows[0] ?? none
  return {
    ...row,
    everyMinutes: context.rules.vacancies.streamEveryMinutes,
    // An answer that reached the moment it was asked for left nothing behind.
    behind: row.takenTo !== null && row.answeredAt !== null && row.takenTo < row.answeredAt,
    failure: row.failure === null ? null : { code: row.failure.code, ...problemWords(row.failure, language) },
  }
}
