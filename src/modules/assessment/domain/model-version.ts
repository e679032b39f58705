import { approval, refusalFor } from '../../../kernel/approval.ts'
import type { Day } from '../../../kernel/day.ts'
import type { UserId } from '../../../kernel/ids.ts'
import { type Problem, problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'

/** What is known of a version of the model: who made it, what was counted, sent, decided and given up. */
export interface ModelVersionFacts {
  readonly preparedBy: UserId
  /** The model it was counted against, or `null` while its effect on people is not counted. */
  readonly countedAgainst: string | null
  readonly sentBy: UserId | null
  readonly fromDay: Day | null
  readonly outcome: 'approved' | 'returned' | null
  readonly withdrawn: boolean
}

/**
 * Where a version stands: its effect is being counted, it is a draft, it waits for a second pair of eyes, it is approved
 * for a day ahead, it answers or has answered since its day, it was sent back, or it was given up.
 */
export type ModelVersionState = 'counting' | 'draft' | 'sent' | 'approved' | 'answering' | 'returned' | 'withdrawn'

export function modelStateOf(version: ModelVersionFacts, today: Day): ModelVersionState {
  if (version.withdrawn) return 'withdrawn'
  if (version.outcome === 'returned') return 'returned'
  if (version.outcome === 'approved') {
    return version.fromDay !== null && version.fromDay <= today ? 'answering' : 'approved'
  }
  if (version.sentBy !== null) return 'sent'
  return version.countedAgainst === null ? 'counting' : 'draft'
}

/** The day it is, and the model that answers on it. */
export interface ModelNow {
  readonly today: Day
  readonly inForce: string
}

/**
 * Whether a draft may be sent for approval (issue: its effect on groups is known before): counted against the model that
 * answers now, from a day ahead. Problems: `model-not-draft`, `model-effect-missing`, `model-effect-stale`, `model-day-passed`.
 */
export function canSubmitModel(version: ModelVersionFacts, fromDay: Day, now: ModelNow): Result<null> {
  const state = modelStateOf(version, now.today)
  if (state === 'counting') return fail(problem('model-effect-missing'))
  if (state !== 'draft') return fail(problem('model-not-draft'))
  return asCounted(version, fromDay, now)
}

/**
 * Whether a version that was sent may be approved or returned by somebody: never by who made or sent it.
 * Problems: `model-not-sent`, `four-eyes-preparer`, and for an approval `model-effect-stale`, `model-day-passed`.
 */
export function canDecideModel(
  version: ModelVersionFacts,
  by: UserId,
  outcome: 'approved' | 'returned',
  now: ModelNow,
): Result<null> {
  const { sentBy, fromDay } = version
  if (modelStateOf(version, now.today) !== 'sent' || sentBy === null || fromDay === null) {
    return fail(problem('model-not-sent'))
  }
  const refusal = refusalFor(approval([version.preparedBy, sentBy], 1), by)
  if (refusal !== null) return fail(refusal)
  return outcome === 'approved' ? asCounted(version, fromDay, now) : ok(null)
}

/** Whether a version may be given up: until its day has come. Problems: `model-answers-already`, `model-ended`. */
export function canWithdrawModel(version: ModelVersionFacts, today: Day): Result<null> {
  const state = modelStateOf(version, today)
  if (state === 'answering') return fail(problem('model-answers-already'))
  return state === 'withdrawn' || state === 'returned' ? fail(problem('model-ended')) : ok(null)
}

function asCounted(version: ModelVersionFacts, fromDay: Day, now: ModelNow): Result<null> {
  const fault =
    staleness(version, now) ?? (fromDay <= now.today ? problem('model-day-passed', { field: 'fromDay' }) : null)
  return fault === null ? ok(null) : fail(fault)
}

/** What was counted against another model says nothing about the change from the one that answers now. */
function staleness({ countedAgainst }: ModelVersionFacts, { inForce }: ModelNow): Problem | null {
  if (countedAgainst === null) return problem('model-effect-missing')
  if (countedAgainst === inForce) return null
  return problem('model-effect-stale', { values: { counted: countedAgainst, inForce } })
}
