import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Point } from '../../kernel/geo.ts'
import type { AddressId, ContractId, OrganisationId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import { openPlaces } from './domain/index.ts'

/** A contract at an address that takes new participants, as the catalogue and the nearest-provider rule see it. */
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

export interface OpenOffer extends ListedOffer {
  readonly openPlaces: number | null
}

type Row = Omit<ListedOffer, 'point'> & { lat: number; lon: number }

/** What is open for new choices to start on `firstDay`; in some areas only, or of one provider only, if said. */
export async function listedOffers(
  context: Context,
  wanted: { firstDay: Day; areaCodes?: readonly string[]; providerId?: OrganisationId },
): Promise<ListedOffer[]> {
  const areas = wanted.areaCodes === undefined ? null : [...wanted.areaCodes]
  const { rows } = await sql<Row>`
    select contract_id as "contractId", address_id as "addressId", provider_id as "providerId", provider_name as "providerName",
           area_code as "areaCode", street, postcode, locality, municipality_code as "municipalityCode", lat, lon, point_from as "pointFrom",
           to_json(languages) as languages, to_json(orientations) as orientations, presentation, cap
      from market.v_offer
     where open_for_choices and from_day <= ${wanted.firstDay}::date and (to_day is null or to_day > ${wanted.firstDay}::date)
       and (${areas}::text[] is null or area_code = any (${areas}::text[]))
       and (${wanted.providerId ?? null}::uuid is null or provider_id = ${wanted.providerId ?? null}::uuid)`.execute(
    context.db,
  )
  return rows.map(({ lat, lon, ...rest }) => ({ ...rest, point: { lat, lon } }))
}

/** The offers with their places left as of now; one count each, so ask for as few as are needed. */
export async function withOpenPlaces<T extends ListedOffer>(
  context: Context,
  offers: readonly T[],
): Promise<(T & { openPlaces: number | null })[]> {
  const capped = offers.filter((offer) => offer.cap !== null)
  const taken = await placesTaken(context, capped)
  return offers.map((offer) => ({ ...offer, openPlaces: openPlaces(offer.cap, taken.get(keyOf(offer)) ?? 0) }))
}

/** `listedOffers` with their places left. */
export async function openOffers(context: Context, wanted: Parameters<typeof listedOffers>[1]): Promise<OpenOffer[]> {
  return withOpenPlaces(context, await listedOffers(context, wanted))
}

async function placesTaken(context: Context, offers: readonly ListedOffer[]): Promise<Map<string, number>> {
  if (offers.length === 0) return new Map()
  const { rows } = await sql<{ contractId: ContractId; addressId: AddressId; taken: number }>`
    select o.contract as "contractId", o.address as "addressId", market.places_taken(o.contract, o.address, ${context.today}::date) as taken
      from unnest(${offers.map((offer) => offer.contractId)}::uuid[], ${offers.map((offer) => offer.addressId)}::uuid[]) as o (contract, address)`.execute(
    context.db,
  )
  return new Map(rows.map((row) => [keyOf(row), row.taken]))
}

function keyOf(offer: { contractId: ContractId; addressId: AddressId }): string {
  return `${offer.contractId}/${offer.addressId}`
}
