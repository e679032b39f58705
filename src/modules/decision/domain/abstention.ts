import { addDays, type Day } from '../../../kernel/day.ts'
import type { AssessmentId } from '../../../kernel/ids.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { AbstentionReason, Rules } from '../../../rules/index.ts'
import { currentChain, type DecisionState, sameVersion, whyToolSaysNo } from './case-state.ts'

export interface AbstentionCommand {
  readonly code: AbstentionReason
  /** In the caseworker's own words; required where the rules say so. */
  readonly text?: string | undefined
  readonly basedOn?: string | null | undefined
}

export interface Abstention {
  readonly assessmentId: AssessmentId
  readonly code: AbstentionReason
  readonly text: string | null
  /** Last day to investigate the need of deeper support, when that is the reason. */
  readonly investigateBy: Day | null
}

/**
 * A caseworker abstains although the tool says yes (programme 4.2), with a coded reason.
 * Problems, in this order: `changed-meanwhile`, `case-closed`, `already-in-service`, `assessment-missing`,
 * `nothing-to-abstain-from` (the tool says no), `already-abstained`, `reason-unknown`, `reason-needs-text`.
 */
export function decideAbstention(
  state: DecisionState,
  command: AbstentionCommand,
  rules: Rules,
  today: Day,
): Result<Abstention> {
  const fresh = sameVersion(state, command.basedOn)
  if (!fresh.ok) return fresh
  if (state.closed) return fail(problem('case-closed'))
  const current = currentChain(state.chains, today)
  if (current !== null) return fail(problem('already-in-service', { values: { until: current.lastGrantedDay ?? '' } }))
  const { assessment } = state
  if (assessment === null) return fail(problem('assessment-missing'))
  if (whyToolSaysNo(assessment).length > 0) return fail(problem('nothing-to-abstain-from'))
  if (state.abstainedFrom.includes(assessment.id)) return fail(problem('already-abstained'))
  const reason = checkReason(command.code, command.text, rules.decision.abstentionReasons, rules)
  if (!reason.ok) return reason
  const deeper = command.code === 'deeper-support'
  const investigateBy = deeper ? addDays(today, rules.assessment.investigationDays) : null
  return ok({ assessmentId: assessment.id, code: command.code, text: reason.value, investigateBy })
}

/** A coded reason with its words. Problems: `reason-unknown`, `reason-needs-text`. */
export function checkReason(
  code: string,
  text: string | undefined,
  codes: readonly { readonly code: string }[],
  rules: Rules,
): Result<string | null> {
  if (!codes.some((known) => known.code === code))
    return fail(problem('reason-unknown', { field: 'code', values: { code } }))
  const words = text?.trim() ?? ''
  const needed: readonly string[] = rules.decision.reasonsNeedingText
  if (words === '' && needed.includes(code)) return fail(problem('reason-needs-text', { field: 'text' }))
  return ok(words === '' ? null : words)
}
