import { type JobHelpers, makeWorkerUtils, Logger as QueueLogger, run, type TaskList } from 'graphile-worker'
import { addDays, type Day } from '../kernel/day.ts'
import { atTime } from '../kernel/instant.ts'
import { sealLedger } from '../modules/ledger/index.ts'
import { sealAudit } from '../platform/audit-seal.ts'
import type { Carriers } from '../platform/carriers.ts'
import type { Work } from '../platform/context.ts'
import type { Log } from '../platform/log.ts'
import type { NoticeTexts } from '../platform/outbox.ts'
import { runDay, type Sweep } from '../platform/sweeps.ts'
import { sendNotices } from './send-notices.ts'

export interface JobParts {
  /** The owner's pool: jobs see every row. */
  readonly work: Work
  readonly ownerUrl: string
  readonly sweeps: readonly Sweep[]
  readonly notices: NoticeTexts
  readonly carriers: Carriers
  readonly log: Log
  /** Jobs that a module brings, by the name they are queued under. */
  readonly tasks: Readonly<Record<string, (work: Work, payload: unknown, log: Log) => Promise<void>>>
}

/** Runs every calendar duty of every day that is not done yet, in order, each as of its own day; resumes after a crash. */
export async function runDays(parts: Pick<JobParts, 'work' | 'sweeps' | 'log'>): Promise<void> {
  const { pool } = parts.work
  const keeper = await pool.connect()
  try {
    const { rows: taken } = await keeper.query<{ taken: boolean }>(
      "select pg_try_advisory_lock(hashtext('krom-run-days')) as taken",
    )
    if (!taken[0]?.taken) return
    for (;;) {
      const { today } = await parts.work.clock()
      const { rows } = await pool.query<{ ran_to: Day | null }>('select ran_to from platform.clock')
      const next = rows[0]?.ran_to ? addDays(rows[0].ran_to, 1) : today
      if (next > today) break
      const clock = async () => ({ today: next, now: atTime(next, '06:00') })
      await runDay({ ...parts.work, clock }, parts.sweeps, next, parts.log)
      await pool.query('update platform.clock set ran_to = $1', [next])
    }
    await keeper.query("select pg_advisory_unlock(hashtext('krom-run-days'))")
  } finally {
    keeper.release()
  }
}

/** Jobs that look each minute whether there is something to do. */
const everyMinute = ['run-days', 'send-notices', 'deliver-webhooks', 'follow-vacancies']

/** Starts the queue, the seals and the clock-watch; the returned function ends them. */
export async function startJobs(parts: JobParts): Promise<() => Promise<void>> {
  const utils = await makeWorkerUtils({ connectionString: parts.ownerUrl })
  const taskList: TaskList = {
    'run-days': async () => {
      await runDays(parts)
      await utils.addJob('send-notices', {}, { jobKey: 'send-notices' })
    },
    'send-notices': () => sendNotices(parts),
    ...Object.fromEntries(
      Object.entries(parts.tasks).map(([name, task]) => [
        name,
        (payload: unknown, _helpers: JobHelpers) => task(parts.work, payload, parts.log),
      ]),
    ),
  }
  const runner = await run({
    connectionString: parts.ownerUrl,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList,
    crontab: everyMinute.map((name) => `* * * * * ${name} ?jobKey=${name}`).join('\n'),
    logger: quiet(parts.log),
  })
  await utils.addJob('run-days', {}, { jobKey: 'run-days' })
  // A large batch takes longer than a second: the next one waits for it here, not on connections of its own.
  let sealing: Promise<unknown> | null = null
  const seal = setInterval(() => {
    const { pool } = parts.work
    sealing ??= Promise.all([sealAudit(pool), sealLedger(pool)])
      .catch((error) => parts.log.error({ error }, 'the audit log or the ledger could not be sealed'))
      .finally(() => {
        sealing = null
      })
  }, 1000)
  return async () => {
    clearInterval(seal)
    await sealing
    await runner.stop()
    await utils.release()
  }
}

function quiet(log: Log) {
  return new QueueLogger(() => (level, message) => {
    if (level === 'error') log.error(message)
    else log.debug(message)
  })
}
