import { sql } from 'kysely'
import type { AddressId, ContractId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { keepsAddress } from '../../platform/whole-organisation.ts'
import type { CapacityCap } from './domain/index.ts'
import { lockOffer } from './store.ts'

export interface SetCapacity {
  readonly contractId: ContractId
  readonly addressId: AddressId
  /** The most participants at once; null lifts the cap. */
  readonly cap: CapacityCap
}

/**
 * A provider's own cap at an address. Lowering it evicts nobody: new ones wait until enough have left (programme 4.4).
 * Problems: `not-allowed`, `not-found` (also for another provider's contract), `cap-not-whole`, `coordinator-of-places`.
 */
export async function setCapacity(context: Context, command: SetCapacity): Promise<Result<{ saved: true }>> {
  const offer = await lockOffer(context, command.contractId, command.addressId)
  const may = mayAct(context, ['coordinator', 'system'])
  if (!may.ok) return may
  const { role, organisationId } = context.actor
  if (offer === null || (role !== 'system' && offer.providerId !== organisationId)) return fail(problem('not-found'))
  const keeps = await keepsAddress(context, command.addressId)
  if (!keeps.ok) return keeps
  const { cap, contractId, addressId } = command
  if (cap !== null && (!Number.isSafeInteger(cap) || cap < 0)) return fail(problem('cap-not-whole', { field: 'cap' }))
  await sql`
    insert into market.capacity_cap (contract_id, address_id, cap, replaces, recorded_at, recorded_by)
    values (${contractId}, ${addressId}, ${cap},
      (select k.id from market.capacity_cap k where k.contract_id = ${contractId} and k.address_id = ${addressId}
          and not exists (select 1 from market.capacity_cap r where r.replaces = k.id)),
      ${context.now}, ${context.actor.userId})`.execute(context.db)
  return ok({ saved: true })
}
