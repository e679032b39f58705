import type { CaseId, PersonId, UserId } from '../../kernel/ids.ts'
import { formatPersonNumber } from '../../kernel/person-number.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { endAccess, grantAccess } from '../../platform/access.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import {
  changedFields,
  isProtected,
  type PersonDetails,
  type PersonFacts,
  type Protection,
  personFacts,
  staffAccess,
} from './domain/index.ts'
import { type PersonChanged, registrationEvents } from './events.ts'
import { type CaseHead, lockCase } from './find-case.ts'
import { accessHolders, authority, currentVersion, insertVersion, moveIdentityNumber } from './store.ts'

export interface CorrectPerson {
  readonly caseId: CaseId
  /** The version that the one who corrects has seen; null where nobody looked, as in a job. */
  readonly basedOn: string | null
  readonly changes: PersonChanges
}

/** Only what changes; null empties an optional part. */
export type PersonChanges = { readonly [Field in keyof PersonDetails]?: PersonDetails[Field] | undefined }

/** What the person may correct without staff: how to be reached and what work is wanted. */
const ownFields: readonly (keyof PersonDetails)[] = [
  'street',
  'postcode',
  'locality',
  'municipalityCode',
  'home',
  'email',
  'phone',
  'language',
  'interpreter',
  'ssyk',
  'wantedExtentPercent',
  'availableHours',
  'drivingLicence',
]

/**
 * Corrects a person: a new version that replaces the current one, both stay (programme 4.1). Changing nothing saves
 * nothing. Problems: `not-found`, `changed-meanwhile`, `not-yours-to-change`, `already-registered`, those of the details.
 */
export async function correctPerson(
  context: Context,
  command: CorrectPerson,
): Promise<Result<{ versionId: string; changed: readonly string[] }>> {
  const head = await lockCase(context, command.caseId)
  if (!head.ok) return head
  const may = mayCorrect(context, command)
  if (!may.ok) return may
  const { personId } = head.value
  const current = await currentVersion(context, personId)
  if (current === null) return fail(problem('not-found'))
  if (command.basedOn !== null && command.basedOn !== current.id) return fail(problem('changed-meanwhile'))
  const facts = personFacts(merged(current.facts, command.changes), context.today, context.rules)
  if (!facts.ok) return facts
  const changed = changedFields(current.facts, facts.value)
  if (changed.length === 0) return ok({ versionId: current.id, changed })
  const moved = await moveAccess(context, head.value, facts.value.protection)
  if (!moved.ok) return moved
  const next = { personId, facts: facts.value, replaces: current.id, extractFingerprint: current.extractFingerprint }
  const versionId = await insertVersion(context, next)
  const identity = await moveIdentity(context, personId, current.facts, facts.value)
  if (!identity.ok) return identity
  await moved.value()
  context.wrotePerson(personId)
  const payload: PersonChanged = { caseId: command.caseId, personId, fields: changed }
  await context.publish({ name: registrationEvents.changed, payload })
  return ok({ versionId, changed })
}

function mayCorrect(context: Context, command: CorrectPerson): Result<null> {
  if (context.actor.role !== 'jobseeker') return mayAct(context, ['caseworker', 'system'])
  const foreign = (Object.keys(command.changes) as (keyof PersonDetails)[]).find((name) => !ownFields.includes(name))
  return foreign === undefined ? ok(null) : fail(problem('not-yours-to-change', { field: foreign }))
}

function merged(facts: PersonFacts, wanted: PersonChanges): PersonDetails {
  const changes: Partial<PersonDetails> = Object.fromEntries(
    Object.entries(wanted).filter(([, value]) => value !== undefined),
  )
  const hasMoved =
    (changes.street !== undefined && changes.street !== facts.street) ||
    (changes.municipalityCode !== undefined && changes.municipalityCode !== facts.municipalityCode)
  // A point stands for the address it was given with.
  const home = hasMoved || facts.homeApproximate ? null : facts.home
  return { ...facts, identityNumber: formatPersonNumber(facts.identityNumber), home, ...changes }
}

async function moveIdentity(
  context: Context,
  personId: PersonId,
  before: PersonFacts,
  after: PersonFacts,
): Promise<Result<null>> {
  if (before.identityNumber === after.identityNumber) return ok(null)
  try {
    await moveIdentityNumber(context, personId, after.identityNumber)
    return ok(null)
  } catch (error) {
    if ((error as { code?: string }).code === '23505')
      return fail(problem('already-registered', { field: 'identityNumber' }))
    throw error
  }
}

/**
 * When protection begins or ends, other staff may see the person. New access comes first and the old is ended by the
 * returned step, after the last write: otherwise the one who corrects would lose the person halfway.
 */
async function moveAccess(context: Context, head: CaseHead, after: Protection): Promise<Result<() => Promise<void>>> {
  if (isProtected(head.protection) === isProtected(after)) return ok(async () => undefined)
  const { personId, caseworkerId } = head
  const house = await authority(context)
  const named = await accessHolders(context, personId, 'named-staff')
  const actor = context.actor.role === 'caseworker' ? context.actor.userId : null
  const staff = [caseworkerId, actor, ...named].filter((id): id is UserId => id !== null)
  if (isProtected(after) && staff.length === 0) return fail(problem('nobody-named'))
  const old = staffAccess(head.protection, house, named)
  for (const wish of staffAccess(after, house, staff)) {
    await grantAccess(context, { personId, ...wish, from: context.today })
  }
  return ok(async () => {
    for (const wish of old) await endAccess(context, { personId, ...wish, to: context.today })
  })
}
