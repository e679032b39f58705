import { sql } from 'kysely'
import type { AddressId, OrganisationId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { keepsAddress } from '../../platform/whole-organisation.ts'
import { language } from '../../rules/reference/index.ts'
import { registrars } from './add-provider.ts'
import type { Orientation } from './contract.ts'

export interface SetAdviser {
  readonly providerId: OrganisationId
  readonly addressId: AddressId
  readonly name: string
  /** 1–100; 0 = has left, together with `replaces`. */
  readonly fullTimePercent: number
  readonly languages: readonly string[]
  readonly orientations: readonly Orientation[]
  /** The account, where there is one; of a changed row as before unless said. */
  readonly userId?: UserId | undefined
  /** The row that this takes the place of, at the same address; absent = somebody new. */
  readonly replaces?: string | undefined
}

/**
 * Enters or changes somebody who meets participants at an address; the full-time share counts in the limit by adviser
 * (programme 4.4). A coordinator keeps the own staff. Problems: `not-allowed`, `not-found`, `address-of-another`,
 * `share-not-percent`, `language-unknown`, `not-provider-staff`, `changed-meanwhile`, `coordinator-of-places`.
 */
export async function setAdviser(context: Context, command: SetAdviser): Promise<Result<{ id: string }>> {
  const { providerId, addressId, fullTimePercent, replaces } = command
  await lockName(context, `market.advisers:${addressId}`)
  const may = mayAct(context, ['coordinator', ...registrars])
  if (!may.ok) return may
  const own = context.actor.role !== 'coordinator' || context.actor.organisationId === providerId
  if (!own) return fail(problem('not-found'))
  const lowest = replaces === undefined ? 1 : 0
  if (!Number.isSafeInteger(fullTimePercent) || fullTimePercent < lowest || fullTimePercent > 100) {
    return fail(problem('share-not-percent', { field: 'fullTimePercent' }))
  }
  const unknown = command.languages.find((code) => language(code) === null)
  if (unknown !== undefined) return fail(problem('language-unknown', { field: 'languages', values: { code: unknown } }))
  const { rows } = await sql`
    select 1 from market.provider_address where id = ${addressId} and provider_id = ${providerId}`.execute(context.db)
  if (rows.length === 0) return fail(problem('address-of-another', { field: 'addressId' }))
  const keeps = await keepsAddress(context, addressId)
  if (!keeps.ok) return keeps
  if (replaces !== undefined && !(await isCurrent(context, command, replaces))) {
    return fail(problem('changed-meanwhile'))
  }
  if (command.userId !== undefined && !(await hasDuty(context, providerId, command.userId)))
    return fail(problem('not-provider-staff', { field: 'userId' }))
  const id = newId<string>()
  await sql`
    insert into market.adviser (id, provider_id, address_id, name, full_time_percent, languages, orientations, user_id, replaces, recorded_at, recorded_by)
    values (${id}, ${providerId}, ${addressId}, ${command.name}, ${fullTimePercent}, ${[...command.languages]}::text[],
      ${[...command.orientations]}::text[],
      coalesce(${command.userId ?? null}::uuid, (select b.user_id from market.adviser b where b.id = ${replaces ?? null}::uuid)), ${replaces ?? null}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
  return ok({ id })
}

async function isCurrent(context: Context, { providerId, addressId }: SetAdviser, id: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from market.adviser a where a.id = ${id} and a.provider_id = ${providerId} and a.address_id = ${addressId}
       and not exists (select 1 from market.adviser n where n.replaces = a.id)`.execute(context.db)
  return rows.length > 0
}

/** Works there, or will. */
async function hasDuty(context: Context, providerId: OrganisationId, userId: UserId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from platform.duty
     where user_id = ${userId} and organisation_id = ${providerId} and role in ('coordinator', 'adviser')
       and (valid_to is null or valid_to > ${context.today}::date)`.execute(context.db)
  return rows.length > 0
}
