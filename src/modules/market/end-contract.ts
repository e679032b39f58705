import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { ContractId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { notify } from '../../platform/outbox.ts'
import { registrars } from './add-provider.ts'
import { canEndContract } from './domain/index.ts'
import { findContract } from './reads.ts'

export type ContractEndCause = 'notice-by-provider' | 'notice-by-authority' | 'cancelled' | 'transferred'

export interface EndContract {
  readonly contractId: ContractId
  readonly cause: Exclude<ContractEndCause, 'transferred'>
  /** The last day on which somebody can be in service under it; nobody can start after it. */
  readonly lastDay: Day
  readonly reason: string
}

/**
 * Gives a contract its last day before time. Who would start after it can no longer choose it; who is in service stays
 * until moved. A later notice takes the place of an earlier one, but a passed last day stands.
 * Problems: `not-allowed`, `not-found`, `end-in-the-past`, `end-after-contract`, `contract-over`.
 */
export async function endContract(context: Context, command: EndContract): Promise<Result<{ saved: true }>> {
  await lockName(context, `market.contract-end:${command.contractId}`)
  const may = mayAct(context, registrars)
  if (!may.ok) return may
  const contract = await findContract(context, command.contractId)
  if (contract === null) return fail(problem('not-found'))
  const can = canEndContract({ start: contract.fromDay, end: contract.toDay }, command.lastDay, context.today)
  if (!can.ok) return can
  await saveContractEnd(context, command)
  await notify(context, {
    kind: 'market.contract-ends',
    organisationId: contract.providerId,
    channel: 'screen',
    subjectId: command.contractId,
    values: { lastDay: command.lastDay },
  })
  return ok({ saved: true })
}

/** The row that ends a contract; its days follow by themselves. */
export async function saveContractEnd(
  context: Context,
  end: { contractId: ContractId; cause: ContractEndCause; lastDay: Day; reason: string },
): Promise<void> {
  const { contractId, cause, lastDay, reason } = end
  await sql`
    insert into market.contract_end (contract_id, cause, notice_on, last_day, reason, replaces, recorded_at, recorded_by)
    values (${contractId}, ${cause}, ${context.today}, ${lastDay}, ${reason},
      (select e.id from market.contract_end e where e.contract_id = ${contractId}
          and not exists (select 1 from market.contract_end r where r.replaces = e.id)),
      ${context.now}, ${context.actor.userId})`.execute(context.db)
}
