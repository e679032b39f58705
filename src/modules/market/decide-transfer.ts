import { sql } from 'kysely'
import { approval, refusalFor } from '../../kernel/approval.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import type { AddressId, ContractId, OrganisationId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { closeTask } from '../../platform/tasks.ts'
import type { PriceModel } from '../../rules/index.ts'
import { addContract } from './add-contract.ts'
import { addProvider } from './add-provider.ts'
import { canTransfer } from './domain/index.ts'
import { saveContractEnd } from './end-contract.ts'
import { transferTask } from './prepare-transfer.ts'
import { findContract, findProvider } from './reads.ts'

export interface DecideTransfer {
  readonly transferId: string
  readonly outcome: 'approved' | 'returned'
  /** Needed when it is returned. */
  readonly reason: string | null
}

interface Prepared {
  readonly contractId: ContractId
  readonly toProvider: OrganisationId
  readonly name: string
  readonly onDay: Day
  readonly reason: string
  readonly preparedBy: UserId
  readonly priceModel: PriceModel
  readonly tenderId: string | null
  readonly decided: boolean
}

/**
 * Approves, or returns, a transfer that another person prepared. Approved: the new organisation has a contract on the
 * same terms from the day, at the same addresses, its staff the right to act there, and the old contract ends the day before.
 * The participants move on the day itself, by the calendar duty `market.move-transferred`. Problems: `not-allowed`,
 * `not-found`, `transfer-decided`, `four-eyes-preparer`, `required` on `reason`, and those of `canTransfer` and `addContract`.
 */
export async function decideTransfer(
  context: Context,
  command: DecideTransfer,
): Promise<Result<{ outcome: DecideTransfer['outcome'] }>> {
  const { transferId, outcome } = command
  await lockName(context, `market.transfer:${transferId}`)
  const may = mayAct(context, ['overseer'])
  if (!may.ok) return may
  const prepared = await findPrepared(context, transferId)
  if (prepared === null) return fail(problem('not-found'))
  if (prepared.decided) return fail(problem('transfer-decided'))
  const refusal = refusalFor(approval([prepared.preparedBy], 1), context.actor.userId as UserId)
  if (refusal !== null) return fail(refusal)
  const reason = command.reason?.trim() || null
  if (outcome === 'returned' && reason === null) return fail(problem('required', { field: 'reason' }))
  const made = outcome === 'approved' ? await passOn(context, transferId, prepared) : ok(null)
  if (!made.ok) return made
  await sql`
    insert into market.contract_transfer_decision (transfer_id, contract_id, prepared_by, outcome, reason, decided_by, new_contract_id, recorded_at)
    values (${transferId}, ${prepared.contractId}, ${prepared.preparedBy}, ${outcome}, ${reason}, ${context.actor.userId}, ${made.value}, ${context.now})`.execute(
    context.db,
  )
  await closeTask(context, { kind: transferTask, subjectId: transferId })
  return ok({ outcome })
}

async function findPrepared(context: Context, transferId: string): Promise<Prepared | null> {
  const { rows } = await sql<Prepared>`
    select t.contract_id as "contractId", t.to_provider as "toProvider", o.name, t.on_day as "onDay", t.reason, t.prepared_by as "preparedBy",
           c.price_model as "priceModel", c.tender_id as "tenderId", d.transfer_id is not null as decided
      from market.contract_transfer t
      join platform.organisation o on o.id = t.to_provider
      join market.v_contract c on c.contract_id = t.contract_id
      left join market.contract_transfer_decision d on d.transfer_id = t.id
     where t.id = ${transferId}`.execute(context.db)
  return rows[0] ?? null
}

