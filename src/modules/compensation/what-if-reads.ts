import { sql } from 'kysely'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import type { WhatIfReply } from './contract.ts'

type Head = Omit<WhatIfReply, 'byKind' | 'byProvider' | 'lines'>
type Change = WhatIfReply['lines']['items'][number]

/**
 * A what-if run: how far it has come, its sums by kind and provider, and page by page the cases that would change.
 * Problems: `not-allowed`, `not-found`.
 */
export async function whatIfPage(
  context: Context,
  whatIfId: string,
  { page, limit }: { readonly page: number; readonly limit: number },
): Promise<Result<WhatIfReply>> {
  const may = mayAct(context, ['approver', 'overseer'])
  if (!may.ok) return may
  const { rows } = await sql<Head>`
    select w.id as "whatIfId", w.month, w.requested_at as "requestedAt", w.ended_at as "endedAt", w.base_fee_ore as "baseFeeOre",
           w.outcome_payment_ore as "outcomePaymentOre", w.contracts,
           case when w.ended_at is not null then 'done' when w.contracts is not null then 'running' else 'waiting' end as state,
           (select count(*) from compensation.what_if_contract c where c.what_if_id = w.id) as "contractsDone",
           coalesce((select sum(open_cases) from compensation.what_if_contract c where c.what_if_id = w.id), 0) as "openCases"
      from compensation.what_if w where w.id = ${whatIfId}`.execute(context.db)
  const [head] = rows
  if (head === undefined) return fail(problem('not-found'))
  const byKind = await sql<WhatIfReply['byKind'][number]>`
    select kind, sum(old_ore) as "oldOre", sum(new_ore) as "newOre", sum(new_ore - old_ore) as "differenceOre", sum(cases) as cases
      from compensation.what_if_sum where what_if_id = ${whatIfId} group by kind order by kind`.execute(context.db)
  const byProvider = await sql<WhatIfReply['byProvider'][number]>`
    select s.provider_id as "providerId", p.provider_name as "providerName", sum(s.old_ore) as "oldOre", sum(s.new_ore) as "newOre",
           sum(s.new_ore - s.old_ore) as "differenceOre", sum(s.cases) as cases
      from compensation.what_if_sum s left join market.v_contract p on p.contract_id = s.contract_id
     where s.what_if_id = ${whatIfId}
     group by s.provider_id, p.provider_name order by abs(sum(s.new_ore - s.old_ore)) desc, s.provider_id`.execute(
    context.db,
  )
  const lines = await sql<Change & { personId: string; all: number }>`
    select l.case_id as "caseId", l.person_id as "personId", v.given_name || ' ' || v.family_name as participant, l.provider_id as "providerId",
           p.provider_name as "providerName", l.kind, l.old_ore as "oldOre", l.new_ore as "newOre", l.new_ore - l.old_ore as "differenceOre",
           count(*) over () as "all"
      from compensation.what_if_line l
      left join market.v_contract p on p.contract_id = l.contract_id
      left join registration.v_person v on v.person_id = l.person_id
     where l.what_if_id = ${whatIfId}
     order by abs(l.new_ore - l.old_ore) desc, l.case_id, l.kind limit ${limit} offset ${(page - 1) * limit}`.execute(
    context.db,
  )
  const items = lines.rows.map(({ personId, all: _all, ...line }) => {
    context.readPerson(personId as Parameters<Context['readPerson']>[0])
    return line
  })
  const total = lines.rows[0]?.all ?? 0
  return ok({ ...head, byKind: byKind.rows, byProvider: byProvider.rows, lines: { items, page, limit, total } })
}
