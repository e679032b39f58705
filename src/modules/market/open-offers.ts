import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Point } from '../../kernel/geo.ts'
import type { AddressId, ContractId, OrganisationId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import { type Box, nameQuery, openPlaces, placesWithStaff } from './domain/index.ts'
import { staffLimits } from './staff-limits.ts'

/** A contract at an address that takes new participants, as the catalogue sees it. */
export interface ListedOffer {
  readonly contractId: ContractId
  readonly addressId: AddressId
  readonly providerId: OrganisationId
  readonly providerName: string
  readonly areaCode: string
  readonly street: string
  readonly postcode: string | null
  readonly locality: string
  readonly municipalityCode: string
  readonly point: Point
  readonly pointFrom: 'given' | 'seat'
  readonly languages: readonly string[]
  readonly orientations: readonly string[]
  readonly presentation: string
  readonly cap: number | null
}

type Row = Omit<ListedOffer, 'point'> & { lat: number; lon: number }

/** What offers are asked for; what is absent lets everything through. */
export interface Wanted {
  readonly firstDay: Day
  readonly areaCodes?: readonly string[]
  readonly providerId?: OrganisationId
  /** Everything in the box, and the contracts of the area wherever they lie. */
  readonly around?: { readonly box: Box; readonly areaCode: string | null }
  readonly place?: string | undefined
  readonly language?: string | undefined
  readonly orientation?: string | undefined
  /** Gives at least the providers that `search` takes for this name. */
  readonly name?: string | undefined
}

export const offerColumns = sql`
  contract_id as "contractId", address_id as "addressId", provider_id as "providerId", provider_name as "providerName",
  area_code as "areaCode", street, postcode, locality, municipality_code as "municipalityCode", lat, lon, point_from as "pointFrom",
  to_json(languages) as languages, to_json(orientations) as orientations, presentation, cap`

/** What is open for new choices to start on `firstDay`, as far as wanted. */
export async function listedOffers(context: Context, wanted: Wanted): Promise<ListedOffer[]> {
  const { rows } = await offersStatement(wanted).execute(context.db)
  return rows.map(({ lat, lon, ...rest }) => ({ ...rest, point: { lat, lon } }))
}

/** The statement of `listedOffers`; it asks only for what is wanted, so that each search has a plan of its own. */
function offersStatement(wanted: Wanted) {
  return sql<Row>`
    select ${offerColumns} from market.v_offer
     where ${sql.join(conditionsOf(wanted), sql` and `)}`
}

function conditionsOf(wanted: Wanted) {
  const { firstDay, areaCodes, providerId, around, place, language, orientation, name } = wanted
  const conditions = [
    sql`open_for_choices and from_day <= ${firstDay}::date and (to_day is null or to_day > ${firstDay}::date)`,
  ]
  if (areaCodes !== undefined) conditions.push(sql`area_code = any (${[...areaCodes]}::text[])`)
  if (providerId !== undefined) conditions.push(sql`provider_id = ${providerId}::uuid`)
  if (place !== undefined) conditions.push(sql`municipality_code = ${place}`)
  if (language !== undefined) conditions.push(sql`languages @> array[${language}]::text[]`)
  if (orientation !== undefined) conditions.push(sql`orientations && array[${orientation}, 'all']::text[]`)
  if (name !== undefined && name.trim() !== '') {
    const { typed, word, slips } = nameQuery(name)
    conditions.push(sql`provider_id = any (array(select market.providers_named(${typed}, ${word}, ${slips}::integer)))`)
  }
  if (around !== undefined) {
    const { south, north, west, east } = around.box
    const near = sql`(lat between ${south}::float8 and ${north}::float8 and lon between ${west}::float8 and ${east}::float8)`
    conditions.push(around.areaCode === null ? near : sql`(area_code = ${around.areaCode} or ${near})`)
  }
  return conditions
}

/** How many are where, as of now. */
export interface Counted {
  readonly openPlaces: number | null
  /** Participants in service at the address, under any of the provider's contracts. */
  readonly inService: number
}

/** The offers with their places left and participants as of now; one look at the placements, so ask for as few as are needed. */
export async function withCounts<T extends ListedOffer>(
  context: Context,
  offers: readonly T[],
): Promise<(T & Counted)[]> {
  const [counts, staff] = await Promise.all([
    countsOf(context, offers),
    staffLimits(
      context,
      offers.map((offer) => offer.addressId),
    ),
  ])
  return offers.map((offer) => {
    const { taken, inService } = counts.get(keyOf(offer)) ?? { taken: 0, inService: 0 }
    const places = placesWithStaff(openPlaces(offer.cap, taken), staff.get(offer.addressId) ?? null)
    return { ...offer, openPlaces: places, inService }
  })
}

type Countable = Pick<ListedOffer, 'contractId' | 'addressId'>
type Count = { readonly taken: number; readonly inService: number }

/** How many are where, for each offer by `keyOf`. */
export async function countsOf(context: Context, offers: readonly Countable[]): Promise<Map<string, Count>> {
  if (offers.length === 0) return new Map()
  const { rows } = await countsStatement(offers, context.today).execute(context.db)
  return new Map(rows.map(({ taken, inService, ...key }) => [keyOf(key), { taken, inService }]))
}

/** The statement that counts places taken and participants of offers on a day. */
export function countsStatement(offers: readonly Countable[], day: Day) {
  const contracts = offers.map((offer) => offer.contractId)
  const addresses = offers.map((offer) => offer.addressId)
  return sql<{ contractId: ContractId; addressId: AddressId } & Count>`
    select contract_id as "contractId", address_id as "addressId", taken, in_service as "inService"
      from market.counts_of(${contracts}::uuid[], ${addresses}::uuid[], ${day}::date)`
}

export function keyOf(offer: Countable): string {
  return `${offer.contractId}/${offer.addressId}`
}
