import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { AddressId } from '../../kernel/ids.ts'
import { type Context, lockNames } from '../../platform/context.ts'
import { type FieldOffer, nearestInTurn, type Seeker, type Turn } from './domain/index.ts'
import { countsOf, keyOf } from './open-offers.ts'
import { staffLimits } from './staff-limits.ts'
import { placeLock, type ToldOffer } from './store.ts'

/** An offer as the nearest-provider rule and the letter about its answer need it. */
export type Candidate = FieldOffer & ToldOffer

/** What the rule came to for each, in order, and the offers that it looked among. */
export interface Answered {
  readonly field: readonly Candidate[]
  readonly turns: readonly Turn[]
}

/**
 * The rule's answers for the people in turn, with the places they get held until the transaction ends. Somebody may take a
 * place between the reading and the lock: then everybody is asked again, with the places as they are by then.
 */
export async function answerInTurn(context: Context, seekers: readonly Seeker[]): Promise<Answered> {
  const areas = [...new Set(seekers.flatMap(({ areaCode, neighbours }) => [areaCode, ...neighbours]))]
  const held = new Set<string>()
  let field = await readField(context, areas)
  for (;;) {
    const turns = nearestInTurn(seekers, field, context.rules)
    const places = turns.flatMap(({ nearest }) => (nearest === null ? [] : (field[nearest] ?? [])))
    const free = places.filter((offer) => !held.has(placeLock(context, offer)))
    const names = free.map((offer) => placeLock(context, offer))
    if (names.length > 0) await lockNames(context, names)
    for (const name of names) held.add(name)
    const addresses = new Set(free.map((offer) => offer.addressId))
    const before = field.filter((offer) => addresses.has(offer.addressId))
    const now = addresses.size === 0 ? before : await readField(context, areas, addresses)
    if (JSON.stringify(now) === JSON.stringify(before)) return { field, turns }
    field = [...field.filter((offer) => !addresses.has(offer.addressId)), ...now]
  }
}

type Row = Omit<Candidate, 'point' | 'period' | 'taken' | 'staff'> & {
  readonly lat: number
  readonly lon: number
  readonly fromDay: Day
  readonly toDay: Day | null
}

/** All that takes new participants in the areas, or only at the addresses, with how many have a place as of now. */
async function readField(
  context: Context,
  areas: readonly string[],
  addresses: ReadonlySet<AddressId> | null = null,
): Promise<Candidate[]> {
  const there = addresses === null ? sql`` : sql`and address_id = any (${[...addresses]}::uuid[])`
  const { rows } = await sql<Row>`
    select contract_id as "contractId", address_id as "addressId", provider_id as "providerId", provider_name as "providerName",
           area_code as "areaCode", street, postcode, locality, lat, lon, from_day as "fromDay", to_day as "toDay", cap
      from market.v_offer
     where open_for_choices and (to_day is null or to_day > ${context.today}::date) and area_code = any (${[...areas]}::text[]) ${there}
     order by contract_id, address_id`.execute(context.db)
  const limited = rows.filter((row) => row.cap !== null)
  const counts = await countsOf(context, limited)
  const staff = await staffLimits(
    context,
    rows.map((row) => row.addressId),
  )
  return rows.map(({ lat, lon, fromDay, toDay, ...row }) => ({
    ...row,
    point: { lat, lon },
    period: { start: fromDay, end: toDay },
    taken: counts.get(keyOf(row))?.taken ?? 0,
    staff: staff.get(row.addressId) ?? null,
  }))
}
