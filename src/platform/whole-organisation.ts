import { sql } from 'kysely'
import type { AddressId, OrganisationId } from '../kernel/ids.ts'
import { problem } from '../kernel/problem.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import type { Context } from './context.ts'
import { mayAct } from './may.ts'

/**
 * The organisation that a coordinator of the whole of it, or its own system, answers for: what concerns all of it is not for
 * somebody whose duty is for some addresses (decision 0023). Problems: `not-allowed`, `coordinator-of-places`.
 */
export async function wholeOrganisation(context: Context): Promise<Result<OrganisationId>> {
  const may = mayAct(context, ['coordinator'])
  if (!may.ok) return may
  const { organisationId, role } = context.actor
  if (organisationId === null) return fail(problem('not-allowed', { values: { role } }))
  const { rows } = await sql<{ sight: string }>`
    select coalesce(current_setting('krom.sight', true), '') as sight`.execute(context.db)
  return rows[0]?.sight === '' ? ok(organisationId) : fail(problem('coordinator-of-places'))
}

/**
 * Whether what is at the address is the actor's to keep: not where the duty is for other addresses alone; everybody else is judged
 * by role and organisation. Problem: `coordinator-of-places`.
 */
export async function keepsAddress(context: Context, addressId: AddressId): Promise<Result<null>> {
  const { rows } = await sql<{ keeps: boolean }>`
    select coalesce(${addressId}::uuid = any (nullif(current_setting('krom.sight', true), '')::uuid[]), true) as keeps`.execute(
    context.db,
  )
  return rows[0]?.keeps === true ? ok(null) : fail(problem('coordinator-of-places'))
}
