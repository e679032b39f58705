import { sql } from 'kysely'
import pg from 'pg'
import { day } from '../../src/kernel/day.ts'
import type { UserId } from '../../src/kernel/ids.ts'
import { atTime } from '../../src/kernel/instant.ts'
import { ore } from '../../src/kernel/money.ts'
import { seeded } from '../../src/kernel/random.ts'
import { ok, type Result } from '../../src/kernel/result.ts'
import { writeApprovals, writeReturn, writeStatement } from '../../src/modules/compensation/testing.ts'
import {
  bookPayment,
  bookReturn,
  bookStatement,
  type LedgerVerdict,
  reversePayment,
  sealLedger,
  verifyLedger,
} from '../../src/modules/ledger/index.ts'
import { type Actor, systemActor } from '../../src/platform/actor.ts'
import { type Context, inTransaction, lockName, type Work } from '../../src/platform/context.ts'
import { openPool, type Pool } from '../../src/platform/database.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { newId } from '../../src/platform/new-id.ts'
import { type Database, openDatabase, removeData } from '../../src/platform/postgres/open-database.ts'
import type { Deed, Told } from './clients.ts'

/** A database of the test's own with the books in it, where connections can be cut and the server broken off. */
export interface Bank {
  readonly cut: number
  readonly retries: number
  readonly restarts: number
  /** Asks until there is an answer; a payment is asked for twice at once. */
  ask(deed: Deed): Promise<Told>
  /** Ends some connections at random, in whatever they do. */
  cutConnections(seed: number, many: number): Promise<void>
  /** Breaks the server off as a power cut would, and starts it again. */
  breakOff(): Promise<void>
  seal(): Promise<void>
  /** Transactions and accounts that do not add up, as one reading sees them. */
  imbalances(): Promise<unknown[]>
  entries(): Promise<{ id: string; key: string }[]>
  owed(): Promise<Map<string, number>>
  verdict(): Promise<LedgerVerdict>
  close(): Promise<void>
}

const today = day('2022-05-11')
const clock: Work['clock'] = async () => ({ today, now: atTime(today, '10:00') })
const why = { operation: 'bank', purpose: 'test' }
const mostTries = 500
const perRole = 25

