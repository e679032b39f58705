import { sql } from 'kysely'
import { lastDayOf, type Month } from '../../kernel/day.ts'
import type { ContractId, UserId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { systemActor } from '../../platform/actor.ts'
import { type Context, inTransaction, type Work } from '../../platform/context.ts'
import { type ClosedContract, closeContract } from './close-contract.ts'

export interface CloseMonth {
  readonly month: Month
  readonly requestedBy?: UserId | null
  /** Also contracts whose month is closed without a waiting or approved statement; the calendar closes each once. */
  readonly again?: boolean
}

const why = { operation: 'closeMonth', purpose: 'pay the providers' }

/** Contracts with somebody in service by the month's end whose month is still to be closed, in a fixed order. */
export async function contractsToClose(context: Context, { month, again }: CloseMonth): Promise<ContractId[]> {
  const { rows } = await sql<{ contractId: ContractId }>`
    select distinct p.contract_id as "contractId" from market.v_placement p
     where p.first_day <= ${lastDayOf(month)}
       and (${again ?? false}::boolean or not exists (
         select 1 from compensation.month_closed m where m.contract_id = p.contract_id and m.month = ${month}))
     order by 1`.execute(context.db)
  return rows.map((row) => row.contractId)
}

/**
 * Closes a month, each contract in a transaction of its own: a run that is killed and started again gives the same
 * statements. `tell` hears of each contract when it is done.
 */
export async function closeMonth(
  work: Work,
  command: CloseMonth,
  tell: (contractId: ContractId, closed: Result<ClosedContract>) => Promise<void> | void = () => undefined,
): Promise<{ statements: number; lines: number; openCases: number }> {
  const found = await inTransaction(work, systemActor, why, async (context) =>
    ok(await contractsToClose(context, command)),
  )
  const sums = { statements: 0, lines: 0, openCases: 0 }
  for (const contractId of found.ok ? found.value : []) {
    const { month, requestedBy } = command
    const closed = await inTransaction(work, systemActor, why, (context) =>
      closeContract(context, { contractId, month, requestedBy: requestedBy ?? null }),
    )
    if (closed.ok) {
      sums.statements += closed.value.statementId === null ? 0 : 1
      sums.lines += closed.value.lines
      sums.openCases += closed.value.openCases
    }
    await tell(contractId, closed)
  }
  return sums
}