async function passOn(context: Context, transferId: string, prepared: Prepared): Promise<Result<ContractId>> {
  const { contractId, toProvider, onDay } = prepared
  await lockName(context, `market.contract-end:${contractId}`)
  const contract = await findContract(context, contractId)
  if (contract === null) return fail(problem('not-found'))
  const days = { start: contract.fromDay, end: contract.toDay, providerId: contract.providerId }
  const can = canTransfer(days, { providerId: toProvider, onDay }, context.today)
  if (!can.ok) return can
  if ((await findProvider(context, toProvider)) === null) {
    const admitted = await addProvider(context, { organisationId: toProvider, name: prepared.name })
    if (!admitted.ok) return admitted
  }
  const addressIds = await copyAddresses(context, transferId, contractId, toProvider)
  const made = await addContract(context, {
    providerId: toProvider,
    areaCode: contract.areaCode,
    priceModel: prepared.priceModel,
    fromDay: onDay,
    lastDay: contract.toDay === null ? undefined : addDays(contract.toDay, -1),
    addressIds,
    tenderId: prepared.tenderId ?? undefined,
  })
  if (!made.ok) return made
  await copyCaps(context, transferId, contractId, made.value.id)
  await saveContractEnd(context, {
    contractId,
    cause: 'transferred',
    lastDay: addDays(onDay, -1),
    reason: prepared.reason,
  })
  await carryStaff(context, transferId, { from: contract.providerId, to: toProvider, onDay })
  return ok(made.value.id)
}

/** The same places under the new organisation's name. */
async function copyAddresses(
  context: Context,
  transferId: string,
  contractId: ContractId,
  toProvider: OrganisationId,
): Promise<AddressId[]> {
  const { rows } = await sql<{ old: AddressId }>`
    select address_id as old from market.contract_address where contract_id = ${contractId}`.execute(context.db)
  const made: AddressId[] = []
  for (const { old } of rows) {
    const id = newId<AddressId>()
    await sql`
      insert into market.provider_address (id, provider_id, street, postcode, locality, municipality_code, lat, lon, point_from, languages,
        orientations, presentation, recorded_at, recorded_by)
      select ${id}, ${toProvider}, street, postcode, locality, municipality_code, lat, lon, point_from, s.languages, s.orientations,
             s.presentation, ${context.now}, ${context.actor.userId}
        from market.provider_address a join market.address_shown s on s.address_id = a.id where a.id = ${old}`.execute(
      context.db,
    )
    await sql`
      insert into market.contract_transfer_address (transfer_id, old_address, new_address) values (${transferId}, ${old}, ${id})`.execute(
      context.db,
    )
    await sql`
      insert into market.adviser (provider_id, address_id, name, full_time_percent, languages, orientations, user_id, recorded_at, recorded_by)
      select ${toProvider}, ${id}, a.name, a.full_time_percent, a.languages, a.orientations, a.user_id, ${context.now}, ${context.actor.userId}
        from market.adviser a where a.address_id = ${old} and a.full_time_percent > 0
         and not exists (select 1 from market.adviser n where n.replaces = a.id)`.execute(context.db)
    made.push(id)
  }
  return made
}

async function copyCaps(context: Context, transferId: string, from: ContractId, to: ContractId): Promise<void> {
  await sql`
    insert into market.capacity_cap (contract_id, address_id, cap, recorded_at, recorded_by)
    select ${to}, t.new_address, k.cap, ${context.now}, ${context.actor.userId}
      from market.contract_transfer_address t
      join market.capacity_cap k on k.contract_id = ${from} and k.address_id = t.old_address
       and not exists (select 1 from market.capacity_cap n where n.replaces = k.id)
     where t.transfer_id = ${transferId}`.execute(context.db)
}

/** Whoever coordinates or advises at the old organisation may do so at the new one from the day on. */
async function carryStaff(
  context: Context,
  transferId: string,
  moved: { readonly from: OrganisationId; readonly to: OrganisationId; readonly onDay: Day },
): Promise<void> {
  await sql`
    select market.carry_staff(${transferId}, ${moved.from}, ${moved.to}, ${moved.onDay}::date, ${context.now})`.execute(
    context.db,
  )
}
