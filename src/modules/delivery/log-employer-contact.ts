import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId, ContractId, OrganisationId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { rulesOn } from '../../rules/index.ts'
import { openDesk, type ProviderDesk, providerRoles } from './desk.ts'
import { checkEmployerContact, type EmployerContact, type OwnSpell } from './domain/index.ts'
import { deliveryEvents, type EmployerContactLogged } from './events.ts'
import { addFact } from './store.ts'

export interface LogEmployerContact {
  /** Today unless said. */
  readonly onDay?: Day | undefined
  /** A code of `rules.delivery.employerContactKinds`. */
  readonly kind: string
  readonly employer: string
  readonly workplace?: string | undefined
  /** A code of `rules.delivery.employerContactResults`. */
  readonly result: string
  /** For the provider's own eyes. */
  readonly note?: string | undefined
  /** The participants concerned; none when it was for nobody in particular. */
  readonly caseIds: readonly CaseId[]
}

/**
 * Logs a contact with an employer (programme 4.5). Problems: `not-allowed`, `not-found`, `not-your-participant`, and those of
 * `checkEmployerContact`.
 */
export async function logEmployerContact(
  context: Context,
  command: LogEmployerContact,
): Promise<Result<{ id: string }>> {
  const provider = actingProvider(context)
  return provider.ok ? saveContact(context, provider.value, command, null) : provider
}

export type CorrectEmployerContact = { readonly contactId: string } & (
  | { readonly withdrawn: true }
  | ({ readonly withdrawn?: false | undefined } & LogEmployerContact)
)

/**
 * Replaces a logged contact by a corrected one, or withdraws what never was.
 * Problems: those of `logEmployerContact`; `not-found` also for one that has been corrected since.
 */
export async function correctEmployerContact(
  context: Context,
  command: CorrectEmployerContact,
): Promise<Result<{ id: string }>> {
  const provider = actingProvider(context)
  if (!provider.ok) return provider
  const old = await lockContact(context, command.contactId, provider.value)
  if (old === null) return fail(problem('not-found'))
  if (!command.withdrawn) return saveContact(context, provider.value, command, old.contactId)
  const id = newId<string>()
  await addContact(context, { ...old, id, providerId: provider.value, withdrawn: true, replaces: old.contactId })
  await tell(context, { contactId: id, replaces: old.contactId, onDay: old.onDay, contractIds: [] })
  return ok({ id })
}

function actingProvider(context: Context): Result<OrganisationId> {
  const may = mayAct(context, providerRoles)
  if (!may.ok) return may
  const { organisationId } = context.actor
  return organisationId === null ? fail(problem('not-allowed')) : ok(organisationId)
}

async function saveContact(
  context: Context,
  providerId: OrganisationId,
  command: LogEmployerContact,
  replaces: string | null,
): Promise<Result<{ id: string }>> {
  const desks: ProviderDesk[] = []
  // Cases are locked in the order of their keys, so that two contacts never wait for each other.
  for (const caseId of [...new Set(command.caseIds)].sort()) {
    const desk = await openDesk(context, caseId)
    if (!desk.ok) return desk
    desks.push(desk.value)
  }
  const { onDay = context.today, kind, employer, result, note } = command
  const facts = { onDay, kind, employer: employer.trim(), workplace: command.workplace?.trim() || null, result }
  const contact = facts as EmployerContact
  const concerned = desks.map((desk) => desk.spells)
  const spells = checkEmployerContact(contact, { today: context.today, concerned }, rulesOn(onDay))
  if (!spells.ok) return spells
  const id = newId<string>()
  await addContact(context, { ...contact, id, providerId, note: note?.trim() || null, withdrawn: false, replaces })
  for (const [index, spell] of spells.value.entries()) {
    const desk = desks[index]
    if (!desk) throw new Error('each participant has a spell')
    const row = { contact_id: id, placement_id: spell.placementId, provider_id: providerId }
    await addFact(context, 'employer_contact_person', desk.head, row)
  }
  await tell(context, { contactId: id, replaces, onDay, contractIds: await contractsOf(context, spells.value) })
  return ok({ id })
}

type ContactRow = EmployerContact & {
  readonly id: string
  readonly providerId: OrganisationId
  readonly note: string | null
  readonly withdrawn: boolean
  readonly replaces: string | null
}

async function addContact(context: Context, row: ContactRow): Promise<void> {
  await sql`
    insert into delivery.employer_contact
           (id, provider_id, on_day, kind, employer, workplace, result, note, withdrawn, replaces, recorded_at, recorded_by)
    values (${row.id}, ${row.providerId}, ${row.onDay}, ${row.kind}, ${row.employer}, ${row.workplace}, ${row.result}, ${row.note},
            ${row.withdrawn}, ${row.replaces}, ${context.now}, ${context.actor.userId})`.execute(context.db)
}

type Standing = EmployerContact & { readonly contactId: string; readonly note: string | null }

/** The contact as it stands, kept from other corrections until the end of the act; null when it is not the provider's. */
async function lockContact(context: Context, contactId: string, providerId: OrganisationId): Promise<Standing | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${contactId}, 0))`.execute(context.db)
  const { rows } = await sql<Standing>`
    select contact_id as "contactId", on_day as "onDay", kind, employer, workplace, result, note
      from delivery.v_employer_contact where contact_id = ${contactId} and provider_id = ${providerId}`.execute(
    context.db,
  )
  return rows[0] ?? null
}

async function contractsOf(context: Context, spells: readonly OwnSpell[]): Promise<ContractId[]> {
  const keys = spells.map((spell) => spell.placementId)
  if (keys.length === 0) return []
  const { rows } = await sql<{ contractId: ContractId }>`
    select distinct contract_id as "contractId" from market.v_placement where placement_id = any (${keys}::uuid[])`.execute(
    context.db,
  )
  return rows.map((row) => row.contractId)
}

async function tell(context: Context, payload: EmployerContactLogged): Promise<void> {
  await context.publish({ name: deliveryEvents.employerContactLogged, payload })
}
