import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
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
 * place between the counting and the lock: then everybody is asked again, with the places as they are by then.
 */
export async function answerInTurn(context: Context, seekers: readonly Seeker[]): Promise<Answered> {
  const areas = [...new Set(seekers.flatMap(({ areaCode, neighbours }) => [areaCode, ...neighbours]))]
  const held = new Set<string>()
  let field = await counted(context, await readOffers(context, areas))
  for (;;) {
    const turns = nearestInTurn(seekers, field, context.rules)
    const given = new Set(turns.flatMap(({ nearest }) => (nearest === null ? [] : (field[nearest] ?? []))))
    const free = [...given].filter((offer) => isLimited(offer) && !held.has(placeLock(context, offer)))
    if (free.length === 0) return { field, turns }
    const names = free.map((offer) => placeLock(context, offer))
    await lockNames(context, names)
    for (const name of names) held.add(name)
    // Where staff sets the limit, the contracts at an address share their places.
    const addresses = new Set(free.map((offer) => offer.addressId))
    const there = field.filter((offer) => addresses.has(offer.addressId))
    const recounted = new Map((await counted(context, there)).map((offer) => [keyOf(offer), offer]))
    const isAsCounted = there.every((offer) => JSON.stringify(offer) === JSON.stringify(recounted.get(keyOf(offer))))
    if (isAsCounted) return { field, turns }
    field = field.map((offer) => recounted.get(keyOf(offer)) ?? offer)
  }
}

function isLimited({ cap, staff }: Candidate): boolean {
  return cap !== null || staff !== null
}

type Offer = Omit<Candidate, 'taken' | 'staff'>
type Row = Omit<Offer, 'point' | 'period'> & {
  readonly lat: number
  readonly lon: number
  readonly fromDay: Day
  readonly toDay: Day | null
}

/** All that takes new participants in the areas. */
async function readOffers(context: Context, areas: readonly string[]): Promise<Offer[]> {
  const { rows } = await sql<Row>`
    select contract_id as "contractId", address_id as "addressId", provider_id as "providerId", provider_name as "providerName",
           area_code as "areaCode", street, postcode, locality, lat, lon, from_day as "fromDay", to_day as "toDay", cap
      from market.v_offer
     where open_for_choices and (to_day is null or to_day > ${context.today}::date) and area_code = any (${[...areas]}::text[])
     order by contract_id, address_id`.execute(context.db)
  return rows.map(({ lat, lon, fromDay, toDay, ...row }) => {
    return { ...row, point: { lat, lon }, period: { start: fromDay, end: toDay } }
  })
}

/** The offers with how many have a place there as of now, where that matters. */
async function counted(context: Context, offers: readonly Offer[]): Promise<Candidate[]> {
  const limited = offers.filter((offer) => offer.cap !== null)
  const addresses = offers.map((offer) => offer.addressId)
  const [counts, staff] = await Promise.all([countsOf(context, limited), staffLimits(context, addresses)])
  return offers.map((offer) => {
    return { ...offer, taken: counts.get(keyOf(offer))?.taken ?? 0, staff: staff.get(offer.addressId) ?? null }
  })
}
