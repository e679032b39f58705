import type { Day } from '../kernel/day.ts'
import type { Result } from '../kernel/result.ts'
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
  return {
    work,
    log,
    async each(select, handle, lanes = 1) {
      const items = await inTransaction(work, systemActor, why, async (context) => ({
        ok: true as const,
        value: await select(context),
      }))
      if (!items.ok) return
      await inLanes(items.value, lanes, async (item) => {
        try {
          const result = await inTransaction(work, systemActor, why, (context) => handle(context, item))
          if (!result.ok) log.warn({ sweep: name, code: result.problem.code }, 'a sweep item was refused')
        } catch (error) {
          log.error({ sweep: name, error }, 'a sweep item failed')
        }
      })
    },
  }
}
