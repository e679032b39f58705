import { addDays, type Day, maxDay } from '../../../kernel/day.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { InterruptionReason, Rules } from '../../../rules/index.ts'
import { checkReason } from './abstention.ts'
import { currentChain, type DecisionState, sameVersion } from './case-state.ts'
import { type Chain, type Decision, stateOn } from './chain.ts'

export interface InterruptionCommand {
  /** Last day in service; a day before the first one withdraws a decision that has not started. */
  readonly lastDay: Day
  readonly cause: InterruptionReason
  /** In words; required where the rules say so. */
  readonly reason?: string | undefined
  readonly basedOn?: string | null | undefined
}

export interface InterruptionFacts {
  readonly chainId: string
  readonly decision: Decision
  readonly lastDay: Day
  readonly cause: InterruptionReason
  readonly reason: string | null
  /** The service never began. */
  readonly withdrawn: boolean
  /** Due day of the next-step task that every cause gives (programme 4.3). */
  readonly nextStepBy: Day
}

/**
 * An interruption of the service (programme 4.3).
 * Problems, in this order: `changed-meanwhile`, `not-in-service`, `already-interrupted`, `reason-unknown`,
 * `reason-needs-text`, `last-day-outside-service` {from, to}.
 */
export function decideInterruption(
  state: DecisionState,
  command: InterruptionCommand,
  rules: Rules,
  today: Day,
): Result<InterruptionFacts> {
  const fresh = sameVersion(state, command.basedOn)
  if (!fresh.ok) return fresh
  const chain = currentChain(state.chains, today)
  const decision = chain?.decisions.at(-1)
  if (!chain || !decision || stateOn(chain, today) === 'ended') return fail(problem('not-in-service'))
  if (chain.interruptedOn !== null)
    return fail(problem('already-interrupted', { values: { lastDay: chain.interruptedOn } }))
  const reason = checkReason(command.cause, command.reason, rules.decision.interruptionReasons, rules)
  if (!reason.ok) return reason
  const begun = chain.firstDay !== null && chain.firstDay <= today
  const inside = withinChain(chain, begun, command.lastDay)
  if (!inside.ok) return inside
  const withdrawn = chain.firstDay === null || command.lastDay < chain.firstDay
  const nextStepBy = addDays(maxDay(today, command.lastDay), rules.decision.nextStepDays)
  return ok({
    chainId: chain.chainId,
    decision,
    lastDay: command.lastDay,
    cause: command.cause,
    reason: reason.value,
    withdrawn,
    nextStepBy,
  })
}

function withinChain(chain: Chain, begun: boolean, lastDay: Day): Result<null> {
  const from = begun && chain.firstDay !== null ? chain.firstDay : (chain.decisions[0]?.grantedOn ?? lastDay)
  const to = chain.lastGrantedDay ?? lastDay
  if (lastDay >= from && lastDay <= to) return ok(null)
  return fail(problem('last-day-outside-service', { field: 'lastDay', values: { from, to } }))
}

export interface ReturnFacts {
  readonly chainId: string
  readonly decision: Decision
  readonly returnOn: Day
}

/**
 * A return before the decision's last day continues it; later a new assessment and chain are needed (programme 4.3).
 * Problems: `changed-meanwhile`, `nothing-to-return-to`, `return-outside-decision` {from, to}.
 */
export function decideReturn(
  state: DecisionState,
  command: { readonly returnOn: Day; readonly basedOn?: string | null | undefined },
  today: Day,
): Result<ReturnFacts> {
  const fresh = sameVersion(state, command.basedOn)
  if (!fresh.ok) return fresh
  const chain = currentChain(state.chains, today)
  const decision = chain?.decisions.at(-1)
  if (!chain || !decision || chain.interruptedOn === null || chain.lastGrantedDay === null) {
    return fail(problem('nothing-to-return-to'))
  }
  const from = maxDay(addDays(chain.interruptedOn, 1), today)
  if (command.returnOn < from || command.returnOn > chain.lastGrantedDay) {
    return fail(problem('return-outside-decision', { field: 'returnOn', values: { from, to: chain.lastGrantedDay } }))
  }
  return ok({ chainId: chain.chainId, decision, returnOn: command.returnOn })
}
