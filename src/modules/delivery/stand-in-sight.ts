import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { PersonId, PlacementId, UserId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'

/** A booked meeting, or a participant's place in a session, and who holds it. */
export interface Held {
  readonly id: string
  readonly personId: PersonId
  readonly placementId: PlacementId
  readonly adviserId: UserId | null
  readonly onDay: Day
  readonly calledOff?: boolean
  /** What this takes the place of: whoever held that sees the participant no longer by it. */
  readonly replaces?: string | undefined
}

/**
 * Lets whoever holds a meeting or a session without having the participant see the participant until some days after it, to
 * prepare it and to write down what came of it (decision 0023). The organisation's access goes before: this opens nothing else.
 */
export async function letHoldersSee(context: Context, held: readonly Held[]): Promise<void> {
  const rows = held.map((each) => ({
    id: each.id,
    person_id: each.personId,
    placement_id: each.placementId,
    adviser_id: each.calledOff ? null : each.adviserId,
    on_day: each.onDay,
    replaces: each.replaces ?? null,
  }))
  await sql`
    select delivery.let_holders_see(${JSON.stringify(rows)}::jsonb, ${context.rules.platform.standInSeesDays})`.execute(
    context.db,
  )
}
