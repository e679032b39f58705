import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { addDays, type Day } from '../../kernel/day.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { tokenHash } from '../../platform/http/request.ts'
import { newId } from '../../platform/new-id.ts'
import { wholeOrganisation } from '../../platform/whole-organisation.ts'
import { checkTerms, type StaffTerms } from './staff-terms.ts'

const codeBytes = 24

export interface InviteStaff extends StaffTerms {
  readonly name: string
  readonly firstDay: Day
  /** Null = until further notice. */
  readonly lastDay: Day | null
}

/**
 * Invites a colleague to the coordinator's organisation: a code that is told once and kept as a hash, for one person and some days
 * (decision 0023). Problems: those of `wholeOrganisation` and `checkTerms`, `first-day-passed`, `last-day-before-first`.
 */
export async function inviteStaff(
  context: Context,
  command: InviteStaff,
): Promise<Result<{ id: string; code: string; lastUseDay: Day }>> {
  const organisation = await wholeOrganisation(context)
  if (!organisation.ok) return organisation
  const { name, role, places, languages, firstDay, lastDay } = command
  const terms = await checkTerms(context, organisation.value, command)
  if (!terms.ok) return terms
  if (firstDay < context.today) return fail(problem('first-day-passed', { field: 'firstDay' }))
  if (lastDay !== null && lastDay < firstDay) return fail(problem('last-day-before-first', { field: 'lastDay' }))
  const id = newId<string>()
  const code = randomBytes(codeBytes).toString('base64url')
  const lastUseDay = addDays(context.today, context.rules.platform.staffInvitationDays)
  await sql`
    insert into market.staff_invitation (id, provider_id, role, name, places, languages, first_day, last_day, code_hash, last_use_day, recorded_at, recorded_by)
    values (${id}, ${organisation.value}, ${role}, ${name}, ${JSON.stringify(places)}::jsonb, ${[...new Set(languages)]}::text[], ${firstDay}, ${lastDay},
      ${tokenHash(code)}, ${lastUseDay}, ${context.now}, ${context.actor.userId})`.execute(context.db)
  return ok({ id, code, lastUseDay })
}

/** The lock of those who accept or withdraw an invitation: whoever comes second sees what the first did. */
export const invitationLock = (id: string) => `market.staff-invitation:${id}`

/** Takes an invitation back; the code then opens nothing. Problems: those of `wholeOrganisation`, `not-found`, `invitation-used`. */
export async function withdrawInvitation(context: Context, invitationId: string): Promise<Result<{ saved: true }>> {
  const organisation = await wholeOrganisation(context)
  if (!organisation.ok) return organisation
  await lockName(context, invitationLock(invitationId))
  const { rows } = await sql<{ how: string | null }>`
    select e.how from market.staff_invitation i left join market.staff_invitation_end e on e.invitation_id = i.id
     where i.id = ${invitationId}`.execute(context.db)
  const [found] = rows
  if (found === undefined) return fail(problem('not-found'))
  if (found.how === 'accepted') return fail(problem('invitation-used'))
  if (found.how === 'withdrawn') return ok({ saved: true })
  await sql`
    insert into market.staff_invitation_end (invitation_id, provider_id, how, recorded_at, recorded_by)
    values (${invitationId}, ${organisation.value}, 'withdrawn', ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
  return ok({ saved: true })
}
