import { sql } from 'kysely'
import type { AddressId } from '../../kernel/ids.ts'
import { lastDay } from '../../kernel/period.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { Orientation } from './contract.ts'
import { openPlaces, placesWithStaff } from './domain/index.ts'
import { providerContracts, providerOfUser } from './reads.ts'
import { staffLimits } from './staff-limits.ts'

type AddressRow = {
  contractId: string
  addressId: AddressId
  street: string
  locality: string
  languages: string[]
  orientations: Orientation[]
  presentation: string
  cap: number | null
  taken: number
}

/** The own contracts of the acting user's provider, with caps and places taken. Problem: `not-found`. */
export async function ownContracts(context: Context, { page, limit }: { page: number; limit: number }) {
  const provider = await providerOfUser(context)
  if (provider === null) return fail(problem('not-found'))
  const contracts = await providerContracts(context, provider.providerId)
  const { rows } = await sql<AddressRow>`
    select contract_id as "contractId", address_id as "addressId", street, locality, to_json(languages) as languages,
           to_json(orientations) as orientations, presentation, cap,
           market.places_taken(contract_id, address_id, ${context.today}::date) as taken
      from market.v_offer where provider_id = ${provider.providerId} order by street, address_id`.execute(context.db)
  const staff = await staffLimits(
    context,
    rows.map((row) => row.addressId),
  )
  const items = contracts.map(({ contractId, areaCode, priceModel, fromDay, toDay, openForChoices }) => ({
    contractId,
    areaCode,
    priceModel,
    fromDay,
    lastDay: lastDay({ start: fromDay, end: toDay }),
    openForChoices,
    addresses: rows
      .filter((row) => row.contractId === contractId)
      .map(({ contractId: _contract, cap, taken, ...address }) => ({
        ...address,
        cap,
        taken,
        openPlaces: placesWithStaff(openPlaces(cap, taken), staff.get(address.addressId) ?? null),
      })),
  }))
  return ok({ items: items.slice((page - 1) * limit, page * limit), page, limit, total: items.length })
}
