import { sql } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import { type PersonNumber, parsePersonNumber } from '../../kernel/person-number.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'

/**
 * A person registers oneself and nobody else: the number must be the one that the sign-in broker vouches for.
 * Problems: `number-not-vouched`, `not-your-number`.
 */
export async function checkOwnNumber(context: Context, identityNumber: PersonNumber): Promise<Result<null>> {
  const { rows } = await sql<{ claim: string }>`
    select identity_number as claim from platform.identity_claim where user_id = ${context.actor.userId}`.execute(
    context.db,
  )
  const vouched = parsePersonNumber(rows[0]?.claim ?? '', context.today)
  if (!vouched.ok) return fail(problem('number-not-vouched'))
  return vouched.value === identityNumber ? ok(null) : fail(problem('not-your-number', { field: 'identityNumber' }))
}

/** Ties the signed-in user to the own person, if that one is registered already and nobody is tied; else null. */
export async function claimOwnPerson(context: Context): Promise<PersonId | null> {
  const { rows } = await sql<{ id: PersonId | null }>`
    select registration.claim_own_person(${context.today}::date) as id`.execute(context.db)
  return rows[0]?.id ?? null
}
