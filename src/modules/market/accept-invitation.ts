import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { tokenHash } from '../../platform/http/request.ts'
import type { InvitationView } from './contract/staff.ts'
import { invitationLock } from './invite-staff.ts'

type Found = InvitationView & {
  readonly invitationId: string
  readonly organisationId: OrganisationId
  readonly lastUseDay: Day
  readonly firstDay: Day
  readonly ended: 'accepted' | 'withdrawn' | null
}

/**
 * Who invites to what, told to whoever is signed in and holds the code. It counts as withdrawn while its sender no longer coordinates
 * the whole organisation, and as expired after the last day that it offers. Problems: `invitation-not-known`, `invitation-used`,
 * `invitation-withdrawn`, `invitation-expired`.
 */
export async function readInvitation(context: Context, code: string): Promise<Result<InvitationView>> {
  const found = await living(context, code)
  if (!found.ok) return found
  const { invitationId: _id, organisationId: _organisation, ended: _ended, ...view } = found.value
  return ok(view)
}

async function living(context: Context, code: string): Promise<Result<Found>> {
  const { rows } = await sql<{ found: Found | null }>`
    select market.invitation_of(${tokenHash(code)}) as found`.execute(context.db)
  const found = rows[0]?.found ?? null
  if (found === null) return fail(problem('invitation-not-known'))
  if (found.ended === 'accepted') return fail(problem('invitation-used'))
  if (found.ended === 'withdrawn') return fail(problem('invitation-withdrawn'))
  if (found.lastUseDay < context.today)
    return fail(problem('invitation-expired', { values: { day: found.lastUseDay } }))
  return ok(found)
}

/**
 * Takes the duty that an invitation offers, with the share in the staff register; from the first day on the session acts under it.
 * Nobody is staff with the sign-in of an own case, or of the authority's staff. Problems: those of `readInvitation`,
 * `invitation-own-case`, `invitation-authority-staff`, `already-staff`.
 */
export async function acceptInvitation(
  context: Context,
  code: string,
): Promise<Result<{ dutyId: string; firstDay: Day }>> {
  const found = await living(context, code)
  if (!found.ok) return found
  const { userId, personId } = context.actor
  if (personId !== null) return fail(problem('invitation-own-case'))
  const { rows: held } = await sql<{ atAuthority: boolean; there: boolean }>`
    select bool_or(o.kind = 'authority') as "atAuthority", bool_or(d.organisation_id = ${found.value.organisationId}) as there
      from platform.duty d join platform.organisation o on o.id = d.organisation_id
     where d.user_id = ${userId} and (d.valid_to is null or d.valid_to > greatest(${found.value.firstDay}::date, ${context.today}::date))`.execute(
    context.db,
  )
  if (held[0]?.atAuthority) return fail(problem('invitation-authority-staff'))
  if (held[0]?.there) return fail(problem('already-staff'))
  await lockName(context, invitationLock(found.value.invitationId))
  const { rows } = await sql<{ dutyId: string | null }>`
    select market.accept_invitation(${tokenHash(code)}, ${context.now}) as "dutyId"`.execute(context.db)
  const dutyId = rows[0]?.dutyId ?? null
  if (dutyId === null) return fail(problem('changed-meanwhile'))
  return ok({ dutyId, firstDay: found.value.firstDay })
}
