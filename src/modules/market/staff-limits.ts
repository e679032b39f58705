import { sql } from 'kysely'
import type { AddressId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { StaffLimit } from './domain/index.ts'

/** What the staff at the addresses lets them take, where the rule by adviser is in force and staff has been entered. */
export async function staffLimits(
  context: Context,
  addressIds: readonly AddressId[],
): Promise<ReadonlyMap<AddressId, StaffLimit>> {
  const perAdviser = context.rules.market.participantsPerAdviser
  if (perAdviser === null || addressIds.length === 0) return new Map()
  const { rows } = await sql<{ addressId: AddressId; advisersPercent: number; takenAtAddress: number }>`
    select a as "addressId", market.adviser_percent(a) as "advisersPercent", market.places_taken_at(a, ${context.today}::date) as "takenAtAddress"
      from unnest(${[...new Set(addressIds)]}::uuid[]) as a where market.adviser_percent(a) is not null`.execute(
    context.db,
  )
  return new Map(rows.map(({ addressId, ...staff }) => [addressId, { ...staff, perAdviser }]))
}
