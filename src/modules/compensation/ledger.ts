import { sql } from 'kysely'
import type { Month } from '../../kernel/day.ts'
import type { CaseId, ContractId, OrganisationId, PersonId, StatementId, UserId } from '../../kernel/ids.ts'
import { type Ore, sum } from '../../kernel/money.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import type { Basis } from './case-money-facts.ts'
import type { Clawback, Payment, Posted } from './domain/index.ts'

/** What has been posted on a case's entitlements under one contract, and who stood behind it. */
export interface PostedEntitlement extends Posted {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly decidedBy: readonly UserId[]
}

/** A line to post. */
export interface NewLine {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly difference: Payment | Clawback
  readonly basis: Basis
}

/** Everything posted under the contract, except in statements that were returned: those were never paid. */
export async function postedUnder(context: Context, contractId: ContractId): Promise<PostedEntitlement[]> {
  const { rows } = await sql<PostedEntitlement & { decidedByLines: UserId[][] }>`
    select l.case_id as "caseId", (array_agg(l.person_id))[1] as "personId", l.entitlement_key as key, l.kind, sum(l.amount_ore) as "postedOre",
           (array_agg(l.month order by l.recorded_at desc, l.id desc))[1] as month,
           (array_agg(l.on_day order by l.recorded_at desc, l.id desc))[1] as on,
           (array_agg(l.chain_first_day order by l.recorded_at desc, l.id desc))[1] as "chainFirstDay",
           (array_agg(l.level order by l.recorded_at desc, l.id desc))[1] as level,
           (array_agg(l.rule order by l.recorded_at desc, l.id desc))[1] as rule,
           json_agg(l.decided_by) as "decidedByLines"
      from compensation.v_line l
     where l.contract_id = ${contractId} and l.statement_state <> 'returned'
     group by l.case_id, l.entitlement_key, l.kind`.execute(context.db)
  return rows.map(({ decidedByLines, ...row }) => ({ ...row, decidedBy: [...new Set(decidedByLines.flat())] }))
}

/** The latest statement of a contract and month, or null. */
export async function latestStatement(
  context: Context,
  contractId: ContractId,
  month: Month,
): Promise<{ statementId: StatementId; version: number; state: 'waiting' | 'approved' | 'returned' } | null> {
  const { rows } = await sql<{ statementId: StatementId; version: number; state: 'waiting' | 'approved' | 'returned' }>`
    select statement_id as "statementId", version, state from compensation.v_statement
     where contract_id = ${contractId} and month = ${month} order by version desc limit 1`.execute(context.db)
  return rows[0] ?? null
}

export interface NewStatement {
  readonly providerId: OrganisationId
  readonly contractId: ContractId
  readonly month: Month
  readonly version: number
  readonly madeBy: UserId | null
  readonly neededApprovers: 1 | 2
}

/** Posts the lines as one statement; gives its key and total. */
export async function postStatement(
  context: Context,
  statement: NewStatement,
  lines: readonly NewLine[],
): Promise<{ statementId: StatementId; totalOre: Ore }> {
  const statementId = newId<StatementId>()
  const totalOre = sum(lines.map((line) => line.difference.amountOre))
  await sql`
    insert into compensation.statement (id, provider_id, contract_id, month, version, total_ore, line_count, needed_approvers, made_by, made_on, recorded_at)
    values (${statementId}, ${statement.providerId}, ${statement.contractId}, ${statement.month}, ${statement.version}, ${totalOre}, ${lines.length},
            ${statement.neededApprovers}, ${statement.madeBy}, ${context.today}, ${context.now})`.execute(context.db)
  const rows = lines.map(({ caseId, personId, difference, basis }) => ({
    id: newId<string>(),
    case_id: caseId,
    person_id: personId,
    kind: difference.kind,
    entitlement_key: difference.key,
    month: difference.month,
    on_day: difference.on,
    chain_first_day: difference.chainFirstDay,
    level: difference.level,
    amount_ore: difference.amountOre,
    entitled_ore: difference.entitledOre,
    posted_ore: difference.postedOre,
    rule: difference.rule,
    steps: difference.steps,
    facts: basis.facts,
    decided_by: basis.decidedBy,
  }))
  await sql`
    insert into compensation.entitlement_line (id, statement_id, case_id, person_id, provider_id, contract_id, kind, entitlement_key, month, on_day,
      chain_first_day, level, amount_ore, entitled_ore, posted_ore, rule, steps, facts, decided_by, recorded_at)
    select r.id, ${statementId}, r.case_id, r.person_id, ${statement.providerId}, ${statement.contractId}, r.kind, r.entitlement_key, r.month, r.on_day,
           r.chain_first_day, r.level, r.amount_ore, r.entitled_ore, r.posted_ore, r.rule, r.steps, r.facts,
           array(select jsonb_array_elements_text(r.decided_by)::uuid), ${context.now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, case_id uuid, person_id uuid, kind text, entitlement_key text, month text,
           on_day date, chain_first_day date, level text, amount_ore bigint, entitled_ore bigint, posted_ore bigint, rule jsonb, steps jsonb, facts jsonb,
           decided_by jsonb)`.execute(context.db)
  return { statementId, totalOre }
}

/** Notes that the month has been closed for the contract, with or without a statement. */
export async function noteClosed(
  context: Context,
  closed: { contractId: ContractId; month: Month; statementId: StatementId | null; openCases: number },
): Promise<void> {
  await sql`
    insert into compensation.month_closed (contract_id, month, statement_id, open_cases, recorded_at)
    values (${closed.contractId}, ${closed.month}, ${closed.statementId}, ${closed.openCases}, ${context.now})`.execute(
    context.db,
  )
}
