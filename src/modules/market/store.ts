import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type {
  AddressId,
  CaseId,
  ContractId,
  DecisionId,
  OrganisationId,
  PersonId,
  PlacementId,
} from '../../kernel/ids.ts'
import { type Context, lockName } from '../../platform/context.ts'
import type { Motive } from './contract.ts'
import {
  type ChoiceCause,
  type ChoiceDays,
  type EndCause,
  openPlaces,
  type PlacedHow,
  placesWithStaff,
  type Vacancy,
} from './domain/index.ts'

/** A choice window with what became of it. */
export interface StoredWindow extends ChoiceDays {
  readonly windowId: string
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly decisionId: DecisionId
  readonly chainId: string | null
  readonly cause: ChoiceCause
  /** The first day back after an interruption, or without the old provider's contract; null for the other causes. */
  readonly returnOn: Day | null
  readonly orderSeed: string
  readonly handedOver: 'no-place-within-reach' | 'protected-identity' | null
  readonly closedHow: 'placed' | 'service-ended' | null
  readonly remindedOn: Day | null
}

const windowColumns = sql`
  id as "windowId", case_id as "caseId", person_id as "personId", decision_id as "decisionId", chain_id as "chainId", cause, return_on as "returnOn", order_seed as "orderSeed",
  opened_on as "openedOn", remind_on as "remindOn", due_on as "dueOn", place_on as "placeOn", handed_over as "handedOver",
  closed_how as "closedHow", reminded_on as "remindedOn"`

/** The case's latest choice window, open or not; null when there was none. */
export async function latestWindow(context: Context, caseId: CaseId): Promise<StoredWindow | null> {
  const { rows } = await sql<StoredWindow>`
    select ${windowColumns} from market.v_choice_window where case_id = ${caseId}
     order by recorded_at desc, id desc limit 1`.execute(context.db)
  return rows[0] ?? null
}

