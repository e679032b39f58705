import { sql } from 'kysely'
import type { Point } from '../../kernel/geo.ts'
import type { AddressId, OrganisationId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { municipality } from '../../rules/reference/index.ts'
import { registrars } from './add-provider.ts'
import type { Orientation } from './contract.ts'
import { checkAddress } from './domain/index.ts'
import { type AddressWords, checkWords } from './presentation-check.ts'
import { findProvider } from './reads.ts'

export interface AddAddress extends AddressWords {
  readonly providerId: OrganisationId
  readonly street: string
  readonly postcode?: string | undefined
  readonly locality: string
  readonly municipalityCode: string
  /** Absent = the municipality's seat, marked as approximate. */
  readonly point?: Point | undefined
  readonly orientations: readonly Orientation[]
}

/**
 * Adds an address where a provider receives participants; it lies in Sweden.
 * Problems: `not-allowed`, `not-found`, `unknown-municipality`, `not-in-sweden`, `language-unknown`, and of the presentation
 * `presentation-too-long`, `presentation-hard`, `presentation-promises`, all at once.
 */
export async function addAddress(context: Context, command: AddAddress): Promise<Result<{ id: AddressId }>> {
  const may = mayAct(context, registrars)
  if (!may.ok) return may
  if ((await findProvider(context, command.providerId)) === null) return fail(problem('not-found'))
  const point = pointOf(command)
  if (!point.ok) return point
  const plain = checkWords(context, command)
  if (!plain.ok) return plain
  const id = newId<AddressId>()
  const { lat, lon } = point.value
  await sql`
    insert into market.provider_address (id, provider_id, street, postcode, locality, municipality_code, lat, lon, point_from, languages,
      orientations, presentation, recorded_at, recorded_by)
    values (${id}, ${command.providerId}, ${command.street}, ${command.postcode ?? null}, ${command.locality}, ${command.municipalityCode},
      ${lat}, ${lon}, ${command.point === undefined ? 'seat' : 'given'}, ${[...command.languages]}::text[], ${[...command.orientations]}::text[],
      ${command.presentation}, ${context.now}, ${context.actor.userId})`.execute(context.db)
  return ok({ id })
}

function pointOf({ municipalityCode, point }: AddAddress): Result<Point> {
  const found = municipality(municipalityCode)
  if (found === null) {
    return fail(problem('unknown-municipality', { field: 'municipalityCode', values: { code: municipalityCode } }))
  }
  return checkAddress(point ?? found.seat)
}
