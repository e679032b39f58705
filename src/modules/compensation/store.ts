import { sql } from 'kysely'
import type { OrganisationId, StatementId } from '../../kernel/ids.ts'
import type { Ore } from '../../kernel/money.ts'
import type { Context } from '../../platform/context.ts'
import type { ReturnCode } from './contract/review.ts'

export async function saveApproval(
  context: Context,
  approval: {
    readonly statementId: StatementId
    readonly providerId: OrganisationId
    readonly step: number
    readonly totalOre: Ore
  },
): Promise<void> {
  await sql`
    insert into compensation.statement_approval (statement_id, provider_id, step, approved_by, total_ore, recorded_at)
    values (${approval.statementId}, ${approval.providerId}, ${approval.step}, ${context.actor.userId}, ${approval.totalOre}, ${context.now})`.execute(
    context.db,
  )
}

export async function saveReturn(
  context: Context,
  returned: {
    readonly statementId: StatementId
    readonly providerId: OrganisationId
    readonly code: ReturnCode
    readonly reason: string
  },
): Promise<void> {
  await sql`
    insert into compensation.statement_return (statement_id, provider_id, returned_by, code, reason, recorded_at)
    values (${returned.statementId}, ${returned.providerId}, ${context.actor.userId}, ${returned.code}, ${returned.reason}, ${context.now})`.execute(
    context.db,
  )
}
