import { sql } from 'kysely'
import type { AddressId, OrganisationId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { keepsAddress } from '../../platform/whole-organisation.ts'
import type { Orientation } from './contract.ts'
import { type AddressWords, checkWords } from './presentation-check.ts'

export interface ChangeAddress extends AddressWords {
  readonly addressId: AddressId
  readonly orientations: readonly Orientation[]
}

/**
 * A provider changes what it says of an own address to those who choose: a new fact, the earlier words stay on record.
 * The place itself does not change: another street is another address. Problems: `not-allowed`, `not-found` (also for
 * another provider's address), `language-unknown`, `presentation-too-long`, `presentation-hard`, `presentation-promises`,
 * `coordinator-of-places`.
 */
export async function changeAddress(context: Context, command: ChangeAddress): Promise<Result<{ saved: true }>> {
  const { addressId } = command
  await lockName(context, `market.address:${addressId}`)
  const may = mayAct(context, ['coordinator'])
  if (!may.ok) return may
  if ((await ownerOf(context, addressId)) !== context.actor.organisationId) return fail(problem('not-found'))
  const keeps = await keepsAddress(context, addressId)
  if (!keeps.ok) return keeps
  const plain = checkWords(context, command)
  if (!plain.ok) return plain
  await sql`
    insert into market.address_change (address_id, languages, orientations, presentation, replaces, recorded_at, recorded_by)
    values (${addressId}, ${[...new Set(command.languages)]}::text[], ${[...new Set(command.orientations)]}::text[], ${command.presentation},
      (select c.id from market.address_change c where c.address_id = ${addressId}
          and not exists (select 1 from market.address_change r where r.replaces = c.id)),
      ${context.now}, ${context.actor.userId})`.execute(context.db)
  return ok({ saved: true })
}

async function ownerOf(context: Context, addressId: AddressId): Promise<OrganisationId | undefined> {
  const { rows } = await sql<{ providerId: OrganisationId }>`
    select provider_id as "providerId" from market.provider_address where id = ${addressId}`.execute(context.db)
  return rows[0]?.providerId
}
