import { sql } from 'kysely'
import { type Day, maxDay } from '../../kernel/day.ts'
import type { CaseId, OrganisationId, PersonId, PlacementId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { findCase } from '../registration/index.ts'
import { openDesk } from './desk.ts'
import { addFact } from './store.ts'

export interface GiveAdviser {
  readonly caseId: CaseId
  /** One of the provider's coordinators or advisers. */
  readonly adviserId: UserId
}

/**
 * Gives the participant an adviser, or another one; the spell's adviser signs its reports (house 5).
 * Problems: `not-found`, `not-allowed`, `not-your-participant`, `not-provider-staff`.
 */
export async function giveAdviser(context: Context, command: GiveAdviser): Promise<Result<{ id: string }>> {
  const desk = await openDesk(context, command.caseId)
  if (!desk.ok) return desk
  const may = mayAct(context, ['coordinator'])
  if (!may.ok) return may
  const { head, providerId, spells } = desk.value
  const spell = spells.findLast((each) => each.lastDay === null || each.lastDay >= context.today) ?? spells.at(-1)
  if (!spell) throw new Error('a desk has at least one spell')
  if (!(await isStaffOf(context, command.adviserId, providerId)))
    return fail(problem('not-provider-staff', { field: 'adviserId' }))
  const { rows } = await sql<{ id: string }>`
    select id from delivery.v_adviser where placement_id = ${spell.placementId}`.execute(context.db)
  const id = newId<string>()
  await addFact(context, 'spell_adviser', head, {
    id,
    placement_id: spell.placementId,
    provider_id: providerId,
    adviser_id: command.adviserId,
    from_day: maxDay(context.today, spell.firstDay),
    replaces: rows[0]?.id ?? null,
  })
  return ok({ id })
}

/** Whether the user is a coordinator or adviser of the provider on the day. */
export async function isStaffOf(context: Context, userId: UserId, providerId: OrganisationId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from platform.duty
     where user_id = ${userId} and organisation_id = ${providerId} and role in ('coordinator', 'adviser')
       and valid_from <= ${context.today}::date and (valid_to is null or valid_to > ${context.today}::date) limit 1`.execute(
    context.db,
  )
  return rows.length > 0
}

/**
 * Subscriber of `placed` and `provider-changed`: the provider's adviser with the fewest participants gets the new one. None
 * for a protected identity, whose adviser the employment service names, and none where the provider has no adviser.
 */
export async function giveFirstAdviser(
  context: Context,
  placed: {
    readonly caseId: CaseId
    readonly personId: PersonId
    readonly placementId: PlacementId
    readonly providerId: OrganisationId
    readonly firstDay: Day
  },
): Promise<void> {
  const head = await findCase(context, placed.caseId)
  if (head === null || head.protection !== 'none') return
  const { rows } = await sql<{ adviserId: UserId | null }>`
    select delivery.next_adviser(${placed.providerId}, ${context.today}::date) as "adviserId"`.execute(context.db)
  const adviserId = rows[0]?.adviserId ?? null
  if (adviserId === null) return
  await addFact(
    context,
    'spell_adviser',
    placed,
    {
      placement_id: placed.placementId,
      provider_id: placed.providerId,
      adviser_id: adviserId,
      from_day: placed.firstDay,
    },
    null,
  )
}
