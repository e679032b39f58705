import { sql } from 'kysely'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'

/** The identity number that the sign-in vouches for; null when it gave none. */
export async function vouchedNumber(context: Context): Promise<string | null> {
  const { rows } = await sql<{ identityNumber: string }>`
    select identity_number as "identityNumber" from platform.identity_claim where user_id = ${context.actor.userId}`.execute(
    context.db,
  )
  return rows[0]?.identityNumber ?? null
}

/**
 * Whom a registration concerns: a jobseeker registers nobody but the one who has signed in, whatever number was sent;
 * staff write the number of the person beside them. Problem: `identity-not-vouched`.
 */
export async function identityFor(context: Context, written: string | undefined): Promise<Result<string>> {
  if (context.actor.role !== 'jobseeker') return ok(written ?? '')
  const vouched = await vouchedNumber(context)
  return vouched === null ? fail(problem('identity-not-vouched')) : ok(vouched)
}

/**
 * What a jobseeker may say of oneself: not the programme, the spells or the protection, which the authority's registers
 * and caseworkers know, and which the assessment rests on. Staff may say all of it.
 */
export function sayable<Details extends object>(context: Context, details: Details): Details {
  if (context.actor.role !== 'jobseeker') return details
  const own = Object.entries(details).filter(([name]) => !(known as readonly string[]).includes(name))
  return Object.fromEntries(own) as Details
}

const known = [
  'programme',
  'registeredFrom',
  'registeredDays10y',
  'disabilityCode',
  'availability',
  'protection',
] as const