/** The latest choice window of each case that has had one. */
export async function latestWindows(
  context: Context,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, StoredWindow>> {
  const { rows } = await sql<StoredWindow>`
    select distinct on (case_id) ${windowColumns} from market.v_choice_window where case_id = any (${[...caseIds]}::uuid[])
     order by case_id, recorded_at desc, id desc`.execute(context.db)
  return new Map(rows.map((row) => [row.caseId, row]))
}

export async function saveWindow(
  context: Context,
  window: ChoiceDays &
    Pick<StoredWindow, 'windowId' | 'caseId' | 'personId' | 'decisionId' | 'cause' | 'returnOn' | 'orderSeed'>,
): Promise<void> {
  await sql`
    insert into market.choice_window (id, case_id, person_id, decision_id, cause, return_on, order_seed, opened_on, remind_on, due_on, place_on, recorded_at, recorded_by)
    values (${window.windowId}, ${window.caseId}, ${window.personId}, ${window.decisionId}, ${window.cause}, ${window.returnOn}, ${window.orderSeed},
      ${window.openedOn}, ${window.remindOn}, ${window.dueOn}, ${window.placeOn}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
}

export async function saveReminder(context: Context, window: StoredWindow): Promise<void> {
  await sql`
    insert into market.choice_reminder (window_id, case_id, person_id, on_day, recorded_at, recorded_by)
    values (${window.windowId}, ${window.caseId}, ${window.personId}, ${context.today}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
}

/** Why a window was handed over to a caseworker. */
export type HandedOverWhy = NonNullable<StoredWindow['handedOver']>

export async function saveHandedOver(
  context: Context,
  handed: readonly { readonly window: StoredWindow; readonly why: HandedOverWhy }[],
): Promise<void> {
  if (handed.length === 0) return
  const rows = handed.map(({ window, why }) => ({ ...keyOf(window), why }))
  await sql`
    insert into market.choice_handed_over (window_id, case_id, person_id, on_day, why, recorded_at, recorded_by)
    select r.window_id, r.case_id, r.person_id, ${context.today}::date, r.why, ${context.now}, ${context.actor.userId}
      from jsonb_populate_recordset(null::market.choice_handed_over, ${JSON.stringify(rows)}::jsonb) r`.execute(
    context.db,
  )
}

/** Closes windows with a placement, or without because the service ended. */
export async function saveClosed(
  context: Context,
  closed: readonly { readonly window: StoredWindow; readonly placementId: PlacementId | null }[],
): Promise<void> {
  if (closed.length === 0) return
  const rows = closed.map(({ window, placementId }) => ({
    ...keyOf(window),
    how: placementId === null ? 'service-ended' : 'placed',
    placement_id: placementId,
  }))
  await sql`
    insert into market.choice_closed (window_id, case_id, person_id, how, placement_id, on_day, recorded_at, recorded_by)
    select r.window_id, r.case_id, r.person_id, r.how, r.placement_id, ${context.today}::date, ${context.now}, ${context.actor.userId}
      from jsonb_populate_recordset(null::market.choice_closed, ${JSON.stringify(rows)}::jsonb) r`.execute(context.db)
}

function keyOf({ windowId, caseId, personId }: StoredWindow) {
  return { window_id: windowId, case_id: caseId, person_id: personId }
}

/** A spell with a provider, also one that ended before it began. */
export interface StoredSpell {
  readonly placementId: PlacementId
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly decisionId: DecisionId
  readonly chainId: string | null
  readonly providerId: OrganisationId
  readonly contractId: ContractId
  readonly addressId: AddressId
  readonly firstDay: Day
  readonly lastDay: Day | null
  /** The row that gave the last day, which a later cause may replace. */
  readonly endId: string | null
}

/** Every spell of the case, the earliest first. */
export async function spellsOf(context: Context, caseId: CaseId): Promise<StoredSpell[]> {
  const { rows } = await sql<StoredSpell>`
    select p.id as "placementId", p.case_id as "caseId", p.person_id as "personId", p.decision_id as "decisionId", d.chain_id as "chainId", p.provider_id as "providerId",
           p.contract_id as "contractId", p.address_id as "addressId", p.first_day as "firstDay", e.last_day as "lastDay", e.id as "endId"
      from market.placement p
      left join decision.v_decision d on d.decision_id = p.decision_id
      left join market.placement_end e on e.placement_id = p.id and e.case_id = p.case_id
       and not exists (select 1 from market.placement_end n where n.replaces = e.id)
     where p.case_id = ${caseId}
     order by p.first_day, p.recorded_at, p.id`.execute(context.db)
  return rows
}

/** A placement to be saved; `follows` is the one that it takes over from. */
export interface NewPlacement {
  readonly placementId: PlacementId
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly decisionId: DecisionId
  readonly providerId: OrganisationId
  readonly contractId: ContractId
  readonly addressId: AddressId
  readonly how: PlacedHow
  readonly assisted: boolean
  readonly firstDay: Day
  readonly startReason: string | null
  readonly follows: PlacementId | null
  readonly motives: readonly Motive[]
}

export async function savePlacements(context: Context, made: readonly NewPlacement[]): Promise<void> {
  const rows = made.map((each) => ({
    id: each.placementId,
    case_id: each.caseId,
    person_id: each.personId,
    decision_id: each.decisionId,
    provider_id: each.providerId,
    contract_id: each.contractId,
    address_id: each.addressId,
    how: each.how,
    assisted: each.assisted,
    first_day: each.firstDay,
    start_reason: each.startReason,
    follows: each.follows,
  }))
  const said = made.filter((each) => each.motives.length > 0)
  await Promise.all([
    sql`
      insert into market.placement (id, case_id, person_id, decision_id, provider_id, contract_id, address_id, how, assisted, chosen_on, first_day,
        start_reason, follows, recorded_at, recorded_by)
      select r.id, r.case_id, r.person_id, r.decision_id, r.provider_id, r.contract_id, r.address_id, r.how, r.assisted, ${context.today}::date, r.first_day,
             r.start_reason, r.follows, ${context.now}, ${context.actor.userId}
        from jsonb_populate_recordset(null::market.placement, ${JSON.stringify(rows)}::jsonb) r`.execute(context.db),
    ...said.map(({ placementId, caseId, personId, motives }) =>
      sql`
        insert into market.choice_motive (placement_id, case_id, person_id, motives, recorded_at, recorded_by)
        values (${placementId}, ${caseId}, ${personId}, ${[...new Set(motives)]}::text[], ${context.now}, ${context.actor.userId})`.execute(
        context.db,
      ),
    ),
  ])
}

export async function saveEnd(context: Context, spell: StoredSpell, lastDay: Day, cause: EndCause): Promise<void> {
  await sql`
    insert into market.placement_end (placement_id, case_id, person_id, last_day, cause, replaces, recorded_at, recorded_by)
    values (${spell.placementId}, ${spell.caseId}, ${spell.personId}, ${lastDay}, ${cause}, ${spell.endId}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
}

/** What a choice needs to know of a contract at an address. */
export interface StoredOffer extends Vacancy {
  readonly contractId: ContractId
  readonly addressId: AddressId
  readonly providerId: OrganisationId
  readonly providerName: string
  readonly areaCode: string
  readonly street: string
  readonly postcode: string | null
  readonly locality: string
}

/** A contract at an address. */
export type PlaceKey = Pick<StoredOffer, 'contractId' | 'addressId'>

/** What is told of an offer to whom it concerns. */
export type ToldOffer = Pick<
  StoredOffer,
  'contractId' | 'addressId' | 'providerId' | 'providerName' | 'street' | 'postcode' | 'locality'
>

type OfferRow = Omit<StoredOffer, 'period' | 'openPlaces'> & {
  fromDay: Day
  toDay: Day | null
  cap: number | null
  taken: number
  advisersPercent: number | null
  takenAtAddress: number
}

/** The name that whoever gives places away locks: where staff sets a limit, all contracts at the address share their places. */
export function placeLock(context: Context, { contractId, addressId }: PlaceKey): string {
  const shared = context.rules.market.participantsPerAdviser !== null
  return shared ? `market.place:${addressId}` : `market.place:${contractId}:${addressId}`
}

/**
 * The offer with its places as of now, held until the transaction ends: of two who want the last place one waits, and
 * then sees that it is taken. Null when the contract is not used at the address.
 */
export async function lockOffer(
  context: Context,
  contractId: ContractId,
  addressId: AddressId,
): Promise<StoredOffer | null> {
  const perAdviser = context.rules.market.participantsPerAdviser
  await lockName(context, placeLock(context, { contractId, addressId }))
  const { rows } = await sql<OfferRow>`
    select contract_id as "contractId", address_id as "addressId", provider_id as "providerId", provider_name as "providerName",
           area_code as "areaCode", street, postcode, locality, from_day as "fromDay", to_day as "toDay", open_for_choices as "openForChoices", cap,
           market.places_taken(contract_id, address_id, ${context.today}::date) as taken,
           market.adviser_percent(address_id) as "advisersPercent", market.places_taken_at(address_id, ${context.today}::date) as "takenAtAddress"
      from market.v_offer where contract_id = ${contractId} and address_id = ${addressId}`.execute(context.db)
  const row = rows[0]
  if (row === undefined) return null
  const { fromDay, toDay, cap, taken, advisersPercent, takenAtAddress, ...rest } = row
  const staff = perAdviser === null || advisersPercent === null ? null : { advisersPercent, perAdviser, takenAtAddress }
  const places = placesWithStaff(openPlaces(cap, taken), staff)
  return { ...rest, period: { start: fromDay, end: toDay }, openPlaces: places }
}
