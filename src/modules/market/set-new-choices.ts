import { sql } from 'kysely'
import type { ContractId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { findContract } from './reads.ts'

export interface SetNewChoices {
  readonly contractId: ContractId
  readonly open: boolean
  readonly reason: string
}

/**
 * Stops or opens a contract for new choices; who is placed stays (programme 7). Saying what already holds changes nothing.
 * Problems: `not-allowed`, `not-found`.
 */
export async function setNewChoices(context: Context, command: SetNewChoices): Promise<Result<{ saved: true }>> {
  await lockName(context, `market.new-choices:${command.contractId}`)
  const may = mayAct(context, ['overseer', 'administrator', 'system'])
  if (!may.ok) return may
  const contract = await findContract(context, command.contractId)
  if (contract === null) return fail(problem('not-found'))
  if (contract.openForChoices === command.open) return ok({ saved: true })
  await sql`
    insert into market.new_choices (contract_id, open, reason, replaces, recorded_at, recorded_by)
    values (${command.contractId}, ${command.open}, ${command.reason},
      (select n.id from market.new_choices n where n.contract_id = ${command.contractId}
          and not exists (select 1 from market.new_choices r where r.replaces = n.id)),
      ${context.now}, ${context.actor.userId})`.execute(context.db)
  return ok({ saved: true })
}
