import type { Client } from '../../platform/database.ts'
import type { LedgerFault } from './verify-ledger.ts'

/**
 * Every promise about sums, asked of all rows: what the constraints keep, and what would show that somebody had gone past them.
 * A transaction is the sum of its postings, each posting goes on from where its entitlement was left, and every statement is posted,
 * line by line as it stands today.
 */
export async function promisesBroken(client: Client): Promise<LedgerFault[]> {
  const { rows } = await client.query<LedgerFault>(`
    select 'transaction' as table, t.id::text as row, 'not-its-postings' as because
      from ledger.transaction t
      left join (select p.transaction_id, sum(case p.credit when 'owed' then p.amount_ore else -p.amount_ore end) as ore
                   from ledger.posting p group by p.transaction_id) p on p.transaction_id = t.id
     where p.ore is distinct from t.owed_ore - t.before_ore
    union all
    select 'posting', p.transaction_id || '/' || p.number, 'without-transaction'
      from ledger.posting p where not exists (select 1 from ledger.transaction t where t.id = p.transaction_id)
    union all
    select 'posting', p.transaction_id || '/' || p.number, 'not-as-left'
      from ledger.posting p
     where p.turn = 1 and p.before_ore <> 0 or p.standing_ore < 0
        or p.turn > 1 and not exists (
          select 1 from ledger.posting b
           where b.case_id = p.case_id and b.contract_id = p.contract_id and b.entitlement_key = p.entitlement_key and b.turn = p.turn - 1
             and b.standing_ore = p.before_ore)
    union all
    select 'statement', coalesce(s.statement_id, t.statement_id)::text, 'not-posted'
      from compensation.v_statement s
      full join (select * from ledger.transaction where step = 1) t on t.statement_id = s.statement_id
     where s.total_ore is distinct from t.total_ore
    union all
    select 'line', coalesce(l.id, p.line_id)::text, 'not-as-posted'
      from (select p.*, case p.credit when 'owed' then p.amount_ore else -p.amount_ore end as ore, t.statement_id
              from ledger.posting p join ledger.transaction t on t.id = p.transaction_id and t.what = 'statement') p
      full join compensation.v_line l on l.id = p.line_id
     where (l.statement_id, l.case_id, l.kind, l.entitlement_key, l.amount_ore) is distinct from (p.statement_id, p.case_id, p.kind, p.entitlement_key, p.ore)
    union all
    select 'statement', s.statement_id::text, 'not-posted'
      from compensation.v_statement s
     where s.state = 'returned' and not exists (select 1 from ledger.transaction t where t.statement_id = s.statement_id and t.what = 'return')`)
  return rows
}
