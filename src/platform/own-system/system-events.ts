import { sql } from 'kysely'
import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'

/** What a provider's own system can be told of. */
export const systemEvents = [
  'participant.placed',
  'participant.ended',
  'plan.approved',
  'plan.returned',
  'report.decided',
  'log.disputed',
  'outcome.verified',
] as const
export type SystemEvent = (typeof systemEvents)[number]

/** Keys, days, months and codes; never a name, a number or free text. */
export type SystemFacts = Readonly<Record<string, string | number | boolean | null>>

/**
 * Tells a provider's own system, in the transaction that gives cause for it: it is told if and only if that is saved.
 * Nothing is written where nobody listens, or where the organisation may not see the person.
 */
export async function tellSystem(
  context: Context,
  told: {
    readonly organisationId: OrganisationId
    readonly personId: PersonId
    readonly event: SystemEvent
    readonly facts: SystemFacts
  },
): Promise<void> {
  await sql`
    select platform.tell_system(${told.organisationId}, ${told.personId}, ${newId<string>()}, ${told.event}, ${context.now},
                                ${JSON.stringify(told.facts)}::jsonb)`.execute(context.db)
}
