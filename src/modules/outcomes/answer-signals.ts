import type { CaseId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { closeTask } from '../../platform/tasks.ts'
import type { SignalAnswerBody } from './contract.ts'
import { decideSignalAnswer } from './domain/index.ts'
import { lockService } from './service-facts.ts'
import { saveSignalAnswers, waitingSignals } from './store.ts'
import { taskKinds } from './tasks.ts'
import { mayVerify } from './verify-outcome.ts'

export type AnswerSignals = SignalAnswerBody & { readonly caseId: CaseId }

/**
 * A caseworker says what the signals of a case that wait mean: the service goes on for now, or they do not hold. One that ends the
 * service is answered by the interruption itself. Problems: those of the domain's `decideSignalAnswer`, `other-office`,
 * `not-found`, `not-allowed`.
 */
export async function answerSignals(context: Context, command: AnswerSignals): Promise<Result<{ answered: number }>> {
  const locked = await lockService(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayVerify(context, locked.value)
  if (!may.ok) return may
  const waiting = await waitingSignals(context, command.caseId)
  const can = decideSignalAnswer(waiting.length, command)
  if (!can.ok) return can
  await saveSignalAnswers(context, locked.value, { ...can.value, signalIds: waiting })
  await closeTask(context, { kind: taskKinds.lookAtSignal, subjectId: command.caseId })
  context.wrotePerson(locked.value.personId)
  return ok({ answered: waiting.length })
}

/** Subscriber of `service-interrupted`: whoever ends the service has looked at what was told. */
export async function finishSignals(context: Context, { caseId }: { readonly caseId: CaseId }): Promise<void> {
  await closeTask(context, { kind: taskKinds.lookAtSignal, subjectId: caseId })
}
