import { sql } from 'kysely'
import { addDays, type Day, maxDay } from '../../kernel/day.ts'
import type { AddressId, CaseId, ContractId, OrganisationId, PlacementId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { closeTask } from '../../platform/tasks.ts'
import { lockCase } from '../registration/index.ts'
import type { EndCause } from './domain/index.ts'
import { endSpell } from './end-placement.ts'
import { marketEvents, type ProviderChanged } from './events.ts'
import { changedLetter } from './letters.ts'
import { currentHoldersOf, openPlacementAccess } from './placement-access.ts'
import { findProvider } from './reads.ts'
import { nameAdviserTask, settlePlacement } from './settle-placement.ts'
import { lockOffer, type StoredSpell, spellsOf } from './store.ts'

/** A spell whose contract passes to another organisation by the day. */
export interface Transferred {
  readonly caseId: CaseId
  readonly placementId: PlacementId
  readonly onDay: Day
  readonly contractId: ContractId
  readonly addressId: AddressId
  /** Why the spell ends, where its last day is known already. */
  readonly endCause: EndCause | null
}

/** The spells that are to follow their contract by the day, and have not yet. */
export async function spellsToMove(context: Context, day: Day): Promise<Transferred[]> {
  const { rows } = await sql<Transferred>`
    select p.case_id as "caseId", p.id as "placementId", t.on_day as "onDay", d.new_contract_id as "contractId", a.new_address as "addressId",
           e.cause as "endCause"
      from market.contract_transfer t
      join market.contract_transfer_decision d on d.transfer_id = t.id and d.outcome = 'approved'
      join market.contract_transfer_address a on a.transfer_id = t.id
      join market.placement p on p.contract_id = t.contract_id and p.address_id = a.old_address
      left join market.placement_end e on e.placement_id = p.id and not exists (select 1 from market.placement_end n where n.replaces = e.id)
     where t.on_day <= ${day}::date and (e.id is null or (e.last_day >= t.on_day and e.last_day >= p.first_day))
     order by t.on_day, p.case_id, p.id`.execute(context.db)
  return rows
}

/**
 * Moves one participant along with the contract: the old spell ends the day before, the new one begins on the day, at the
 * same place, whether there is room or not; whoever is named for a protected identity and comes along still sees it. A last
 * day that is known already comes with it. Publishes `placement-ended` and `provider-changed`. Problems: `not-allowed`, `not-found`.
 */
export async function moveTransferred(
  context: Context,
  moved: Transferred,
): Promise<Result<{ placementId: PlacementId }>> {
  const locked = await lockCase(context, moved.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['system'])
  if (!may.ok) return may
  const head = locked.value
  const spell = (await spellsOf(context, moved.caseId)).find((one) => one.placementId === moved.placementId)
  const offer = await lockOffer(context, moved.contractId, moved.addressId)
  if (spell === undefined || offer === null) return fail(problem('not-found'))
  const firstDay = maxDay(maxDay(spell.firstDay, moved.onDay), context.today)
  const previousLastDay = addDays(firstDay, -1)
  const { caseId, personId } = head
  const holders = head.protection === 'none' ? [] : await namedWhoFollow(context, spell, offer.providerId)
  await endSpell(context, spell, previousLastDay, 'changed')
  const placementId = await settlePlacement(context, {
    head,
    offer,
    firstDay,
    decisionId: spell.decisionId,
    how: 'changed',
    assisted: false,
    follows: moved.endCause === 'changed' ? null : spell.placementId,
    window: null,
  })
  for (const holder of holders) await openPlacementAccess(context, { placementId, personId }, holder)
  if (holders.length > 0) await closeTask(context, { kind: nameAdviserTask, subjectId: placementId })
  const previousName = (await findProvider(context, spell.providerId))?.name ?? ''
  await changedLetter(context, { head, offer, firstDay, previousName, previousLastDay })
  const payload: ProviderChanged = {
    caseId,
    personId,
    decisionId: spell.decisionId,
    placementId,
    previousPlacementId: spell.placementId,
    providerId: offer.providerId,
    previousProviderId: spell.providerId,
    firstDay,
  }
  await context.publish({ name: marketEvents.providerChanged, payload })
  if (spell.lastDay !== null && moved.endCause !== null) {
    const made = (await spellsOf(context, caseId)).find((one) => one.placementId === placementId)
    if (made !== undefined) await endSpell(context, made, spell.lastDay, moved.endCause)
  }
  return ok({ placementId })
}

/** Who is named for a protected identity and works for the provider that takes over; never an organisation as a whole. */
async function namedWhoFollow(context: Context, spell: StoredSpell, takes: OrganisationId): Promise<UserId[]> {
  const { rows } = await sql<{ userId: UserId }>`
    select distinct user_id as "userId" from platform.duty
     where user_id = any (${await currentHoldersOf(context, spell)}::uuid[]) and organisation_id = ${takes}
       and role in ('coordinator', 'adviser') and (valid_to is null or valid_to > ${context.today}::date)`.execute(
    context.db,
  )
  return rows.map((row) => row.userId)
}
