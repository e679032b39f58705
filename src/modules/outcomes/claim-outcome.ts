import { addMonths, maxDay } from '../../kernel/day.ts'
import type { CaseId, ClaimId } from '../../kernel/ids.ts'
import { parseOrganisationNumber } from '../../kernel/organisation-number.ts'
import { atField, problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Role } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import type { ClaimBody } from './contract.ts'
import { decideClaim } from './domain/index.ts'
import { reportingState } from './reporting-state.ts'
import { type CaseService, lockService } from './service-facts.ts'
import { findClaim, type StoredClaim, saveClaim } from './store.ts'
import { forCaseworker, taskKinds } from './tasks.ts'

export type ClaimOutcome = Omit<ClaimBody, 'subsidised'> & { readonly subsidised?: boolean; readonly caseId: CaseId }

export const claimants = ['coordinator', 'adviser'] as const satisfies readonly Role[]

/**
 * Records a provider's claim that an outcome has lasted (R2, programme 4.7), or a correction of one, and asks a caseworker
 * to verify it. Problems: those of the domain's `decideClaim`, `not-found`, `not-allowed`, `claim-replaced`, and those of
 * an organisation number.
 */
export async function claimOutcome(context: Context, command: ClaimOutcome): Promise<Result<{ claimId: ClaimId }>> {
  const locked = await lockService(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, claimants)
  if (!may.ok) return may
  const providerId = context.actor.organisationId
  if (providerId === null) return fail(problem('not-found'))
  const number = organisationNumberOf(command.organisationNumber ?? null)
  if (!number.ok) return number
  const corrected = await correctedClaim(context, command)
  if (!corrected.ok) return corrected
  const state = await reportingState(context, locked.value)
  if (!state.ok) return state
  const reported = { firstDay: command.firstDay, lastDay: command.lastDay ?? null, provider: providerId }
  const can = decideClaim(state.value, reported, context.rules, context.today)
  if (!can.ok) return can
  const { caseId, personId } = locked.value
  const claimId = newId<ClaimId>()
  const isWork = command.kind === 'work'
  await saveClaim(context, {
    id: claimId,
    seriesId: corrected.value?.seriesId ?? claimId,
    caseId,
    personId,
    providerId,
    kind: command.kind,
    subsidised: isWork && (command.subsidised ?? false),
    extentPercent: isWork ? (command.extentPercent ?? null) : null,
    pacePercent: isWork ? null : (command.pacePercent ?? null),
    firstDay: command.firstDay,
    lastDay: reported.lastDay,
    employer: command.employer,
    organisationNumber: number.value,
    occupation: command.occupation ?? null,
    replaces: corrected.value?.claimId ?? null,
  })
  await askToVerify(context, locked.value, claimId, command, corrected.value)
  context.wrotePerson(personId)
  return ok({ claimId })
}

/** The task is due when the outcome can have lasted; the task of a corrected claim is closed. */
async function askToVerify(
  context: Context,
  service: CaseService,
  claimId: ClaimId,
  command: ClaimOutcome,
  corrected: StoredClaim | null,
): Promise<void> {
  if (corrected) await closeTask(context, { kind: taskKinds.verifyOutcome, subjectId: corrected.claimId })
  // The claim says what the signal said, and is looked at in its place.
  await closeTask(context, { kind: taskKinds.lookAtSignal, subjectId: service.caseId })
  const months = context.rules.outcomes.stages[0]?.months ?? 0
  const ended = command.lastDay !== null && command.lastDay !== undefined
  await openTask(context, {
    kind: taskKinds.verifyOutcome,
    subjectId: claimId,
    caseId: service.caseId,
    personId: service.personId,
    why: { code: 'outcome-claimed', values: { firstDay: command.firstDay } },
    dueOn: ended ? context.today : maxDay(context.today, addMonths(command.firstDay, months)),
    for: forCaseworker(service),
  })
}

/** The claim that this one corrects; null when it is a new one. Only the latest of a series is corrected. */
async function correctedClaim(context: Context, command: ClaimOutcome): Promise<Result<StoredClaim | null>> {
  if (!command.replaces) return ok(null)
  const found = await findClaim(context, command.replaces)
  if (found === null || found.caseId !== command.caseId) return fail(problem('not-found', { field: 'replaces' }))
  return found.replaced ? fail(problem('claim-replaced', { field: 'replaces' })) : ok(found)
}

function organisationNumberOf(text: string | null): Result<string | null> {
  if (text === null || text === '') return ok(null)
  const parsed = parseOrganisationNumber(text)
  return parsed.ok ? parsed : fail(atField(parsed.problem, 'organisationNumber'))
}
