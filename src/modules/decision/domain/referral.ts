import { type Day, maxDay } from '../../../kernel/day.ts'
import type { AssessmentId } from '../../../kernel/ids.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { Level, PriceModel, Rules } from '../../../rules/index.ts'
import { type AssessmentStanding, currentChain, type DecisionState, sameVersion, whyToolSaysNo } from './case-state.ts'
import { type Chain, isWithdrawn } from './chain.ts'

export interface ReferralCommand {
  readonly reason: string
  /** Must be the tool's own when given. */
  readonly level?: Level | undefined
  readonly startEarlier?: { readonly on: Day; readonly reason: string } | undefined
  readonly basedOn?: string | null | undefined
}

/** What a granted decision fixes; the first day follows with the choice of provider. */
export interface Grant {
  readonly level: Level
  readonly priceModel: PriceModel | null
  readonly windowNumber: number
  readonly assessmentId: AssessmentId
  readonly days: number
}

/** A granted referral: what the decision fixes on its day. */
export interface Referral extends Grant {
  readonly areaCode: string
  readonly earlyStartOn: Day | null
}

/**
 * A referral (programme 4.3): only when the tool says yes, at the level it gives, after a planning talk, for a person who
 * is available, in an area where the service is open.
 * Problems, in this order: `changed-meanwhile`, `case-closed`, `already-in-service`, `assessment-missing`,
 * `assessment-expired`, `assessment-other-window`, `assessment-facts-changed`, `assessment-other-model`, `tool-says-no` (with its reasons),
 * `level-not-from-tool`, `planning-talk-missing`, `not-available`, `home-area-unknown`, `area-not-rolled-out`,
 * `area-price-model-missing`, `start-in-past`.
 */
export function decideReferral(
  state: DecisionState,
  command: ReferralCommand,
  rules: Rules,
  today: Day,
): Result<Referral> {
  const fresh = sameVersion(state, command.basedOn)
  if (!fresh.ok) return fresh
  if (state.closed) return fail(problem('case-closed'))
  const current = currentChain(state.chains, today)
  if (current !== null) return fail(alreadyInService(current))
  const level = levelFromTool(state.assessment, command.level)
  if (!level.ok) return level
  const ready = isReady(state, rules)
  if (!ready.ok) return ready
  const price = priceModelFor(state, level.value.level)
  if (!price.ok) return price
  const early = command.startEarlier?.on ?? null
  if (early !== null && early < today) return fail(problem('start-in-past', { field: 'startEarlier' }))
  return ok({ ...level.value, ...price.value, days: rules.decision.lengthDays, earlyStartOn: early })
}

/** The tool's level, when a valid assessment says yes today. Also used where an extension asks for a new level. */
export function levelFromTool(
  assessment: AssessmentStanding | null,
  asked: Level | undefined,
): Result<{ level: Level; assessmentId: AssessmentId; windowNumber: number }> {
  if (assessment === null) return fail(problem('assessment-missing'))
  if (assessment.notValid !== null) return fail(assessment.notValid)
  const reasons = whyToolSaysNo(assessment)
  if (reasons.length > 0 || assessment.level === null) return fail(problem('tool-says-no', { problems: reasons }))
  if (asked !== undefined && asked !== assessment.level) {
    return fail(problem('level-not-from-tool', { field: 'level', values: { asked, level: assessment.level } }))
  }
  return ok({ level: assessment.level, assessmentId: assessment.id, windowNumber: assessment.windowNumber })
}

/** The price model of level B is the area's contracts'; A and C have none (programme 5). */
export function priceModelFor(
  state: Pick<DecisionState, 'area'>,
  level: Level,
): Result<{ priceModel: PriceModel | null; areaCode: string }> {
  const { area } = state
  if (area === null) return fail(problem('home-area-unknown'))
  if (!area.rolledOut) return fail(problem('area-not-rolled-out', { values: { area: area.code } }))
  if (level !== 'B') return ok({ priceModel: null, areaCode: area.code })
  if (area.priceModelB === null) return fail(problem('area-price-model-missing', { values: { area: area.code } }))
  return ok({ priceModel: area.priceModelB, areaCode: area.code })
}

function isReady(state: DecisionState, rules: Rules): Result<null> {
  const since = lastServiceDay(state.chains)
  const talked = state.talk !== null && (since === null || state.talk.heldOn > since)
  if (rules.decision.planningTalkRequired && !talked) return fail(problem('planning-talk-missing'))
  const unavailable = state.availability === 'no' || state.talk?.available === 'no'
  return rules.decision.availabilityRequired && unavailable ? fail(problem('not-available')) : ok(null)
}

// A talk before an earlier chain does not carry a new one; a referral withdrawn before its start needs no new talk.
function lastServiceDay(chains: readonly Chain[]): Day | null {
  const served = chains.filter((chain) => !isWithdrawn(chain))
  const days = served.flatMap((chain) => chain.endedOn ?? chain.lastGrantedDay ?? [])
  return days.length === 0 ? null : days.reduce(maxDay)
}

function alreadyInService(chain: Chain): ReturnType<typeof problem> {
  const until = chain.lastGrantedDay ?? ''
  return chain.interruptedOn === null
    ? problem('already-in-service', { values: { until } })
    : problem('decision-still-runs', { values: { until } })
}