/** Opens the database safe against power cuts, for what was answered must outlive one. */
export async function openBank(dataFolder: string): Promise<Bank> {
  const options = { dataFolder, log: () => undefined }
  let database: Database = await openDatabase(options)
  await migrate(database.ownerUrl)
  let pools = openPools(database)
  const approvers = [await anApprover(pools.owner), await anApprover(pools.owner)] as const
  const counts = { cut: 0, retries: 0, restarts: 0 }
  let ready: Promise<void> = Promise.resolve()

  async function answered<T>(body: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      await ready
      try {
        return await body()
      } catch (error) {
        if (tries >= mostTries || !isBroken(error)) throw error
        counts.retries += 1
      }
    }
  }

  const once = (actor: Actor, act: Act) => {
    const pool = actor.role === 'system' ? pools.owner : pools.app
    return inTransaction({ pool, subscriptions: {}, clock }, actor, why, act)
  }
  const approve = (deed: Deed) =>
    once(systemActor, async (context) => {
      await lockName(context, `statement:${deed.statementId}`)
      if ((await stateOf(context, deed)) === 'waiting') await writeApprovals(context, deed.statement, approvers)
      return ok(null)
    })

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

  const rows = <Row>(text: string) => answered(async () => (await pools.owner.query(text)).rows as Row[])
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
    async ask(deed) {
      const paying = deed.what === 'payment'
      if (paying) await answered(() => approve(deed))
      const [actor, act] = actOf(deed, approvers[0])
      const asks = paying ? [1, 2] : [1]
      const [first, ...more] = await Promise.all(asks.map(() => answered(() => once(actor, act))))
      for (const each of more)
        if (JSON.stringify(each) !== JSON.stringify(first)) throw new Error(`${deed.key} was answered in two ways`)
      if (!first?.ok) return { deed, transactionId: null, refusal: first?.problem.code ?? '' }
      return { deed, transactionId: first.value?.transactionId ?? null, refusal: null }
    },
    async cutConnections(seed, many) {
      await answered(async () => {
        const found = await pools.superuser.query<{ pid: number }>(
          "select pid from pg_stat_activity where application_name = 'krom' and state <> 'idle' and usename in ('krom_owner', 'krom_app')",
        )
        for (const { pid } of seeded(seed).shuffle(found.rows).slice(0, many)) {
          await pools.superuser.query('select pg_terminate_backend($1)', [pid])
          counts.cut += 1
        }
      })
    },
    breakOff() {
      ready = restart()
      return ready
    },
    seal: () => answered(async () => void (await sealLedger(pools.owner))),
    imbalances: () =>
      rows(`
        select 'sum' as of, sum(amount_ore) as ore from ledger.v_posting having sum(amount_ore) <> 0
        union all
        select t.transaction_id::text, sum(p.amount_ore) from ledger.v_transaction t left join ledger.v_posting p on p.transaction_id = t.transaction_id
         group by t.transaction_id having sum(p.amount_ore) is distinct from 0
        union all
        select 'owed', a.ore - b.ore
          from (select sum(owed_ore) as ore from ledger.v_balance) a,
               (select sum(t.owed_ore) as ore from ledger.v_transaction t
                 where not exists (select 1 from ledger.v_transaction n where n.statement_id = t.statement_id and n.step = t.step + 1)) b
         where a.ore <> b.ore`),
    entries: () =>
      rows(`
        select t.transaction_id as id,
               case t.what when 'statement' then t.statement_id::text when 'return' then 'return ' || t.statement_id
                           when 'payment' then t.payment_id::text else 'undo ' || b.payment_id end as key
          from ledger.v_transaction t left join ledger.v_transaction b on b.transaction_id = t.reverses`),
    async owed() {
      const found = await rows<{ id: string; ore: number }>(`
        select distinct on (statement_id) statement_id as id, owed_ore as ore from ledger.v_transaction order by statement_id, step desc`)
      return new Map(found.map((each) => [each.id, each.ore]))
    },
    async verdict() {
      await answered(() => sealLedger(pools.owner))
      return verifyLedger(pools.owner)
    },
    async close() {
      await closePools(pools)
      await database.stop()
      removeData(dataFolder)
    },
  }
}

interface Pools {
  readonly owner: Pool
  readonly app: Pool
  readonly superuser: pg.Pool
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

type Act = (context: Context) => Promise<Result<{ transactionId: string } | null>>

/** Who does the deed and how, in one transaction: what compensation writes, and what the ledger books of it. */
function actOf(deed: Deed, approver: Actor): [Actor, Act] {
  const { what, statement, amountOre } = deed
  const paymentId = deed.paymentId ?? ''
  switch (what) {
    case 'statement':
      return [
        systemActor,
        async (context) => {
          await lockName(context, `close:${statement.contractId}`)
          if ((await stateOf(context, deed)) === null) await writeStatement(context, statement)
          return bookStatement(context, statement)
        },
      ]
    case 'return':
      return [
        systemActor,
        async (context) => {
          if ((await stateOf(context, deed)) !== 'returned') await writeReturn(context, statement)
          return bookReturn(context, statement)
        },
      ]
    case 'payment':
      return [
        approver,
        (context) => bookPayment(context, { ...statement, paymentId, amountOre: ore(amountOre), on: today }),
      ]
    case 'payment-reversed':
      return [approver, (context) => reversePayment(context, { paymentId })]
  }
}
/** Where the statement stands, as who asks again finds it; null when it was never written. */
async function stateOf(context: Context, { statementId }: Deed): Promise<string | null> {
  const { rows } = await sql<{ state: string }>`
    select state from compensation.v_statement where statement_id = ${statementId}`.execute(context.db)
  return rows[0]?.state ?? null
}

async function anApprover(owner: Pool): Promise<Actor> {
  const userId = newId<UserId>()
  await owner.query('insert into platform.user_account (id, subject, display_name) values ($1, $2, $3)', [
    userId,
    `bank|${userId}`,
    'Alex Prov',
  ])
  await owner.query(
    `insert into compensation.payment_right (user_id, office_id, limit_ore, valid_from, recorded_at)
     values ($1, null, 1000000000000, '2020-01-01', '2020-01-01')`,
    [userId],
  )
  return { userId, role: 'approver', organisationId: null, officeId: null, personId: null, name: 'Alex Prov' }
}
