import { addDays, type Day } from '../../../kernel/day.ts'
import type { AssessmentId } from '../../../kernel/ids.ts'
import { type Problem, problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { AssessmentResult, Level } from '../../../rules/assessment.ts'
import type { Rules } from '../../../rules/index.ts'
import { type AssessmentFacts, changedFacts } from './facts.ts'
import { resultOf } from './window.ts'

/** A made assessment as far as law needs it: what it rests on, when, and what it said. */
export interface MadeAssessment {
  readonly id: AssessmentId
  readonly onDay: Day
  /** Name of the model that made it. */
  readonly model: string
  readonly probability: number
  readonly result: AssessmentResult
  readonly level: Level | null
  readonly windowNumber: number
  readonly facts: AssessmentFacts
  /** Codes of window exceptions that a caseworker found to hold. */
  readonly waivedBy: readonly string[]
}

/** What an assessment would rest on now: the facts, and the name of the model in force. */
export interface BasisNow {
  readonly facts: AssessmentFacts
  readonly model: string
}

/** What is known of the case when somebody asks for an assessment. */
export interface AssessmentState extends BasisNow {
  /** The day on which the person was told about profiling, or `null`. */
  readonly noticeOn: Day | null
  readonly closed: boolean
  readonly latest: MadeAssessment | null
}

/**
 * Whether the person may be assessed on the day (programme 4.1, 4.2): told before, and, unless a used fact or the
 * window has changed (or, where the rules say so, the model), 90 days since the last time.
 * Problems: `case-closed`, `notice-missing`, `assessed-recently` {on, nextOn}.
 */
export function canAssess(state: AssessmentState, rules: Rules, on: Day): Result<null> {
  if (state.closed) return fail(problem('case-closed'))
  if (rules.registration.profilingNotice && (state.noticeOn === null || state.noticeOn > on))
    return fail(problem('notice-missing'))
  const latest = state.latest
  if (latest === null || mustBeRedone(latest, state, rules) !== null) return ok(null)
  const nextOn = addDays(latest.onDay, rules.assessment.reprofilingIntervalDays)
  return on < nextOn ? fail(problem('assessed-recently', { values: { on: latest.onDay, nextOn } })) : ok(null)
}

/** Last day on which an assessment may carry a decision, if nothing changes (programme 4.2). */
export function validUntil(assessment: Pick<MadeAssessment, 'onDay'>, rules: Rules): Day {
  return addDays(assessment.onDay, rules.assessment.validityDays)
}

/**
 * Whether an assessment may carry a decision on the day (programme 4.2): valid 90 days, and to be redone when the
 * window or a fact used in it has changed. Another model in force outdates it only where the rules say so (A).
 * Problems: `assessment-expired` {validUntil}, `assessment-other-window`, `assessment-facts-changed` {facts},
 * `assessment-other-model` {made, inForce}.
 */
export function isValidOn(assessment: MadeAssessment, now: BasisNow, rules: Rules, on: Day): Result<null> {
  const until = validUntil(assessment, rules)
  if (on > until) return fail(problem('assessment-expired', { values: { validUntil: until } }))
  const changed = mustBeRedone(assessment, now, rules)
  return changed === null ? ok(null) : fail(changed)
}

function mustBeRedone(assessment: MadeAssessment, now: BasisNow, rules: Rules): Problem | null {
  const { result, level } = resultOf(assessment.probability, rules.assessment.cutPoints)
  const sameCut = result === assessment.result && level === assessment.level
  if (assessment.windowNumber !== rules.assessment.window.number || !sameCut) {
    return problem('assessment-other-window', {
      values: { made: assessment.windowNumber, inForce: rules.assessment.window.number },
    })
  }
  const changed = changedFacts(assessment.facts, now.facts)
  if (changed.length > 0) return problem('assessment-facts-changed', { values: { facts: changed.join(', ') } })
  if (!rules.assessment.newModelOutdates || assessment.model === now.model) return null
  return problem('assessment-other-model', { values: { made: assessment.model, inForce: now.model } })
}
