import { sql } from 'kysely'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { municipalities, municipality, skrGroupName } from '../../rules/reference/index.ts'
import { type KeptSide, revenueReaders, windowReaders } from './compare-windows.ts'
import type { ComparisonReply, ComparisonsQuery, ComparisonsReply } from './contract/windows.ts'
import { comparisonTable } from './domain/comparison-table.ts'
import { deadweightMonths, type StartMonth } from './domain/deadweight.ts'
import { type ProviderExpected, providersShown } from './domain/provider-expectation.ts'
import type { ComparedBy, ComparisonTally } from './domain/window-comparison.ts'
import { lawShown } from './windows-known.ts'

type Head = ComparisonsReply['items'][number]
type Row = Omit<Head, 'before' | 'after'> & { readonly before: KeptSide; readonly after: KeptSide }

const columns = sql`
  c.id as "comparisonId", case when c.ended_at is not null then 'done' when c.model is not null then 'running' else 'waiting' end as state,
  c.on_day as "onDay", c.requested_at as "requestedAt", u.display_name as "requestedByName", c.before, c.after, c.model, c.people,
  c.people_done as "peopleDone"`

/** Comparisons of windows, the latest first, each with how far it has come. Problem: `not-allowed`. */
export async function listComparisons(
  context: Context,
  { page, limit }: ComparisonsQuery,
): Promise<Result<ComparisonsReply>> {
  const may = mayAct(context, windowReaders)
  if (!may.ok) return may
  const { rows } = await sql<Row & { all: number }>`
    select ${columns}, count(*) over () as "all"
      from assessment.window_comparison c left join platform.user_account u on u.id = c.requested_by
     order by c.requested_at desc, c.id desc limit ${limit} offset ${(page - 1) * limit}`.execute(context.db)
  return ok({ items: rows.map(({ all: _all, ...row }) => shown(row)), page, limit, total: rows[0]?.all ?? 0 })
}

/** A comparison and, once everyone is counted, what it found, small numbers hidden. Problems: `not-allowed`, `not-found`. */
export async function comparisonPage(context: Context, comparisonId: string): Promise<Result<ComparisonReply>> {
  const may = mayAct(context, windowReaders)
  if (!may.ok) return may
  const { rows } = await sql<Row & { tally: ComparisonTally | null; deadweight: StartMonth[] | null }>`
    select ${columns}, c.tally, c.deadweight
      from assessment.window_comparison c left join platform.user_account u on u.id = c.requested_by
     where c.id = ${comparisonId}`.execute(context.db)
  const [row] = rows
  if (row === undefined) return fail(problem('not-found'))
  const { tally, deadweight, ...head } = row
  const { leastCount } = context.rules.assessment
  const isDone = head.state === 'done' && tally !== null
  return ok({
    ...shown(head),
    leastCount,
    result: isDone
      ? {
          ...tableOf(tally, leastCount),
          deadweight: deadweightOf(context, deadweight ?? []),
          providers: await providersOf(context, comparisonId),
        }
      : null,
  })
}

type Found = NonNullable<ComparisonReply['result']>

/** What each provider would expect; null for a reader who may not see it, and of a comparison made before it was counted. */
async function providersOf(context: Context, comparisonId: string): Promise<Found['providers']> {
  if (!mayAct(context, revenueReaders).ok) return null
  const { rows } = await sql<{ expected: ProviderExpected[] }>`
    select expected from assessment.window_comparison_providers where comparison_id = ${comparisonId}`.execute(
    context.db,
  )
  return rows[0] === undefined ? null : providersShown(rows[0].expected, context.rules.assessment.leastCount)
}

function tableOf(tally: ComparisonTally, leastCount: number): Omit<Found, 'deadweight' | 'providers'> {
  const table = comparisonTable(tally, leastCount, (code) => municipality(code)?.skrGroup ?? 'unknown')
  return {
    total: { ...table.total, name: null },
    flows: [...table.flows],
    groups: table.groups.map(({ by, rows }) => ({
      by,
      rows: rows.map((row) => ({ ...row, name: nameOf(by, row.key) })),
    })),
  }
}

/** The name of a place by its code. */
function nameOf(by: ComparedBy, key: string): string | null {
  if (by === 'municipality') return municipality(key)?.name ?? key
  if (by !== 'municipality-group') return null
  const known = municipalities().find((one) => one.skrGroup === key)
  return known === undefined ? key : skrGroupName(known.skrGroup)
}

function deadweightOf({ rules }: Context, months: readonly StartMonth[]): Found['deadweight'] {
  const { deadweightDays, deadweightFlagPercent } = rules.assessment
  return { days: deadweightDays, flagPercent: deadweightFlagPercent, months: deadweightMonths(months, rules) }
}

function shown(row: Row): Head {
  const side = ({ number, law }: KeptSide) => ({ number, law: lawShown(law) })
  return { ...row, before: side(row.before), after: side(row.after) }
}
