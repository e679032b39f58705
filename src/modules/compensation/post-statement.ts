import { sql } from 'kysely'
import type { Month } from '../../kernel/day.ts'
import type { CaseId, ContractId, OrganisationId, PersonId, StatementId, UserId } from '../../kernel/ids.ts'
import { type Ore, sum } from '../../kernel/money.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import type { Basis } from './case-money-facts.ts'
import type { Clawback, Payment } from './domain/index.ts'

/** A line to post. */
export interface NewLine {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly difference: Payment | Clawback
  readonly basis: Basis
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

/** What closing a contract's month came to, for the run's progress. */
export interface NotedClosing {
  readonly contractId: ContractId
  readonly month: Month
  readonly runId: string | null
  readonly statementId: StatementId | null
  readonly cases: number
  readonly lines: number
  readonly totalOre: Ore
  readonly openCases: number
}

/** Notes that the month has been closed for the contract, with or without a statement. */
export async function noteClosed(context: Context, closed: NotedClosing): Promise<void> {
  await sql`
    insert into compensation.month_closed (contract_id, month, run_id, statement_id, cases, lines, total_ore, open_cases, recorded_at)
    values (${closed.contractId}, ${closed.month}, ${closed.runId}, ${closed.statementId}, ${closed.cases}, ${closed.lines}, ${closed.totalOre},
            ${closed.openCases}, ${context.now})`.execute(context.db)
}

/** Whether the run has been through the contract. */
export async function wasClosedIn(context: Context, runId: string, contractId: ContractId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from compensation.month_closed where run_id = ${runId} and contract_id = ${contractId}`.execute(context.db)
  return rows.length > 0
}
