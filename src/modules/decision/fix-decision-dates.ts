import type { Day } from '../../kernel/day.ts'
import type { DecisionId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { Level } from '../../rules/index.ts'
import { lockCases } from '../registration/index.ts'
import type { DecisionDated } from './contract.ts'
import { fixDates } from './domain/index.ts'
import { decisionEvents } from './events.ts'
import { sendLetters } from './letters.ts'
import { casesOfDecisions, findDecisions, saveDates } from './store.ts'

export interface FixDecisionDates {
  readonly decisionId: DecisionId
  /** First day in service, which is the decision's first day (programme 4.3). */
  readonly firstDay: Day
}

/**
 * Gives a decision its days when the choice or placement has fixed the first one, and sends the letter with them.
 * Called by the event `placed`, whoever's act it was; after the service has begun it changes nothing.
 * Publishes `decision-dated`. Problems: `not-found`, `start-before-decision`, `decision-withdrawn`.
 */
export function fixDecisionDates(context: Context, command: FixDecisionDates): Promise<Result<null>> {
  return fixManyDecisionDates(context, [command])
}

/** `fixDecisionDates` for many decisions, each of a case of its own; if one is refused, all are. */
export async function fixManyDecisionDates(
  context: Context,
  commands: readonly FixDecisionDates[],
): Promise<Result<null>> {
  const ids = commands.map((command) => command.decisionId)
  const cases = await casesOfDecisions(context, ids)
  const held = await lockCases(context, cases)
  // Read under the lock: another transaction may have dated a decision while it was waited for.
  const decisions = await findDecisions(context, ids)
  const dated: (DecisionDated & { readonly level: Level })[] = []
  for (const { decisionId, firstDay } of commands) {
    const decision = decisions.get(decisionId)
    if (decision === undefined) return fail(problem('not-found'))
    if (decision.withdrawnOn !== null) return fail(problem('decision-withdrawn'))
    const dates = fixDates(decision, firstDay, context.today)
    if (!dates.ok) return dates
    const { caseId, personId, chainId, level } = decision
    if (dates.value !== null) dated.push({ caseId, personId, decisionId, chainId, level, ...dates.value })
  }
  const sent = dated.flatMap(({ caseId, level, firstDay, lastDay }) => {
    const head = held.get(caseId)
    return head === undefined ? [] : [{ head, facts: { kind: 'dates', level, firstDay, lastDay } as const }]
  })
  await Promise.all([saveDates(context, dated), sendLetters(context, sent)])
  for (const { personId } of dated) context.wrotePerson(personId)
  const payloads = dated.map(({ level: _, ...payload }): DecisionDated => payload)
  await context.publishAll(decisionEvents.decisionDated, payloads)
  return ok(null)
}
