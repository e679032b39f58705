import type { Day } from '../kernel/day.ts'
import { ok, type Result } from '../kernel/result.ts'
import { systemActor } from './actor.ts'
import { type Context, inTransaction, type Work } from './context.ts'
import { inLanes } from './lanes.ts'
import type { Log } from './log.ts'

/** A calendar duty, run once a day; it selects with `<=` and skips what is done, so that running it again is harmless. */
export interface Sweep {
  readonly name: string
  run(work: SweepWork, day: Day): Promise<void>
}

export interface SweepWork {
  /** For a duty that keeps its own transactions. */
  readonly work: Work
  readonly log: Log
  /**
   * Selects items in one transaction and handles each in its own; a failed item is logged and the others go on.
   * `lanes` says how many may be handled at once; one by one where the items compete or their order matters.
   */
  each<T>(
    select: (context: Context) => Promise<readonly T[]>,
    handle: (context: Context, item: T) => Promise<Result<unknown>>,
    lanes?: number,
  ): Promise<void>
  /**
   * Selects items in one transaction and handles them in order, `size` at a time in a transaction of their own. A batch that
   * fails is done again by halves, so that only the item at fault is left and logged.
   */
  eachBatch<T>(
    select: (context: Context) => Promise<readonly T[]>,
    handle: (context: Context, items: readonly T[]) => Promise<Result<unknown>>,
    size: number,
  ): Promise<void>
}

/** Runs the day's sweeps in order; those that ended before a crash are not run again for that day. */
export async function runDay(work: Work, sweeps: readonly Sweep[], day: Day, log: Log): Promise<void> {
  for (const sweep of sweeps) {
    const done = await work.pool.query('select 1 from platform.day_run where day = $1 and sweep = $2', [
      day,
      sweep.name,
    ])
    if (done.rowCount) continue
    await sweep.run(sweepWork(work, sweep.name, log), day)
    await work.pool.query('insert into platform.day_run (day, sweep) values ($1, $2) on conflict do nothing', [
      day,
      sweep.name,
    ])
  }
}

function sweepWork(work: Work, name: string, log: Log): SweepWork {
  const why = { operation: name, purpose: 'calendar duty' }
  const all = async <T>(select: (context: Context) => Promise<readonly T[]>): Promise<readonly T[]> => {
    const items = await inTransaction(work, systemActor, why, async (context) => ok(await select(context)))
    return items.ok ? items.value : []
  }
  /** Whether it was done; what went wrong is logged when `last`. */
  const done = async (handle: (context: Context) => Promise<Result<unknown>>, last: boolean): Promise<boolean> => {
    try {
      const result = await inTransaction(work, systemActor, why, handle)
      if (!result.ok && last) log.warn({ sweep: name, code: result.problem.code }, 'a sweep item was refused')
      return result.ok
    } catch (error) {
      if (last) log.error({ sweep: name, error }, 'a sweep item failed')
      return false
    }
  }
  return {
    work,
    log,
    async each(select, handle, lanes = 1) {
      await inLanes(await all(select), lanes, async (item) => {
        await done((context) => handle(context, item), true)
      })
    },
    async eachBatch(select, handle, size) {
      const inHalves = async (items: Awaited<ReturnType<typeof select>>): Promise<void> => {
        const well = await done((context) => handle(context, items), items.length === 1)
        if (well || items.length === 1) return
        const half = Math.ceil(items.length / 2)
        await inHalves(items.slice(0, half))
        await inHalves(items.slice(half))
      }
      const items = await all(select)
      for (let at = 0; at < items.length; at += size) await inHalves(items.slice(at, at + size))
    },
  }
}
