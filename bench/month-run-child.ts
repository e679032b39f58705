import { parseArgs } from 'node:util'
import { day, month } from '../src/kernel/day.ts'
import { atTime } from '../src/kernel/instant.ts'
import { closeMonth } from '../src/modules/compensation/index.ts'
import { openPool } from '../src/platform/database.ts'
import { subscriptions } from '../src/server/subscriptions.ts'

/** What a run in a process of its own came to. */
export interface MonthRunTold {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMb: number
  readonly lines: number
  readonly statements: number
  readonly openCases: number
}

/** Closes the month on a database and tells how long it took and how much memory the process had at most. */
const { values } = parseArgs({
  options: { url: { type: 'string' }, month: { type: 'string' }, today: { type: 'string' } },
})
const pool = openPool(values.url ?? '', 4)
const today = day(values.today ?? '')
const clock = async () => ({ today, now: atTime(today, '06:00') })
const begun = performance.now()
const closed = await closeMonth(
  { pool, subscriptions, clock },
  { month: month(values.month ?? '') },
  (contract, done) => {
    if (done instanceof Error) process.stderr.write(`${contract}: ${done.stack}\n`)
    else if (!done.ok) process.stderr.write(`${contract}: ${done.problem.code}\n`)
  },
)
const seconds = (performance.now() - begun) / 1000
if (!closed.ok) throw new Error(`the month was not closed: ${closed.problem.code}`)
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
const told: MonthRunTold = {
  seconds,
  cpuSeconds: (userCPUTime + systemCPUTime) / 1_000_000,
  peakMb: maxRSS / 1024,
  ...closed.value,
}
process.stdout.write(JSON.stringify(told))
await pool.end()
