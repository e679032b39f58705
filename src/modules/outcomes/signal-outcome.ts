import type { CaseId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Role } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { openTask } from '../../platform/tasks.ts'
import type { OutcomeSignalled, SignalBody } from './contract.ts'
import { decideSignal } from './domain/index.ts'
import { outcomesEvents } from './events.ts'
import { isOwnCase, reportingState } from './reporting-state.ts'
import { lockService } from './service-facts.ts'
import { saveSignal } from './store.ts'
import { forCaseworker, handledBy, taskKinds } from './tasks.ts'

export type SignalOutcome = SignalBody & { readonly caseId: CaseId }

export const signallers = ['jobseeker', 'caseworker', 'coordinator', 'adviser'] as const satisfies readonly Role[]

/**
 * Records that work or studies have begun (R1, programme 4.6). Nothing is paid on it; a caseworker
 * who did not tell it is asked to look. Publishes `outcome-signalled`.
 * Problems: those of the domain's `decideSignal`, `not-found`, `not-allowed`.
 */
export async function signalOutcome(context: Context, command: SignalOutcome): Promise<Result<{ signalId: string }>> {
  const locked = await lockService(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, signallers)
  if (!may.ok) return may
  const own = isOwnCase(context, locked.value)
  if (!own.ok) return own
  const { caseId, personId } = locked.value
  const { role, organisationId } = context.actor
  const providerId = role === 'coordinator' || role === 'adviser' ? organisationId : null
  const state = await reportingState(context, locked.value)
  if (!state.ok) return state
  const reported = { firstDay: command.firstDay, lastDay: null, provider: providerId }
  const can = decideSignal(state.value, reported, context.rules, context.today)
  if (!can.ok) return can
  const signalId = newId<string>()
  const toldBy = providerId !== null ? 'provider' : role === 'jobseeker' ? 'participant' : 'caseworker'
  await saveSignal(context, {
    id: signalId,
    caseId,
    personId,
    providerId,
    toldBy,
    kind: command.kind,
    extentPercent: command.extentPercent ?? null,
    startsOn: command.firstDay,
    employer: command.employer ?? null,
  })
  if (toldBy !== 'caseworker') {
    await openTask(context, {
      kind: taskKinds.lookAtSignal,
      subjectId: caseId,
      caseId,
      personId,
      why: { code: `signalled-${command.kind}`, values: { startsOn: command.firstDay } },
      dueOn: handledBy(context.today),
      for: forCaseworker(locked.value),
    })
  }
  context.wrotePerson(personId)
  const payload: OutcomeSignalled = { caseId, personId, signalId, kind: command.kind, startsOn: command.firstDay }
  await context.publish({ name: outcomesEvents.signalled, payload })
  return ok({ signalId })
}
