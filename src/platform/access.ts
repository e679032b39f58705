import { sql } from 'kysely'
import type { Day } from '../kernel/day.ts'
import type { OrganisationId, PersonId, UserId } from '../kernel/ids.ts'
import type { Context } from './context.ts'

/** Who may see a person, on what ground and from when; row-level security refers only to this (house section 5). */
export interface Access {
  readonly personId: PersonId
  readonly holder: OrganisationId | UserId
  readonly ground: string
  readonly from: Day
  /** First day without access; null while it lasts. */
  readonly to?: Day | null
}

/** Lets a user or an organisation see a person from a day on. */
export async function grantAccess(context: Context, access: Access): Promise<void> {
  await grantAccessToMany(context, [access])
}

/** `grantAccess` for many, in one statement. */
export async function grantAccessToMany(context: Context, granted: readonly Access[]): Promise<void> {
  if (granted.length === 0) return
  const rows = granted.map(({ personId, holder, ground, from, to }) => {
    return { person: personId, holder, ground, from_day: from, to_day: to }
  })
  await sql`select platform.grant_all_access(${JSON.stringify(rows)}::jsonb)`.execute(context.db)
}

/** Ends access on a ground: `to` is the first day without it. Access on other grounds stays. */
export async function endAccess(
  context: Context,
  access: { personId: PersonId; holder: OrganisationId | UserId; ground: string; to: Day },
): Promise<void> {
  await sql`select platform.end_access(${access.personId}, ${access.holder}, ${access.ground}, ${access.to}::date)`.execute(
    context.db,
  )
}
