import { type RawBuilder, sql } from 'kysely'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'

/**
 * The provider whose desk it is: what another has told, mapped or reported of the participant it does not read, and the plan that
 * stands is its own. Null for everybody else.
 */
export function ownProvider({ actor }: Context): OrganisationId | null {
  return actor.role === 'coordinator' || actor.role === 'adviser' ? actor.organisationId : null
}

/** Whether the actor reads the words of a row: the provider's own; everybody else reads all that row-level security lets through. */
export function ofOwn(context: Context, providerId: RawBuilder<unknown>): RawBuilder<boolean> {
  const own = ownProvider(context)
  return own === null ? sql<boolean>`true` : sql<boolean>`${providerId} = ${own}`
}
