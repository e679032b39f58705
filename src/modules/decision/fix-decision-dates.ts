import type { Day } from '../../kernel/day.ts'
import type { DecisionId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { lockCase } from '../registration/index.ts'
import type { DecisionDated } from './contract.ts'
import { fixDates } from './domain/index.ts'
import { decisionEvents } from './events.ts'
import { sendLetter } from './letters.ts'
import { findDecision, saveDates } from './store.ts'

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
export async function fixDecisionDates(context: Context, command: FixDecisionDates): Promise<Result<null>> {
  const found = await findDecision(context, command.decisionId)
  if (found === null) return fail(problem('not-found'))
  const locked = await lockCase(context, found.caseId)
  if (!locked.ok) return locked
  // Read again: another transaction may have dated the decision while the lock was waited for.
  const decision = await findDecision(context, command.decisionId)
  if (decision === null) return fail(problem('not-found'))
  if (decision.withdrawnOn !== null) return fail(problem('decision-withdrawn'))
  const dates = fixDates(decision, command.firstDay, context.today)
  if (!dates.ok || dates.value === null) return dates.ok ? ok(null) : dates
  const key = { caseId: decision.caseId, personId: decision.personId }
  await saveDates(context, { ...key, ...dates.value, decisionId: decision.id })
  await sendLetter(context, locked.value, { kind: 'dates', level: decision.level, ...dates.value })
  context.wrotePerson(decision.personId)
  const payload: DecisionDated = { ...key, ...dates.value, decisionId: decision.id, chainId: decision.chainId }
  await context.publish({ name: decisionEvents.decisionDated, payload })
  return ok(null)
}
