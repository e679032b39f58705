import { type RawBuilder, sql } from 'kysely'
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
  opened: readonly {
    readonly placement: Placement
    readonly holder: OrganisationId | UserId
    /** First day without access; null while it lasts. */
    readonly to?: Day | null
  }[],
): Promise<void> {
  const granted = opened.map(({ placement, holder, to = null }) => ({
    personId: placement.personId,
    holder,
    ground: groundOf(placement),
    from: context.today,
    to,
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
async function holdersOf(context: Context, placement: Placement): Promise<(OrganisationId | UserId)[]> {
  return readHolders(context, placement, sql`true`)
}

/** Whoever sees the person by the placement today. */
export async function currentHoldersOf(context: Context, placement: Placement): Promise<(OrganisationId | UserId)[]> {
  return readHolders(context, placement, sql`(valid_to is null or valid_to > ${context.today}::date)`)
}

async function readHolders(context: Context, placement: Placement, condition: RawBuilder<unknown>) {
  const { rows } = await sql<{ holder: OrganisationId | UserId }>`
    select distinct holder from platform.access
     where person_id = ${placement.personId} and ground = ${groundOf(placement)} and ${condition}`.execute(context.db)
  return rows.map((row) => row.holder)
}

/** Nobody but `keeps` sees the person by the placement from today on. */
export async function endSightToday(context: Context, placement: Placement, keeps: readonly string[] = []) {
  const { personId } = placement
  const ground = groundOf(placement)
  for (const holder of await currentHoldersOf(context, placement)) {
    if (!keeps.includes(holder)) await endAccess(context, { personId, holder, ground, to: context.today })
  }
}
