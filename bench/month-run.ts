import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { type Bench, median } from './line.ts'
import type { MonthRunTold } from './month-run-child.ts'
import { withThrowaway } from './throwaway.ts'

const month = '2022-08'
const today = '2022-09-12'
const small = 10_000
const large = 95_000
const casesOfContract = 95
const rounds = 5
const child = join(import.meta.dirname, 'month-run-child.ts')
const mega = 1024 * 1024

interface Round extends MonthRunTold {
  /** What the database's processes had at most, besides the buffers that they share. */
  readonly serverMb: number
}

/**
 * Seconds to close a month for 95,000 participants, from facts to posted statements and what the ledger makes of them, and how
 * that grows from 10,000. After each round what it wrote is taken away again.
 */
export const bench: Bench = async (print, say) => {
  const few = await roundsOf(small, say)
  const many = await roundsOf(large, say)
  const seconds = median(many.map((round) => round.seconds))
  const grown = seconds / large / (median(few.map((round) => round.seconds)) / small)
  const memory = Math.max(...many.map((round) => round.peakMb + round.serverMb))
  print({ bench: 'month-run', ours: tenths(seconds), unit: 's', most: 60 })
  print({ bench: 'month-run-memory', ours: Math.round(memory), unit: 'MB', most: 2048 })
  print({ bench: 'month-run-growth', ours: Math.round(grown * 1000) / 1000, unit: 'times linear', most: 1.1 })
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}

function roundsOf(cases: number, say: (line: string) => void): Promise<Round[]> {
  return withThrowaway(say, async ({ superUrl, ownerUrl }) => {
    const admin = new pg.Client(superUrl)
    await admin.connect()
    try {
      const lines = await lay(admin, cases)
      const unused = await tables(admin, 'empty')
      say(`${cases} participants are laid, ${lines} lines are to come`)
      const done: Round[] = []
      for (let round = 0; round <= rounds; round += 1) {
        const told = await watched(admin, () => runInChild(ownerUrl))
        say(`${round === 0 ? 'warm-up' : `round ${round}`}: ${JSON.stringify(told)}`)
        if (told.lines !== lines) throw new Error(`the run posted ${told.lines} lines, not ${lines}`)
        if (round > 0) done.push(told)
        await takeAway(admin, unused)
      }
      return done
    } finally {
      await admin.end()
    }
  })
}

/** Lays the facts and gives how many lines the run must post: a month for everyone, what was late, and two for an outcome. */
async function lay(admin: pg.Client, cases: number): Promise<number> {
  await admin.query("set session_replication_role = 'replica'")
  const world = readFileSync(join(import.meta.dirname, 'month-run-world.sql'), 'utf8')
  const values: Record<string, string> = { cases: String(cases), contracts: String(Math.ceil(cases / casesOfContract)) }
  await admin.query(world.replaceAll(/(?<!:):([a-z]+)\b/g, (whole, name: string) => values[name] ?? whole))
  const { rows } = await admin.query<{ lines: string }>(`
    select (select count(*) from served where month = '2022-08' or (month = '2022-07' and n % 100 = 3))
         + (select count(*) * 2 from c where work_from is not null) as lines`)
  await admin.query('vacuum analyze')
  await admin.query('checkpoint')
  return Number(rows[0]?.lines)
}

/** Tables of the house that hold no row, or some. */
async function tables(admin: pg.Client, which: 'empty' | 'filled'): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables where schemaname !~ '^(pg_temp|graphile)'`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rowCount } = await admin.query(`select 1 from ${name} limit 1`)
    if ((rowCount === 0) === (which === 'empty')) found.push(name)
  }
  return found
}

/** Takes away what a run wrote, past the triggers that forbid it, and leaves the room as vacuum would. */
async function takeAway(admin: pg.Client, unused: readonly string[]): Promise<void> {
  const filled = new Set(await tables(admin, 'filled'))
  await admin.query(`
    delete from compensation.entitlement_line where statement_id in (select id from compensation.statement where month = '${month}');
    delete from compensation.statement where month = '${month}';
    delete from compensation.month_run where month = '${month}'`)
  for (const name of unused.filter((each) => filled.has(each))) await admin.query(`delete from ${name}`)
  await admin.query('vacuum')
  await admin.query('checkpoint')
}

async function watched(admin: pg.Client, run: () => Promise<MonthRunTold>): Promise<Round> {
  let serverMb = 0
  const watch = setInterval(async () => {
    serverMb = Math.max(serverMb, await memoryOfServer(admin))
  }, 500)
  try {
    return { ...(await run()), serverMb: Math.round(serverMb) }
  } finally {
    clearInterval(watch)
  }
}

async function runInChild(url: string): Promise<MonthRunTold> {
  const args = [...process.execArgv, child, '--url', url, '--month', month, '--today', today]
  const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [told, [code]] = await Promise.all([text(running.stdout), once(running, 'close')])
  if (code !== 0) throw new Error(`the run ended with ${code}`)
  return JSON.parse(told) as MonthRunTold
}

/** The server's shared buffers once, and what each of its processes has of its own. */
async function memoryOfServer(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query<{ pid: number; shared: string }>(
    `select pid, (select setting::bigint * 8192 from pg_settings where name = 'shared_buffers') as shared from pg_stat_activity`,
  )
  const own = rows.map(({ pid }) => privateBytes(pid)).reduce((all, each) => all + each, 0)
  return (Number(rows[0]?.shared ?? 0) + own) / mega
}

function privateBytes(pid: number): number {
  try {
    const [, kilobytes] = /RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes ?? 0) * 1024
  } catch {
    return 0
  }
}
