import { sql } from 'kysely'
import { addDays, type Day } from '../../kernel/day.ts'
import type { OrganisationId, PersonId, PlacementId, UserId } from '../../kernel/ids.ts'
import { endAccess, grantAccessToMany } from '../../platform/access.ts'
import type { Context } from '../../platform/context.ts'
import { firstDayWithoutAccess } from './domain/index.ts'

type Placement = { readonly placementId: PlacementId; readonly personId: PersonId }

// A ground of its own for each spell: the end of one never shortens what another gives the same provider.
const groundOf = (placement: Placement) => `placement:${placement.placementId}`

/** Lets a provider, or one of its staff for a protected identity, see the person from today on (programme 12). */
export async function openPlacementAccess(
  context: Context,
  placement: Placement,
  holder: OrganisationId | UserId,
): Promise<void> {
  await openPlacementAccesses(context, [{ placement, holder }])
}

/** `openPlacementAccess` for many. */
export function openPlacementAccesses(
  context: Context,
  opened: readonly { readonly placement: Placement; readonly holder: OrganisationId | UserId }[],
): Promise<void> {
  const granted = opened.map(({ placement, holder }) => ({
    personId: placement.personId,
    holder,
    ground: groundOf(placement),
    from: context.today,
  }))
  return grantAccessToMany(context, granted)
}

/**
 * Whoever sees the person by the placement does so until 30 days after the last day; a provider that never had the
 * person, until the end of today.
 */
export async function closePlacementAccess(
  context: Context,
  spell: Placement & { readonly firstDay: Day; readonly lastDay: Day },
): Promise<void> {
  const { personId } = spell
  const ground = groundOf(spell)
  const neverBegan = spell.lastDay < spell.firstDay
  const to = neverBegan ? addDays(context.today, 1) : firstDayWithoutAccess(spell.lastDay, context.rules)
  for (const holder of await holdersOf(context, spell)) await endAccess(context, { personId, holder, ground, to })
}

/** Whoever sees, or has seen, the person by the placement. */
export async function holdersOf(context: Context, placement: Placement): Promise<(OrganisationId | UserId)[]> {
  const { rows } = await sql<{ holder: OrganisationId | UserId }>`
    select distinct holder from platform.access
     where person_id = ${placement.personId} and ground = ${groundOf(placement)}`.execute(context.db)
  return rows.map((row) => row.holder)
}
