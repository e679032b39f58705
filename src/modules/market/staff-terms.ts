import { sql } from 'kysely'
import type { AddressId, OrganisationId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { language } from '../../rules/reference/index.ts'
import type { StaffRole } from './contract/staff.ts'

/** An address with the share of full time there. */
export interface StaffPlace {
  readonly addressId: AddressId
  readonly fullTimePercent: number
}

/** What a duty of a provider's staff is for. */
export interface StaffTerms {
  readonly role: StaffRole
  readonly places: readonly StaffPlace[]
  readonly languages: readonly string[]
}

const whole = 100

/** The addresses are the provider's own, and the shares fit in one person. Problems: `address-of-another`, `share-not-percent`, `language-unknown`. */
export async function checkTerms(
  context: Context,
  providerId: OrganisationId,
  { places, languages }: StaffTerms,
): Promise<Result<null>> {
  const addressIds = [...new Set(places.map((each) => each.addressId))]
  const { rows } = await sql`
    select 1 from market.provider_address where provider_id = ${providerId} and id = any (${addressIds}::uuid[])`.execute(
    context.db,
  )
  if (rows.length < places.length) return fail(problem('address-of-another', { field: 'places' }))
  const share = places.reduce((sum, each) => sum + each.fullTimePercent, 0)
  if (share > whole) return fail(problem('share-not-percent', { field: 'places' }))
  const unknown = languages.find((code) => language(code) === null)
  if (unknown !== undefined) return fail(problem('language-unknown', { field: 'languages', values: { code: unknown } }))
  return ok(null)
}
