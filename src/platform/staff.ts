import { sql } from 'kysely'
import type { Day } from '../kernel/day.ts'
import type { OfficeId, OrganisationId, PersonId, UserId } from '../kernel/ids.ts'
import { ok, type Result } from '../kernel/result.ts'
import type { SignedInRole } from './actor.ts'
import type { Context } from './context.ts'
import { mayAct } from './may.ts'
import { newId } from './new-id.ts'

export interface NewOrganisation {
  readonly kind: 'authority' | 'provider' | 'municipality'
  readonly name: string
  readonly organisationNumber: string | null
}

/** Enters an organisation whose staff may have accounts. Only the house itself does: the app may not. */
export async function addOrganisation(
  context: Context,
  organisation: NewOrganisation,
): Promise<Result<OrganisationId>> {
  const may = mayAct(context, ['system'])
  if (!may.ok) return may
  const id = newId<OrganisationId>()
  await sql`
    insert into platform.organisation (id, kind, name, organisation_number)
    values (${id}, ${organisation.kind}, ${organisation.name}, ${organisation.organisationNumber})`.execute(context.db)
  return ok(id)
}

export interface NewOffice {
  readonly organisationId: OrganisationId
  readonly name: string
  readonly municipalityCode: string
}

/** Enters an office of an organisation, which answers for people by municipality. */
export async function addOffice(context: Context, office: NewOffice): Promise<Result<OfficeId>> {
  const may = mayAct(context, ['system'])
  if (!may.ok) return may
  const id = newId<OfficeId>()
  await sql`
    insert into platform.office (id, organisation_id, name, municipality_code)
    values (${id}, ${office.organisationId}, ${office.name}, ${office.municipalityCode})`.execute(context.db)
  return ok(id)
}

export interface NewAccount {
  /** How the sign-in broker names the user. */
  readonly subject: string
  readonly name: string
  readonly email?: string | null
  /** The number that the broker vouches for, for people who are to register themselves. */
  readonly identityNumber?: string
  readonly duties: readonly {
    readonly role: SignedInRole
    readonly organisationId: OrganisationId | null
    readonly officeId: OfficeId | null
    readonly from: Day
  }[]
}

/** Enters a user with one or more duties. */
export async function addAccount(context: Context, account: NewAccount): Promise<Result<UserId>> {
  const may = mayAct(context, ['system'])
  if (!may.ok) return may
  const id = newId<UserId>()
  await sql`
    insert into platform.user_account (id, subject, display_name, email)
    values (${id}, ${account.subject}, ${account.name}, ${account.email ?? null})`.execute(context.db)
  for (const duty of account.duties) {
    await sql`
      insert into platform.duty (user_id, role, organisation_id, office_id, valid_from)
      values (${id}, ${duty.role}, ${duty.organisationId}, ${duty.officeId}, ${duty.from})`.execute(context.db)
  }
  if (account.identityNumber !== undefined) {
    await sql`
      insert into platform.identity_claim (user_id, identity_number) values (${id}, ${account.identityNumber})`.execute(
      context.db,
    )
  }
  return ok(id)
}

/** Ties an account to the person it belongs to, where staff registered the person. */
export async function tieAccount(
  context: Context,
  account: { userId: UserId; personId: PersonId },
): Promise<Result<null>> {
  const may = mayAct(context, ['system'])
  if (!may.ok) return may
  await sql`update platform.user_account set person_id = ${account.personId} where id = ${account.userId}`.execute(
    context.db,
  )
  context.wrotePerson(account.personId)
  return ok(null)
}
