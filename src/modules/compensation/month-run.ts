import { sql } from 'kysely'
import { lastDayOf, type Month } from '../../kernel/day.ts'
import type { ContractId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { lockName } from '../../platform/context.ts'
import type { Pool } from '../../platform/database.ts'
import { newId } from '../../platform/new-id.ts'

/** One way through all contracts of a month: the closing, or afterwards a correction of what was returned. */
export interface MonthRun {
  readonly runId: string
  readonly month: Month
  readonly kind: 'close' | 'correction'
  readonly requestedBy: UserId | null
}

const columns = sql`id as "runId", month, kind, requested_by as "requestedBy"`

/** Whether the month is closed: its statements are made, and late facts come as differences in a later one. */
export async function isFrozen(context: Context, month: Month): Promise<boolean> {
  const { rows } = await sql`
    select 1 from compensation.month_run where month = ${month} and kind = 'close' and ended_at is not null`.execute(
    context.db,
  )
  return rows.length > 0
}

/**
 * The run of the month that is under way, broken off ones included, or a new one. A closed month is run again only for a
 * person, and only where a statement was returned.
 * Problems: `month-not-over`, `later-month-closed`, `month-frozen`.
 */
export async function openRun(
  context: Context,
  { month, requestedBy }: { readonly month: Month; readonly requestedBy: UserId | null },
): Promise<Result<MonthRun>> {
  const values = { month }
  if (lastDayOf(month) >= context.today) return fail(problem('month-not-over', { field: 'month', values }))
  await lockName(context, `month-run:${month}`)
  const open = await findOpenRun(context, month)
  if (open !== null) return ok(open)
  const frozen = await isFrozen(context, month)
  if (frozen && (requestedBy === null || (await returnedIn(context, month)).length === 0))
    return fail(problem('month-frozen', { field: 'month', values }))
  const later = frozen ? null : await laterClosed(context, month)
  if (later !== null) return fail(problem('later-month-closed', { field: 'month', values: { month, later } }))
  const run: MonthRun = { runId: newId<string>(), month, kind: frozen ? 'correction' : 'close', requestedBy }
  await sql`
    insert into compensation.month_run (id, month, kind, requested_by, requested_at)
    values (${run.runId}, ${month}, ${run.kind}, ${requestedBy}, ${context.now})`.execute(context.db)
  return ok(run)
}

async function findOpenRun(context: Context, month: Month): Promise<MonthRun | null> {
  const { rows } = await sql<MonthRun>`
    select ${columns} from compensation.month_run where month = ${month} and ended_at is null`.execute(context.db)
  return rows[0] ?? null
}

async function laterClosed(context: Context, month: Month): Promise<Month | null> {
  const { rows } = await sql<{ month: Month }>`
    select min(month) as month from compensation.month_run where kind = 'close' and month > ${month}
    having min(month) is not null`.execute(context.db)
  return rows[0]?.month ?? null
}

/** Contracts whose latest statement of the month was returned, and waits to be made again. */
async function returnedIn(context: Context, month: Month): Promise<ContractId[]> {
  const { rows } = await sql<{ contractId: ContractId }>`
    select s.contract_id as "contractId" from compensation.statement s
     where s.month = ${month}
       and not exists (select 1 from compensation.statement n where n.contract_id = s.contract_id and n.month = s.month and n.version > s.version)
       and exists (select 1 from compensation.statement_return r where r.statement_id = s.id)
     order by 1`.execute(context.db)
  return rows.map((row) => row.contractId)
}

/**
 * The contracts that the run has not been through, in a fixed order: of a closing, everyone with somebody in service by the
 * month's end or a statement before; of a correction, those with a returned one.
 */
export async function contractsLeft(context: Context, run: MonthRun): Promise<ContractId[]> {
  const all =
    run.kind === 'correction' ? await returnedIn(context, run.month) : await contractsUntil(context, run.month)
  const { rows } = await sql<{ contractId: ContractId }>`
    select contract_id as "contractId" from compensation.month_closed where run_id = ${run.runId}`.execute(context.db)
  const done = new Set(rows.map((row) => row.contractId))
  return all.filter((contractId) => !done.has(contractId))
}

/** Every contract that money of the month may stand under. */
export async function contractsUntil(context: Context, month: Month): Promise<ContractId[]> {
  const { rows } = await sql<{ contractId: ContractId }>`
    select contract_id as "contractId" from market.v_placement where first_day <= ${lastDayOf(month)}
    union select contract_id from compensation.statement
    order by 1`.execute(context.db)
  return rows.map((row) => row.contractId)
}

/** Notes how many contracts there are to go through, the first time only. */
export async function noteStarted(context: Context, run: MonthRun, contracts: number): Promise<void> {
  await sql`
    update compensation.month_run set started_at = ${context.now}, contracts = ${contracts}
     where id = ${run.runId} and started_at is null`.execute(context.db)
}

/** Ends the run; false when another has done so. */
export async function noteEnded(context: Context, run: MonthRun): Promise<boolean> {
  const { rows } = await sql`
    update compensation.month_run set ended_at = ${context.now} where id = ${run.runId} and ended_at is null returning 1`.execute(
    context.db,
  )
  return rows.length > 0
}

/** Runs that were asked for, or broken off, and wait for a worker. */
export async function openRuns(context: Context): Promise<MonthRun[]> {
  const { rows } = await sql<MonthRun>`
    select ${columns} from compensation.month_run where ended_at is null order by month`.execute(context.db)
  return rows
}

/**
 * Holds the month for one run for as long as this process lives, or null when another holds it: the database lets go when the
 * connection ends, however that comes. Give it back with the function.
 */
export async function holdMonth(pool: Pool, month: Month): Promise<(() => Promise<void>) | null> {
  const keeper = await pool.connect()
  const lock = "hashtext('compensation.month-run'), hashtext($1)"
  const { rows } = await keeper.query<{ held: boolean }>(`select pg_try_advisory_lock(${lock}) as held`, [month])
  if (!rows[0]?.held) {
    keeper.release()
    return null
  }
  return async () => {
    const freed = await keeper.query(`select pg_advisory_unlock(${lock})`, [month]).catch(() => null)
    keeper.release(freed === null)
  }
}
