import { sql } from 'kysely'
import type { StatementId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { BalancesQuery, BalancesReply, TransactionsReply } from './contract.ts'

type BalanceRow = BalancesReply['items'][number]

/** Balances that the actor may see per provider, kind, appropriation and period, the newest period first. */
export async function balancesOf(context: Context, query: BalancesQuery): Promise<BalancesReply> {
  const { page, limit } = query
  const asked = sql`
    (${query.providerId ?? null}::uuid is null or b.provider_id = ${query.providerId ?? null}::uuid)
    and (${query.kind ?? null}::text is null or b.kind = ${query.kind ?? null})
    and (${query.appropriation ?? null}::text is null or b.appropriation = ${query.appropriation ?? null})
    and (${query.period ?? null}::text is null or b.period = ${query.period ?? null})`
  const { rows } = await sql<BalanceRow & { total: number; sums: BalancesReply['sums'] }>`
    select b.provider_id as "providerId", o.name as "providerName", b.kind, b.appropriation, b.period, b.cost_ore as "costOre",
           b.owed_ore as "owedOre", b.paid_ore as "paidOre", count(*) over () as total,
           json_build_object('costOre', sum(b.cost_ore) over (), 'owedOre', sum(b.owed_ore) over (), 'paidOre', sum(b.paid_ore) over ()) as sums
      from ledger.v_balance b left join platform.organisation o on o.id = b.provider_id
     where ${asked}
     order by b.period desc, o.name, b.provider_id, b.kind, b.appropriation
     limit ${limit} offset ${(page - 1) * limit}`.execute(context.db)
  const { rows: open } = await sql<{ month: string }>`
    select month from ledger.v_period where closed_at is null`.execute(context.db)
  const { total = 0, sums = { costOre: 0, owedOre: 0, paidOre: 0 } } = rows[0] ?? {}
  const items = rows.map(({ total: _total, sums: _sums, ...row }) => row)
  return { items, sums, openPeriod: open[0]?.month ?? null, page, limit, total }
}

/** What has been booked on a statement, step by step, summed per kind; no line of a person. Problem: `not-found`. */
export async function transactionsOf(context: Context, statementId: StatementId): Promise<Result<TransactionsReply>> {
  const { rows } = await sql<TransactionsReply['items'][number]>`
    select t.transaction_id as "transactionId", t.what, t.period, t.amount_ore as "amountOre", t.owed_ore as "owedOre",
           t.payment_id as "paymentId", t.reverses, t.recorded_at as "recordedAt",
           (select json_agg(json_build_object('debit', p.debit, 'credit', p.credit, 'kind', p.kind, 'appropriation', p.appropriation,
                                              'amountOre', p.ore, 'lines', p.lines) order by p.kind, p.appropriation, p.debit)
              from (select p.debit, p.credit, p.kind, p.appropriation, sum(p.amount_ore) as ore, count(*) as lines
                      from ledger.posting p where p.transaction_id = t.transaction_id
                     group by p.debit, p.credit, p.kind, p.appropriation) p) as postings
      from ledger.v_transaction t where t.statement_id = ${statementId} order by t.step`.execute(context.db)
  return rows.length === 0 ? fail(problem('not-found')) : ok({ items: rows })
}
