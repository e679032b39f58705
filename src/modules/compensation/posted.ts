import { sql } from 'kysely'
import { type Month, monthOf } from '../../kernel/day.ts'
import type { CaseId, ContractId, PersonId, StatementId, UserId } from '../../kernel/ids.ts'
import type { Ore } from '../../kernel/money.ts'
import type { Context } from '../../platform/context.ts'
import type { Posted } from './domain/index.ts'

/** What has been posted on a case's entitlements under one contract, and who stood behind it. */
export interface PostedEntitlement extends Posted {
  readonly caseId: CaseId
  readonly decidedBy: readonly UserId[]
}

/** What stands posted for a case under a contract: öre for each entitlement's key, nothing about why. */
export interface PostedCase {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly oreByKey: Readonly<Record<string, Ore>>
}

/** Sums by case and key of everything posted under the contract, except in statements that were returned: those were never paid. */
export async function postedSums(context: Context, contractId: ContractId): Promise<PostedCase[]> {
  const { rows } = await sql<PostedCase>`
    select case_id as "caseId", (array_agg(person_id))[1] as "personId", json_object_agg(entitlement_key, ore) as "oreByKey"
      from (select l.case_id, (array_agg(l.person_id))[1] as person_id, l.entitlement_key, sum(l.amount_ore) as ore
              from compensation.entitlement_line l
             where l.contract_id = ${contractId}
               and not exists (select 1 from compensation.statement_return r where r.statement_id = l.statement_id)
             group by l.case_id, l.entitlement_key) k
     group by case_id`.execute(context.db)
  return rows
}

/** What is posted on the entitlements of some cases, with what the latest line of each said; leaves out what belongs to months after. */
export async function postedFully(
  context: Context,
  contractId: ContractId,
  caseIds: readonly CaseId[],
  until: Month,
): Promise<PostedEntitlement[]> {
  if (caseIds.length === 0) return []
  const { rows } = await sql<PostedEntitlement & { decidedByLines: UserId[][] }>`
    select l.case_id as "caseId", l.entitlement_key as key, l.kind, sum(l.amount_ore) as "postedOre",
           (array_agg(l.month order by l.recorded_at desc, l.id desc))[1] as month,
           (array_agg(l.on_day order by l.recorded_at desc, l.id desc))[1] as on,
           (array_agg(l.chain_first_day order by l.recorded_at desc, l.id desc))[1] as "chainFirstDay",
           (array_agg(l.level order by l.recorded_at desc, l.id desc))[1] as level,
           (array_agg(l.rule order by l.recorded_at desc, l.id desc))[1] as rule,
           json_agg(l.decided_by) as "decidedByLines"
      from compensation.entitlement_line l
     where l.contract_id = ${contractId} and l.case_id = any (${[...caseIds]}::uuid[])
       and not exists (select 1 from compensation.statement_return r where r.statement_id = l.statement_id)
     group by l.case_id, l.entitlement_key, l.kind order by 1, 2`.execute(context.db)
  return rows
    .filter(({ month, on }) => (month ?? (on && monthOf(on)) ?? until) <= until)
    .map(({ decidedByLines, ...row }) => ({ ...row, decidedBy: [...new Set(decidedByLines.flat())] }))
}

/** The latest statement of a contract and month, or null. */
export async function latestStatement(
  context: Context,
  contractId: ContractId,
  month: Month,
): Promise<{ statementId: StatementId; version: number; state: 'standing' | 'returned' } | null> {
  const { rows } = await sql<{ statementId: StatementId; version: number; state: 'standing' | 'returned' }>`
    select s.id as "statementId", s.version,
           case when exists (select 1 from compensation.statement_return r where r.statement_id = s.id) then 'returned' else 'standing' end as state
      from compensation.statement s
     where s.contract_id = ${contractId} and s.month = ${month} order by s.version desc limit 1`.execute(context.db)
  return rows[0] ?? null
}
