import { sql } from 'kysely'
import { type Day, maxDay } from '../../kernel/day.ts'
import type { CaseId, OrganisationId, PersonId, PlacementId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import { type CaseHead, lockCase } from '../registration/index.ts'
import { firstDayWithoutAccess } from './domain/index.ts'
import { currentHoldersOf, endSightToday, openPlacementAccesses } from './placement-access.ts'
import { nameAdviserTask, toName } from './settle-placement.ts'

interface Seen {
  readonly placementId: PlacementId
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly providerId: OrganisationId
  readonly firstDay: Day
  readonly lastDay: Day | null
}

/**
 * Follows `person-changed`: when a protection of the identity begins, whoever sees the person at the provider does so no longer,
 * and the caseworker names who may; when it ends, the organisation sees the person again, and whoever was named goes on
 * (programme 4.1, 12). It concerns spells that last or lie ahead and those that the provider still reads of. Problem: `not-found`.
 */
export async function followProtection(
  context: Context,
  changed: { readonly caseId: CaseId; readonly fields: readonly string[] },
): Promise<Result<unknown>> {
  if (!changed.fields.includes('protection')) return ok(null)
  const locked = await lockCase(context, changed.caseId)
  if (!locked.ok) return locked
  const head = locked.value
  for (const spell of await spellsRead(context, head.personId)) {
    const holders = await currentHoldersOf(context, spell)
    const isOpen = holders.includes(spell.providerId)
    if (head.protection !== 'none' && isOpen) await hide(context, head, spell)
    if (head.protection === 'none' && !isOpen) await open(context, spell)
  }
  return ok(null)
}

/** The person's spells, of all cases, that a provider may read of today. */
async function spellsRead(context: Context, personId: PersonId): Promise<Seen[]> {
  const { rows } = await sql<Seen>`
    select p.id as "placementId", p.case_id as "caseId", p.person_id as "personId", p.provider_id as "providerId", p.first_day as "firstDay",
           e.last_day as "lastDay"
      from market.placement p
      left join market.placement_end e on e.placement_id = p.id and e.case_id = p.case_id
       and (select n.id from market.placement_end n where n.replaces = e.id) is null
     where p.person_id = ${personId} order by p.first_day, p.recorded_at, p.id`.execute(context.db)
  return rows.filter(({ lastDay }) => lastDay === null || context.today < firstDayWithoutAccess(lastDay, context.rules))
}

async function hide(context: Context, head: CaseHead, spell: Seen): Promise<void> {
  const { placementId, caseId, firstDay, lastDay } = spell
  await endSightToday(context, spell)
  const lasts = lastDay === null || lastDay >= maxDay(firstDay, context.today)
  if (lasts)
    await openTask(context, toName({ ...head, caseId }, { placementId, firstDay }, maxDay(firstDay, context.today)))
}

async function open(context: Context, spell: Seen): Promise<void> {
  const { placementId, firstDay, lastDay, providerId } = spell
  await closeTask(context, { kind: nameAdviserTask, subjectId: placementId })
  // A spell that never began gave the provider nothing to read of.
  if (lastDay !== null && lastDay < firstDay) return
  const to = lastDay === null ? null : firstDayWithoutAccess(lastDay, context.rules)
  await openPlacementAccesses(context, [{ placement: spell, holder: providerId, to }])
}
