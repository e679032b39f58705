import { sql } from 'kysely'
import { day } from '../../src/kernel/day.ts'
import type { UserId } from '../../src/kernel/ids.ts'
import { atTime } from '../../src/kernel/instant.ts'
import { ore } from '../../src/kernel/money.ts'
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
import type { Pool } from '../../src/platform/database.ts'
import { newId } from '../../src/platform/new-id.ts'
import type { BrittleServer } from './brittle-server.ts'
import type { Deed, Told } from './clients.ts'

/** The books on a brittle server, as clients use them and as somebody looks at them. */
export interface Bank {
  /** Asks until there is an answer; a payment is asked for twice at once. */
  ask(deed: Deed): Promise<Told>
  seal(): Promise<void>
  /** Transactions and accounts that do not add up, as one reading sees them. */
  imbalances(): Promise<unknown[]>
  entries(): Promise<{ id: string; key: string }[]>
  owed(): Promise<Map<string, number>>
  verdict(): Promise<LedgerVerdict>
}

const today = day('2022-05-11')
const clock: Work['clock'] = async () => ({ today, now: atTime(today, '10:00') })
const why = { operation: 'bank', purpose: 'test' }

export async function openBank(server: BrittleServer): Promise<Bank> {
  const approvers = await server.answered(
    async ({ owner }) => [await anApprover(owner), await anApprover(owner)] as const,
  )
  const once = (actor: Actor, act: Act) =>
    server.answered(({ owner, app }) => {
      const pool = actor.role === 'system' ? owner : app
      return inTransaction({ pool, subscriptions: {}, clock }, actor, why, act)
    })
  const approve = (deed: Deed) =>
    once(systemActor, async (context) => {
      await lockName(context, `statement:${deed.statementId}`)
      if ((await stateOf(context, deed)) === 'waiting') await writeApprovals(context, deed.statement, approvers)
      return ok(null)
    })
  const rows = <Row>(text: string) => server.answered(async ({ owner }) => (await owner.query(text)).rows as Row[])
  return {
    async ask(deed) {
      const paying = deed.what === 'payment'
      if (paying) await approve(deed)
      const [actor, act] = actOf(deed, approvers[0])
      const [first, ...more] = await Promise.all((paying ? [1, 2] : [1]).map(() => once(actor, act)))
      for (const each of more)
        if (JSON.stringify(each) !== JSON.stringify(first)) throw new Error(`${deed.key} was answered in two ways`)
      if (!first?.ok) return { deed, transactionId: null, refusal: first?.problem.code ?? '' }
      return { deed, transactionId: first.value?.transactionId ?? null, refusal: null }
    },
    seal: () => server.answered(async ({ owner }) => void (await sealLedger(owner))),
    imbalances: () => rows(imbalances),
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
    verdict: () =>
      server.answered(async ({ owner }) => {
        await sealLedger(owner)
        return verifyLedger(owner)
      }),
  }
}

const imbalances = `
  select 'sum' as of, sum(amount_ore) as ore from ledger.v_posting having sum(amount_ore) <> 0
  union all
  select t.transaction_id::text, sum(p.amount_ore)
    from ledger.v_transaction t left join ledger.v_posting p on p.transaction_id = t.transaction_id
   group by t.transaction_id having sum(p.amount_ore) is distinct from 0
  union all
  select 'owed', a.ore - b.ore
    from (select sum(owed_ore) as ore from ledger.v_balance) a,
         (select sum(t.owed_ore) as ore from ledger.v_transaction t
           where not exists (select 1 from ledger.v_transaction n where n.statement_id = t.statement_id and n.step = t.step + 1)) b
   where a.ore <> b.ore`

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
