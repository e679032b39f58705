import { sql } from 'kysely'
import { type Approval, approval, refusalFor } from '../../kernel/approval.ts'
import type { Month } from '../../kernel/day.ts'
import type { ContractId, OrganisationId, StatementId, UserId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Ore } from '../../kernel/money.ts'
import { type Problem, problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { utc } from './case-money.ts'
import { rightRefusal } from './payment-rights.ts'

/** A statement with its four eyes, as an approver takes it up. */
export interface StatementOnDesk {
  readonly statementId: StatementId
  readonly providerId: OrganisationId
  readonly contractId: ContractId
  readonly month: Month
  readonly totalOre: Ore
  readonly approval: Approval
  /** The actor decided, verified or approved a fact that it rests on. */
  readonly decidedFacts: boolean
}

interface Row extends Omit<StatementOnDesk, 'approval'> {
  readonly neededApprovers: 1 | 2
  readonly madeBy: UserId | null
  readonly approvedBy: readonly { readonly by: UserId; readonly at: Instant }[]
  readonly returnedBy: { readonly by: UserId; readonly at: Instant; readonly reason: string } | null
}

/** A statement that the actor may see, or null. */
export async function findOnDesk(context: Context, statementId: StatementId): Promise<StatementOnDesk | null> {
  const { rows } = await sql<Row>`
    select s.id as "statementId", s.provider_id as "providerId", s.contract_id as "contractId", s.month, s.total_ore as "totalOre",
           s.needed_approvers as "neededApprovers", s.made_by as "madeBy",
           compensation.decided_its_facts(s.id, ${context.actor.userId}::uuid) as "decidedFacts",
           coalesce((select json_agg(json_build_object('by', a.approved_by, 'at', ${utc('a')}) order by a.step)
                       from compensation.statement_approval a where a.statement_id = s.id), '[]') as "approvedBy",
           (select json_build_object('by', r.returned_by, 'at', ${utc('r')}, 'reason', r.reason)
              from compensation.statement_return r where r.statement_id = s.id) as "returnedBy"
      from compensation.statement s where s.id = ${statementId}`.execute(context.db)
  const [row] = rows
  if (row === undefined) return null
  const { neededApprovers, madeBy, approvedBy, returnedBy, ...rest } = row
  const fresh = approval(madeBy === null ? [] : [madeBy], neededApprovers)
  return { ...rest, approval: { ...fresh, approvedBy, returnedBy } }
}

/** Holds the statement for an approver. Problems: `not-allowed`, `not-found`. */
export async function takeUp(context: Context, statementId: StatementId): Promise<Result<StatementOnDesk>> {
  await lockName(context, `statement:${statementId}`)
  const may = mayAct(context, ['approver'])
  if (!may.ok) return may
  const found = await findOnDesk(context, statementId)
  return found === null ? fail(problem('not-found')) : ok(found)
}

/**
 * Why the actor cannot approve it, or null: `four-eyes-fact` for who decided or verified what it rests on, the kernel's
 * `already-approved`, `already-returned`, `four-eyes-preparer`, `four-eyes-same-person`, and `payment-right-missing` or
 * `payment-right-too-low` where no right covers one of its offices.
 */
export async function approvalRefusal(context: Context, statement: StatementOnDesk): Promise<Problem | null> {
  const { userId } = context.actor
  if (userId === null) return problem('not-allowed')
  const refusal = refusalFor(statement.approval, userId) ?? (statement.decidedFacts ? problem('four-eyes-fact') : null)
  return refusal ?? rightRefusal(context, statement.statementId)
}

/** Why the actor cannot send it back, or null. Who decided a fact may: nothing is paid by it. */
export function returnRefusal(context: Context, statement: StatementOnDesk): Problem | null {
  const { userId } = context.actor
  if (userId === null) return problem('not-allowed')
  const refusal = refusalFor(statement.approval, userId)
  return refusal?.code === 'four-eyes-same-person' ? null : refusal
}
