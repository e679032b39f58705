import type { Day } from '../../../kernel/day.ts'
import type { AssessmentId } from '../../../kernel/ids.ts'
import { type Problem, problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { AssessmentResult, AvailabilityCode, Level, NextStep, PriceModel } from '../../../rules/index.ts'
import type { Criterion } from '../../assessment/domain/index.ts'
import { type Chain, stateOn } from './chain.ts'

/** A planning talk: before each new chain of decisions (programme 4.3). */
export interface PlanningTalk {
  readonly heldOn: Day
  readonly available: AvailabilityCode
  /** What comes after the service, where the talk planned its end. */
  readonly nextStep?: NextStep | null
}

/** The assessment a decision would rest on, with its standing today. */
export interface AssessmentStanding {
  readonly id: AssessmentId
  readonly result: AssessmentResult
  readonly level: Level | null
  readonly windowNumber: number
  /** `assessment-expired` and the like, or `null` while it may carry a decision. */
  readonly notValid: Problem | null
  /** The window's criteria on the day of the decision. */
  readonly criteria: readonly Criterion[]
}

/** All that the law of decisions looks at. */
export interface DecisionState {
  readonly closed: boolean
  readonly availability: AvailabilityCode
  /** The oldest first. */
  readonly chains: readonly Chain[]
  /** The latest talk, if any. */
  readonly talk: PlanningTalk | null
  readonly assessment: AssessmentStanding | null
  /** The home's delivery area today. */
  readonly area: { readonly code: string; readonly rolledOut: boolean; readonly priceModelB: PriceModel | null } | null
  /** Assessments from which a caseworker has abstained. */
  readonly abstainedFrom: readonly AssessmentId[]
  /** Changes with every decision, abstention, interruption, end and assessment of the case. */
  readonly version: string
}

/** The version of a case that a page was drawn from, so that two tabs cannot decide it twice. */
export function versionOf(assessmentId: AssessmentId | null, facts: number): string {
  return `${assessmentId ?? 'none'}.${facts}`
}

/** Problem: `changed-meanwhile` when the page that the command came from is older than the case. */
export function sameVersion(state: Pick<DecisionState, 'version'>, basedOn: string | null | undefined): Result<null> {
  if (basedOn === null || basedOn === undefined || basedOn === state.version) return ok(null)
  return fail(problem('changed-meanwhile', { field: 'basedOn' }))
}

/** The latest chain while its granted days are not over; `null` when a new one may open. */
export function currentChain(chains: readonly Chain[], on: Day): Chain | null {
  const last = chains.at(-1)
  if (last === undefined) return null
  const state = stateOn(last, on)
  if (state === 'withdrawn' || state === 'over') return null
  return state === 'ended' && last.lastGrantedDay !== null && last.lastGrantedDay < on ? null : last
}

/** Why the tool says no on this day, in parts; empty when it says yes (programme 4.2). */
export function whyToolSaysNo(assessment: AssessmentStanding): Problem[] {
  if (assessment.result === 'near') return [problem('tool-says-near')]
  if (assessment.result === 'far') return [problem('tool-says-far')]
  return assessment.criteria
    .filter((criterion) => !criterion.met)
    .map((criterion) => {
      const { has = '', needs = '' } = criterion.because
      const values = { has, needs }
      if (criterion.name === 'registered-days') return problem('too-few-registered-days', { values })
      if (criterion.name === 'programme') return problem('not-in-programme', { values })
      return problem('neither-adult-nor-in-programme', { values })
    })
}
