import type { Day } from '../../../kernel/day.ts'
import type { Point } from '../../../kernel/geo.ts'
import type { AddressId, ContractId } from '../../../kernel/ids.ts'
import { contains, type Period } from '../../../kernel/period.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'

/** A contract at an address, as order and reach may see it: where it is, and nothing about payment (programme 4.4). */
export type Located = {
  readonly contractId: ContractId
  readonly addressId: AddressId
  /** The delivery area of the contract; the address may lie outside it. */
  readonly areaCode: string
  readonly point: Point
}

/** A provider's right to take participants in an area, while its period lasts and new choices are not stopped. */
export type Contract = { readonly period: Period; readonly openForChoices: boolean }

/** What decides whether a contract at an address can take one more participant. */
export type Vacancy = Contract & {
  /** Places left under the cap; null when there is no cap. */
  readonly openPlaces: number | null
}

/**
 * Whether one more participant can start on `firstDay` (programme 4.4).
 * Problems: `contract-not-in-force`, `new-choices-stopped`, `no-open-place`.
 */
export function canTake(vacancy: Vacancy, firstDay: Day): Result<null> {
  if (!contains(vacancy.period, firstDay)) return fail(problem('contract-not-in-force', { values: { firstDay } }))
  if (!vacancy.openForChoices) return fail(problem('new-choices-stopped'))
  return isFull(vacancy.openPlaces) ? fail(problem('no-open-place')) : ok(null)
}

export function isFull(openPlaces: number | null): boolean {
  return openPlaces !== null && openPlaces <= 0
}
