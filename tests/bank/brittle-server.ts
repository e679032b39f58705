import pg from 'pg'
import { seeded } from '../../src/kernel/random.ts'
import { openPool, type Pool } from '../../src/platform/database.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { type Database, openDatabase, removeData } from '../../src/platform/postgres/open-database.ts'

interface Pools {
  readonly owner: Pool
  readonly app: Pool
  readonly superuser: pg.Pool
}

/** A database of the test's own, safe against power cuts, whose connections can be cut and whose server can be broken off. */
export interface BrittleServer {
  readonly cut: number
  readonly retries: number
  readonly restarts: number
  /** Tries until there is an answer; the pools are those of the server that runs then. */
  answered<T>(body: (pools: Pools) => Promise<T>): Promise<T>
  /** Ends some connections at random, in whatever they do. */
  cutConnections(seed: number, many: number): Promise<void>
  /** Breaks the server off as a power cut would, and starts it again. */
  breakOff(): Promise<void>
  close(): Promise<void>
}

const mostTries = 500
const perRole = 25

export async function openServer(dataFolder: string): Promise<BrittleServer> {
  const options = { dataFolder, log: () => undefined }
  let database: Database = await openDatabase(options)
  await migrate(database.ownerUrl)
  let pools = openPools(database)
  let ready: Promise<void> = Promise.resolve()
  const counts = { cut: 0, retries: 0, restarts: 0 }

  async function answered<T>(body: (pools: Pools) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      await ready
      try {
        return await body(pools)
      } catch (error) {
        if (tries >= mostTries || !isBroken(error)) throw error
        counts.retries += 1
      }
    }
  }

  async function restart(): Promise<void> {
    const { rows } = await pools.superuser.query<{ pid: string }>("select pg_read_file('postmaster.pid') as pid")
    process.kill(Number(rows[0]?.pid.split('\n')[0]), 'SIGQUIT')
    await database.stop()
    const broken = pools
    database = await openDatabase(options)
    pools = openPools(database)
    counts.restarts += 1
    await closePools(broken)
  }

  return {
    get cut() {
      return counts.cut
    },
    get retries() {
      return counts.retries
    },
    get restarts() {
      return counts.restarts
    },
    answered,
    async cutConnections(seed, many) {
      counts.cut += await answered(({ superuser }) => cutSome(superuser, seed, many))
    },
    breakOff() {
      ready = restart()
      return ready
    },
    async close() {
      await closePools(pools)
      await database.stop()
      removeData(dataFolder)
    },
  }
}

async function cutSome(superuser: pg.Pool, seed: number, many: number): Promise<number> {
  const { rows } = await superuser.query<{ pid: number }>(
    "select pid from pg_stat_activity where application_name = 'krom' and state <> 'idle' and usename in ('krom_owner', 'krom_app')",
  )
  const chosen = seeded(seed).shuffle(rows).slice(0, many)
  for (const { pid } of chosen) await superuser.query('select pg_terminate_backend($1)', [pid])
  return chosen.length
}

function openPools({ ownerUrl, appUrl, superUrl }: Database): Pools {
  const superuser = new pg.Pool({ connectionString: superUrl, max: 1 })
  superuser.on('error', () => undefined)
  return { owner: openPool(ownerUrl, perRole), app: openPool(appUrl, perRole), superuser }
}

async function closePools({ owner, app, superuser }: Pools): Promise<void> {
  await Promise.all([owner.end(), app.end(), superuser.end()])
}

/** A connection that was cut, a server that is gone or starting, or a deadlock: the client cannot know what became of its deed. */
function isBroken(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return (
    /^(57P0[123]|08...|40P01|40001|ECONN|EPIPE|ENOENT|53300)/.test(code) ||
    /terminat|closed|ended|timeout|connection error|not queryable/i.test(message)
  )
}
