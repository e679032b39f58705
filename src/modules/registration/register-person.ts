import type { CaseId, OrganisationId, PersonId, UserId } from '../../kernel/ids.ts'
import type { Period } from '../../kernel/period.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { grantAccess } from '../../platform/access.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import type { RegistrationChannel } from '../../rules/index.ts'
import { areaCodeOf } from './delivery-area.ts'
import {
  accessFor,
  isProtected,
  type Office,
  officeFor,
  type PersonDetails,
  type PersonFacts,
  personFacts,
} from './domain/index.ts'
import { type PersonRegistered, registrationEvents } from './events.ts'
import { caseOfPerson } from './find-case.ts'
import { giveProfilingNotice } from './give-profiling-notice.ts'
import { checkOwnNumber, claimOwnPerson } from './own-number.ts'
import {
  authority,
  authorityOffices,
  insertAssignment,
  insertCase,
  insertPerson,
  insertSpells,
  insertVersion,
  linkUser,
  nextCaseworker,
} from './store.ts'

export interface RegisterPerson {
  readonly details: PersonDetails
  readonly channel: RegistrationChannel
  /** The staff member who registers together with the person; the actor when a caseworker registers. */
  readonly assistedBy?: UserId | undefined
  /** The person's own sign-in, when there is one. A jobseeker who registers gets the own. */
  readonly userId?: UserId | undefined
  readonly answers?: Readonly<Record<string, string>> | undefined
  /** Ended spells before the current one, half-open. */
  readonly earlierSpells?: readonly Period[] | undefined
  /** More staff who handle a protected person; the responsible caseworker is always among them. */
  readonly namedStaff?: readonly UserId[] | undefined
  /** The person was told about profiling in the same sitting, so the notice is recorded at once. */
  readonly toldAboutProfiling?: boolean | undefined
}

type Ids = { personId: PersonId; caseId: CaseId }

/**
 * Registers a person and opens the case: who may see it, the facts, an office by municipality and the caseworker there
 * with the fewest cases (programme 4.1). A jobseeker who is registered already, by staff or from an extract, is tied to
 * that case instead, which stays as it is. Problems: those of the details, `already-registered`, `channel-not-yours`,
 * `number-not-vouched`, `not-your-number`.
 */
export async function registerPerson(context: Context, command: RegisterPerson): Promise<Result<Ids>> {
  const may = mayRegister(context, command)
  if (!may.ok) return may
  const facts = personFacts(command.details, context.today, context.rules)
  if (!facts.ok) return facts
  if (context.actor.role === 'jobseeker') {
    const own = await checkOwnNumber(context, facts.value.identityNumber)
    if (!own.ok) return own
    const known = await claimOwnPerson(context)
    if (known !== null) return takeUp(context, command, known)
  }
  return openCase(context, command, facts.value)
}

async function openCase(context: Context, command: RegisterPerson, facts: PersonFacts): Promise<Result<Ids>> {
  const ids = { personId: newId<PersonId>(), caseId: newId<CaseId>() }
  // What is sent together needs no answer of the rest; the server takes it in order.
  const [offices, employmentService, areaCode] = await Promise.all([
    authorityOffices(context),
    authority(context),
    areaCodeOf(context, facts.municipalityCode),
  ])
  const responsible = await chooseResponsible(context, facts, offices)
  const [, isNew] = await Promise.all([
    openAccess(context, ids.personId, { command, facts, employmentService, caseworkerId: responsible.caseworkerId }),
    insertPerson(context, ids.personId, facts.identityNumber),
  ])
  if (!isNew) return fail(problem('already-registered'))
  await saveCase(context, { ...ids, ...responsible, command, facts })
  context.wrotePerson(ids.personId)
  const payload: PersonRegistered = { ...ids, channel: command.channel, areaCode }
  await context.publish({ name: registrationEvents.registered, payload })
  const channel = facts.email === null ? 'letter' : 'email'
  const told = { kind: 'registration.registered', channel, values: { day: context.today } } as const
  await notify(context, { ...told, personId: ids.personId, subjectId: ids.caseId })
  return command.toldAboutProfiling ? tellNow(context, ids, command.channel) : ok(ids)
}

