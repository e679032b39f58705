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

/** What a provider's own system is to be told. */
export interface Told {
  readonly organisationId: OrganisationId
  readonly personId: PersonId
  readonly event: SystemEvent
  readonly facts: SystemFacts
}

/**
 * Tells a provider's own system, in the transaction that gives cause for it: it is told if and only if that is saved.
 * Nothing is written where nobody listens, or where the organisation may not see the person.
 */
export function tellSystem(context: Context, told: Told): Promise<void> {
  return tellSystems(context, [told])
}

/** `tellSystem` for many, in one statement. */
export async function tellSystems(context: Context, told: readonly Told[]): Promise<void> {
  const rows = told.map(({ organisationId, personId, event, facts }) => ({
    organisation: organisationId,
    person: personId,
    message: newId<string>(),
    event,
    facts,
  }))
  await sql`
    select platform.tell_system(r.organisation, r.person, r.message, r.event, ${context.now}, r.facts)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (organisation uuid, person uuid, message uuid, event text, facts jsonb)`.execute(
    context.db,
  )
}
