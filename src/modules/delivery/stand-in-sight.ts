import { sql } from 'kysely'
import { addDays, type Day } from '../../kernel/day.ts'
import type { CaseId, OrganisationId, PersonId, PlacementId, UserId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'

/** A booked meeting, or a participant's place in a session, and who holds it. */
export interface Held {
  readonly id: string
  readonly personId: PersonId
  readonly placementId: PlacementId
  readonly providerId: OrganisationId
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
    provider_id: each.providerId,
    adviser_id: each.calledOff ? null : each.adviserId,
    on_day: each.onDay,
    replaces: each.replaces ?? null,
  }))
  await sql`
    select delivery.let_holders_see(${JSON.stringify(rows)}::jsonb, ${context.rules.platform.standInSeesDays})`.execute(
    context.db,
  )
}

/** Who had the participant, in which spell. */
interface FormerAdviser {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly placementId: PlacementId
  readonly providerId: OrganisationId
  readonly adviserId: UserId
}

/**
 * Lets a former adviser go on seeing the participant for what the adviser still holds, and for what has just been and is not
 * written down yet (decision 0023): giving another adviser moves no meetings by itself.
 */
export async function letFormerAdviserFinish(context: Context, former: FormerAdviser): Promise<void> {
  const { caseId, personId, placementId, providerId, adviserId } = former
  const since = addDays(context.today, -context.rules.platform.standInSeesDays)
  const { rows } = await sql<{ id: string; onDay: Day }>`
    select s.id, s.on_day as "onDay"
      from (select meeting_id as id, case_id, provider_id, adviser_id, on_day from delivery.v_meeting where attendance_id is null
            union all
            select booking_id, case_id, provider_id, adviser_id, on_day from delivery.v_booking where not called_off and entry_id is null) s
     where s.case_id = ${caseId} and s.provider_id = ${providerId} and s.adviser_id = ${adviserId} and s.on_day >= ${since}::date`.execute(
    context.db,
  )
  if (rows.length === 0) return
  await letHoldersSee(
    context,
    rows.map((row) => ({ ...row, personId, placementId, providerId, adviserId })),
  )
}
