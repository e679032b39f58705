import { sql } from 'kysely'
import { firstDayOf, type Month } from '../../kernel/day.ts'
import type { CaseId, ContractId, OrganisationId, StatementId } from '../../kernel/ids.ts'
import { atTime } from '../../kernel/instant.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Context, Work } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { actorsAlsoGet, type TestWorld } from '../../platform/testing.ts'
import type { Entitlement } from './domain/index.ts'

export { anApprovedReport } from '../delivery/testing.ts'

/** Jobs' own access to the world, as the queue has it. */
export function workOf(world: TestWorld): Work {
  const clock = async () => ({ today: world.today, now: atTime(world.today, '10:00') })
  return { pool: world.ownerPool, subscriptions: {}, clock }
}

// An approver of a test may approve anything of any office, unless the test is about the right itself.
actorsAlsoGet('approver', (pool, userId) =>
  pool.query(
    `insert into compensation.payment_right (user_id, office_id, limit_ore, valid_from, recorded_at)
     values ($1, null, 1000000000000, '2020-01-01', '2020-01-01')`,
    [userId],
  ),
)

/** A line of a statement in a test; name only what the test is about. */
export interface TestLine {
  readonly caseId: CaseId
  readonly amountOre: number
  readonly kind?: Entitlement['kind']
  /** Base fee: the month; else the chain's first day. */
  readonly of?: string
  readonly claimIds?: readonly string[]
}

/** A statement as compensation makes it, without the people behind it. */
export interface TestStatement {
  readonly statementId: StatementId
  readonly providerId: OrganisationId
  readonly contractId: ContractId
  readonly month: Month
  readonly lines: readonly TestLine[]
}

/** Writes a statement with its lines; what has been posted before on an entitlement is left out of account. */
export async function writeStatement(context: Context, statement: TestStatement): Promise<void> {
  const { statementId, providerId, contractId, month, lines } = statement
  await sql`
    insert into compensation.statement (id, provider_id, contract_id, month, version, total_ore, line_count, needed_approvers, made_on, recorded_at)
    select ${statementId}, ${providerId}, ${contractId}, ${month}, coalesce(max(s.version), 0) + 1, ${totalOf(statement)}, ${lines.length}, 2,
           ${context.today}, ${context.now}
      from compensation.statement s where s.contract_id = ${contractId} and s.month = ${month}`.execute(context.db)
  const rows = lines.map(({ caseId, amountOre, kind = 'base_fee', of = month, claimIds = [] }) => ({
    id: newId<string>(),
    case_id: caseId,
    kind,
    entitlement_key: `${kind} ${of}`,
    month: kind === 'base_fee' ? of : null,
    on_day: kind === 'base_fee' ? null : firstDayOf(month),
    chain_first_day: kind === 'base_fee' ? firstDayOf(month) : of,
    amount_ore: amountOre,
    entitled_ore: Math.max(amountOre, 0),
    facts: { decisionIds: [], reportIds: [], claimIds },
  }))
  await sql`
    insert into compensation.entitlement_line (id, statement_id, case_id, person_id, provider_id, contract_id, kind, entitlement_key, month, on_day,
      chain_first_day, level, amount_ore, entitled_ore, posted_ore, rule, steps, facts, decided_by, recorded_at)
    select r.id, ${statementId}, r.case_id, r.case_id, ${providerId}, ${contractId}, r.kind, r.entitlement_key, r.month, r.on_day, r.chain_first_day,
           'A', r.amount_ore, r.entitled_ore, r.entitled_ore - r.amount_ore, '{}', '[{}]', r.facts, '{}', ${context.now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, case_id uuid, kind text, entitlement_key text, month text, on_day date,
           chain_first_day date, amount_ore bigint, entitled_ore bigint, facts jsonb)`.execute(context.db)
}

/** Has two people with a right to it approve it. */
export async function writeApprovals(
  context: Context,
  statement: TestStatement,
  approvers: readonly [Actor, Actor],
): Promise<void> {
  const { statementId, providerId } = statement
  for (const [index, { userId }] of approvers.entries())
    await sql`
      insert into compensation.statement_approval (statement_id, provider_id, step, approved_by, total_ore, recorded_at)
      values (${statementId}, ${providerId}, ${index + 1}, ${userId}, ${totalOf(statement)}, ${context.now})`.execute(
      context.db,
    )
}

/** Has somebody return it. */
export async function writeReturn(context: Context, { statementId, providerId }: TestStatement): Promise<void> {
  await sql`
    insert into compensation.statement_return (statement_id, provider_id, returned_by, reason, recorded_at)
    values (${statementId}, ${providerId}, ${newId<string>()}, 'Provas igen', ${context.now})`.execute(context.db)
}

function totalOf({ lines }: TestStatement): number {
  return lines.reduce((all, each) => all + each.amountOre, 0)
}
