import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { ContractId, OrganisationId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { openTask } from '../../platform/tasks.ts'
import { canProvide } from './add-provider.ts'
import { canTransfer } from './domain/index.ts'
import { findContract } from './reads.ts'

export interface PrepareTransfer {
  readonly contractId: ContractId
  readonly toOrganisationId: OrganisationId
  /** The new organisation's first day. */
  readonly onDay: Day
  readonly reason: string
}

/** The work item of a transfer that waits for another person's decision. */
export const transferTask = 'market.decide-transfer'

/**
 * Prepares that a contract passes to another organisation with its participants. Nothing happens until another person
 * has approved it. Problems: `not-allowed`, `not-found`, `municipality-not-provider`, `authority-not-provider`,
 * `transfer-under-way`, and those of `canTransfer`.
 */
export async function prepareTransfer(context: Context, command: PrepareTransfer): Promise<Result<{ id: string }>> {
  const { contractId, toOrganisationId, onDay, reason } = command
  await lockName(context, `market.contract-end:${contractId}`)
  const may = mayAct(context, ['overseer'])
  if (!may.ok) return may
  const contract = await findContract(context, contractId)
  if (contract === null) return fail(problem('not-found'))
  const { rows } = await sql<{ kind: string }>`
    select kind from platform.organisation where id = ${toOrganisationId}`.execute(context.db)
  const receiver = canProvide(rows[0]?.kind ?? null, context.rules.market.municipalityMayProvide)
  if (!receiver.ok) return receiver
  const days = { start: contract.fromDay, end: contract.toDay, providerId: contract.providerId }
  const can = canTransfer(days, { providerId: toOrganisationId, onDay }, context.today)
  if (!can.ok) return can
  if (await isUnderWay(context, contractId)) return fail(problem('transfer-under-way'))
  const id = newId<string>()
  await sql`
    insert into market.contract_transfer (id, contract_id, to_provider, on_day, reason, prepared_by, recorded_at)
    values (${id}, ${contractId}, ${toOrganisationId}, ${onDay}, ${reason}, ${context.actor.userId}, ${context.now})`.execute(
    context.db,
  )
  await openTask(context, {
    kind: transferTask,
    subjectId: id,
    why: { code: 'transfer-prepared', values: { onDay } },
    dueOn: onDay,
    for: { organisationId: context.actor.organisationId },
  })
  return ok({ id })
}

async function isUnderWay(context: Context, contractId: ContractId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from market.contract_transfer t left join market.contract_transfer_decision d on d.transfer_id = t.id
     where t.contract_id = ${contractId} and d.outcome is distinct from 'returned'`.execute(context.db)
  return rows.length > 0
}
