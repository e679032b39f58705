import { sql } from 'kysely'
import { addDays, type Day, maxDay } from '../../kernel/day.ts'
import type { AddressId, CaseId, OrganisationId, PersonId, PlacementId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import type { CaseHead } from '../registration/index.ts'
import { openDesk } from './desk.ts'
import { channelTo } from './notices.ts'
import { letFormerAdviserFinish } from './stand-in-sight.ts'
import { addFact } from './store.ts'

export interface GiveAdviser {
  readonly caseId: CaseId
  /** One of the provider's coordinators or advisers. */
  readonly adviserId: UserId
}

/**
 * Gives the participant an adviser, or another one whom the participant is told of; the spell's adviser signs its reports (house 5).
 * What is booked stays with whoever holds it, who goes on seeing the participant for that.
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
  const { rows } = await sql<{ id: string; adviserId: UserId }>`
    select id, adviser_id as "adviserId" from delivery.v_adviser where placement_id = ${spell.placementId}`.execute(
    context.db,
  )
  const former = rows[0] ?? null
  const id = newId<string>()
  await addFact(context, 'spell_adviser', head, {
    id,
    placement_id: spell.placementId,
    provider_id: providerId,
    adviser_id: command.adviserId,
    from_day: maxDay(context.today, spell.firstDay),
    replaces: former?.id ?? null,
  })
  if (former !== null && former.adviserId !== command.adviserId) {
    const { caseId, personId } = head
    const { placementId } = spell
    await letFormerAdviserFinish(context, { caseId, personId, placementId, providerId, adviserId: former.adviserId })
    await tellParticipant(context, head, id, command.adviserId)
  }
  return ok({ id })
}

async function tellParticipant(context: Context, head: CaseHead, subjectId: string, adviserId: UserId): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select display_name as name from platform.user_account where id = ${adviserId}`.execute(context.db)
  await notify(context, {
    kind: 'delivery.new-adviser',
    channel: channelTo(head),
    personId: head.personId,
    subjectId,
    values: { adviserName: rows[0]?.name ?? '' },
  })
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

/** A participant with a new provider, as `placed` and `provider-changed` tell. */
export interface NewlyPlaced {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly placementId: PlacementId
  readonly providerId: OrganisationId
  readonly firstDay: Day
}

/**
 * Subscriber of `placed` and `provider-changed`: the adviser at the address with the fewest participants, who does not leave soon, gets each new one. None
 * for a protected identity, whose adviser the employment service names, and none where the provider has no adviser.
 */
export async function giveFirstAdvisers(context: Context, placed: readonly NewlyPlaced[]): Promise<void> {
  const loads = await adviserLoads(
    context,
    placed.map((each) => each.providerId),
  )
  const withStaff = placed.filter((each) => loads.has(each.providerId))
  if (withStaff.length === 0) return
  const open = await openIdentities(
    context,
    withStaff.map((each) => each.caseId),
  )
  const addresses = await addressesOf(context, withStaff, loads)
  const soon = addDays(context.today, context.rules.platform.leaverNoticeDays)
  const rows = withStaff.flatMap((each) => {
    if (!open.has(each.caseId)) return []
    const [first] = fitting(loads.get(each.providerId) ?? [], addresses.get(each.placementId)).sort(byLoad(soon))
    if (first === undefined) return []
    first.participants += 1
    return [
      {
        case_id: each.caseId,
        person_id: each.personId,
        placement_id: each.placementId,
        provider_id: each.providerId,
        adviser_id: first.adviserId,
        from_day: each.firstDay,
      },
    ]
  })
  await sql`
    insert into delivery.spell_adviser (case_id, person_id, placement_id, provider_id, adviser_id, from_day, recorded_at)
    select r.case_id, r.person_id, r.placement_id, r.provider_id, r.adviser_id, r.from_day, ${context.now}
      from jsonb_populate_recordset(null::delivery.spell_adviser, ${JSON.stringify(rows)}::jsonb) r`.execute(context.db)
}

interface Load {
  readonly providerId: OrganisationId
  readonly adviserId: UserId
  participants: number
  /** Addresses of the duty; none = the whole organisation. */
  readonly places: readonly AddressId[]
  /** First day without the duty. */
  readonly leavesOn: Day | null
}

/** Those who stay, then the fewest participants first, equals by key. */
function byLoad(soon: Day): (a: Load, b: Load) => number {
  const leaves = (load: Load) => Number(load.leavesOn !== null && load.leavesOn <= soon)
  return (a, b) => leaves(a) - leaves(b) || a.participants - b.participants || (a.adviserId < b.adviserId ? -1 : 1)
}

/** The advisers at the participant's address; all where none is. */
function fitting(loads: readonly Load[], addressId: AddressId | undefined): Load[] {
  const there = loads.filter(
    ({ places }) => places.length === 0 || (addressId !== undefined && places.includes(addressId)),
  )
  return there.length > 0 ? there : [...loads]
}

/** Where each is placed, asked for only where an adviser is for some addresses alone. */
async function addressesOf(
  context: Context,
  placed: readonly NewlyPlaced[],
  loads: ReadonlyMap<OrganisationId, readonly Load[]>,
): Promise<ReadonlyMap<PlacementId, AddressId>> {
  const asked = placed.filter(({ providerId }) => loads.get(providerId)?.some(({ places }) => places.length > 0))
  if (asked.length === 0) return new Map()
  const { rows } = await sql<{ placementId: PlacementId; addressId: AddressId }>`
    select placement_id as "placementId", address_id as "addressId" from market.v_placement
     where placement_id = any (${asked.map((each) => each.placementId)}::uuid[])`.execute(context.db)
  return new Map(rows.map((row) => [row.placementId, row.addressId]))
}

/** Each provider's advisers on the day with their participants; a provider without any is not there. */
async function adviserLoads(
  context: Context,
  providerIds: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, Load[]>> {
  const { rows } = await sql<Load>`
    select provider_id as "providerId", adviser_id as "adviserId", participants, to_json(places) as places, leaves_on as "leavesOn"
      from delivery.adviser_loads(${[...new Set(providerIds)]}::uuid[], ${context.today}::date)`.execute(context.db)
  return Map.groupBy(rows, (row) => row.providerId)
}

/** The cases whose person's identity is not protected. */
async function openIdentities(context: Context, caseIds: readonly CaseId[]): Promise<ReadonlySet<CaseId>> {
  const { rows } = await sql<{ caseId: CaseId }>`
    select c.case_id as "caseId" from registration.v_case c join registration.v_person p on p.person_id = c.person_id
     where c.case_id = any (${[...caseIds]}::uuid[]) and p.protection = 'none'`.execute(context.db)
  return new Set(rows.map((row) => row.caseId))
}