async function takeUp(context: Context, command: RegisterPerson, personId: PersonId): Promise<Result<Ids>> {
  const head = await caseOfPerson(context, personId)
  if (head === null) throw new Error(`the person ${personId} has no case`)
  context.wrotePerson(personId)
  const ids = { personId, caseId: head.caseId }
  const isNews = command.toldAboutProfiling && head.profilingNoticeOn === null && !head.closed
  return isNews ? tellNow(context, ids, command.channel) : ok(ids)
}

function mayRegister(context: Context, command: RegisterPerson): Result<null> {
  const may = mayAct(context, ['jobseeker', 'caseworker', 'system'])
  if (!may.ok) return may
  const { role, personId } = context.actor
  if (role === 'jobseeker' && personId !== null) return fail(problem('already-registered'))
  const isOwn = command.channel === 'digital'
  if ((role === 'jobseeker') !== isOwn && role !== 'system')
    return fail(problem('channel-not-yours', { field: 'channel' }))
  return ok(null)
}

async function chooseResponsible(context: Context, facts: PersonFacts, offices: readonly Office[]) {
  const officeId = officeFor(facts.municipalityCode, offices)
  const { role, userId, officeId: ownOffice } = context.actor
  // Fewer eyes on a protected person: the caseworker who registers keeps the case.
  if (isProtected(facts.protection) && role === 'caseworker')
    return { officeId: ownOffice ?? officeId, caseworkerId: userId }
  return { officeId, caseworkerId: officeId === null ? null : await nextCaseworker(context, officeId) }
}

async function openAccess(
  context: Context,
  personId: PersonId,
  about: {
    command: RegisterPerson
    facts: PersonFacts
    employmentService: OrganisationId | null
    caseworkerId: UserId | null
  },
): Promise<void> {
  const staff = [about.caseworkerId, ...(about.command.namedStaff ?? [])]
  if (context.actor.role === 'caseworker') staff.push(context.actor.userId)
  const wishes = accessFor({
    protection: about.facts.protection,
    authority: about.employmentService,
    namedStaff: staff.filter((id) => id !== null),
    ownUser: ownUserOf(context, about.command),
  })
  await Promise.all(wishes.map((wish) => grantAccess(context, { personId, ...wish, from: context.today })))
}

function ownUserOf(context: Context, command: RegisterPerson): UserId | null {
  return context.actor.role === 'jobseeker' ? context.actor.userId : (command.userId ?? null)
}

async function saveCase(
  context: Context,
  given: Parameters<typeof insertAssignment>[1] & { command: RegisterPerson; facts: PersonFacts },
): Promise<void> {
  const { caseId, personId, command, facts } = given
  const assistant = context.actor.role === 'caseworker' ? context.actor.userId : null
  const assistedBy = command.channel === 'digital' ? null : (command.assistedBy ?? assistant)
  const own = ownUserOf(context, command)
  await Promise.all([
    insertVersion(context, { personId, facts, replaces: null, extractFingerprint: null }),
    insertCase(context, { caseId, personId, channel: command.channel, assistedBy, answers: command.answers ?? {} }),
    insertAssignment(context, given),
    insertSpells(context, { caseId, personId, spells: command.earlierSpells ?? [] }),
    own === null ? null : linkUser(context, own, personId),
  ])
}

async function tellNow(context: Context, ids: Ids, channel: RegistrationChannel): Promise<Result<Ids>> {
  const told = await giveProfilingNotice(context, {
    caseId: ids.caseId,
    channel: channel === 'digital' ? 'screen' : 'spoken',
  })
  return told.ok ? ok(ids) : told
}
