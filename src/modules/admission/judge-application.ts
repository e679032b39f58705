import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import type { JudgedOutcome } from './domain/index.ts'
import { heldItems, leftOf, type SentApplication } from './judged-items.ts'
import { findApplication, saveJudgement } from './store.ts'

export interface Judgement {
  readonly requirement: string
  readonly areaCode: string | null
  readonly outcome: JudgedOutcome
  /** Needed when it is not met. */
  readonly reason: string
}

/**
 * One officer says of some requirements whether they are met. A requirement is settled when two officers hold the same;
 * who judges again takes back what they held before. Problems: `not-allowed`, `not-found`, `application-decided`,
 * `application-withdrawn`, `requirement-unknown`, `judged-by-machine`, `required` on `judgements.N.reason`.
 */
export async function judgeApplication(
  context: Context,
  command: { applicationId: string; judgements: readonly Judgement[] },
): Promise<Result<{ left: number; disagreed: number }>> {
  const sent = await lockSent(context, command.applicationId)
  if (!sent.ok) return sent
  const items = (await heldItems(context, [sent.value])).get(command.applicationId) ?? []
  for (const [index, { requirement, areaCode, outcome, reason }] of command.judgements.entries()) {
    const held = items.find(({ item }) => item.requirement.code === requirement && item.areaCode === areaCode)
    const field = `judgements.${index}`
    if (held === undefined) return fail(problem('requirement-unknown', { field, values: { code: requirement } }))
    if (held.item.requirement.kind === 'machine') {
      return fail(problem('judged-by-machine', { field, values: { code: requirement } }))
    }
    if (outcome === 'not-met' && reason.trim().length < 3)
      return fail(problem('required', { field: `${field}.reason` }))
    await saveJudgement(context, {
      applicationId: command.applicationId,
      item: held.item,
      outcome,
      reason: reason.trim(),
      answerKind: held.answerKind,
      replaces: held.opinions.find((one) => one.by === context.actor.userId)?.id ?? null,
    })
  }
  return ok(leftOf((await heldItems(context, [sent.value])).get(command.applicationId) ?? []))
}

/** The application, held for the rest of the transaction; it has been sent and waits for its decision. */
export async function lockSent(context: Context, applicationId: string): Promise<Result<SentApplication>> {
  await lockName(context, `admission.application:${applicationId}`)
  const may = mayAct(context, ['overseer'])
  if (!may.ok) return may
  const found = await findApplication(context, applicationId)
  const sentOn = found?.sentOn ?? null
  if (found === null || sentOn === null) return fail(problem('not-found'))
  if (found.withdrawnOn !== null) return fail(problem('application-withdrawn'))
  return found.decidedOn === null ? ok({ ...found, sentOn }) : fail(problem('application-decided'))
}
