import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { day } from '../src/kernel/day.ts'
import { atTime } from '../src/kernel/instant.ts'
import { sweeps } from '../src/modules/delivery/index.ts'
import { openPool, type Pool } from '../src/platform/database.ts'
import { openLog } from '../src/platform/log.ts'
import { runDay } from '../src/platform/sweeps.ts'
import { subscriptions } from '../src/server/subscriptions.ts'
import { type Bench, median } from './line.ts'
import { withThrowaway } from './throwaway.ts'

const month = '2022-08'
const today = day('2022-09-01')
const cases = Number(process.env.KROM_BENCH_CASES ?? 95_000)
const casesOfContract = 95
const rounds = 5
const duty = 'draft-month-reports'

/**
 * Seconds to derive August's reports of 95,000 participants from their logs and store them as drafts, with the work items, the
 * notices and the audit rows that belong to them, as the calendar does on the first of the month; beside the same report rows
 * copied bare, into a table without keys. After each round what it wrote is taken away again.
 */
export const bench: Bench = (print, say) =>
  withThrowaway(say, async ({ superUrl, ownerUrl }) => {
    const admin = new pg.Client(superUrl)
    await admin.connect()
    const pool = openPool(ownerUrl, 4)
    try {
      const reports = await lay(admin)
      say(`${cases} participants are laid, ${reports} reports are to come`)
      const ours: number[] = []
      const peer: number[] = []
      for (let round = 0; round <= rounds; round += 1) {
        const seconds = await timed(() => draft(pool))
        await mustBeThere(admin, reports)
        const bare = await timed(() =>
          admin.query(`insert into bare.report select * from delivery.periodic_report where month = '${month}'`),
        )
        say(`${round === 0 ? 'warm-up' : `round ${round}`}: ${seconds.toFixed(1)} s, bare ${bare.toFixed(1)} s`)
        if (round > 0) {
          ours.push(seconds)
          peer.push(bare)
        }
        await takeAway(admin)
      }
      const [mine, theirs] = [median(ours), median(peer)]
      const ratio = Math.round((mine / theirs) * 10) / 10
      print({ bench: 'periodic', ours: tenths(mine), peer: tenths(theirs), ratio, unit: 's', most: 90 })
    } finally {
      await pool.end()
      await admin.end()
    }
  })

const tenths = (value: number) => Math.round(value * 10) / 10

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

/** The calendar duty as the server runs it. */
async function draft(pool: Pool): Promise<void> {
  const clock = async () => ({ today, now: atTime(today, '06:00') })
  const drafting = sweeps.filter((sweep) => sweep.name === duty)
  await runDay({ pool, subscriptions, clock }, drafting, today, openLog())
}

/** Lays the world and gives how many reports the month owes. */
async function lay(admin: pg.Client): Promise<number> {
  await admin.query("set session_replication_role = 'replica'")
  const world = readFileSync(join(import.meta.dirname, 'periodic-world.sql'), 'utf8')
  const values: Record<string, string> = { cases: String(cases), contracts: String(Math.ceil(cases / casesOfContract)) }
  await admin.query(world.replaceAll(/(?<!:):([a-z]+)\b/g, (whole, name: string) => values[name] ?? whole))
  await admin.query('create schema bare; create table bare.report (like delivery.periodic_report)')
  const { rows } = await admin.query<{ reports: string }>('select count(*) as reports from market.placement')
  await admin.query('vacuum analyze')
  await admin.query('checkpoint')
  return Number(rows[0]?.reports)
}

/** A report for each, with the hours of its log in it, or the bench is worth nothing. */
async function mustBeThere(admin: pg.Client, reports: number): Promise<void> {
  const { rows } = await admin.query<{ drafted: string; empty: string; told: string }>(`
    select count(*) as drafted, count(*) filter (where (content ->> 'noActivities')::boolean) as empty,
           (select count(*) from platform.notice) as told
      from delivery.periodic_report where month = '${month}'`)
  const { drafted, empty, told } = rows[0] ?? {}
  if (Number(drafted) !== reports || Number(told) !== reports || Number(empty) > reports / 20)
    throw new Error(`${drafted} drafts, ${empty} of them empty, and ${told} notices, of ${reports}`)
}

/** Takes away what a round wrote and leaves the room as vacuum would. */
async function takeAway(admin: pg.Client): Promise<void> {
  await admin.query(`
    delete from delivery.periodic_report where month = '${month}';
    truncate platform.task, platform.notice, platform.audit_entry, bare.report;
    delete from platform.day_run`)
  await admin.query('vacuum delivery.periodic_report')
  await admin.query('checkpoint')
}
