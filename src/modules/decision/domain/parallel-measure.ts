import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { ParallelMeasureKind, Rules } from '../../../rules/index.ts'
import { currentChain, type DecisionState } from './case-state.ts'
import { type Chain, stateOn } from './chain.ts'

/** A measure with another actor beside the service (programme 4.3); both days in. */
export interface ParallelMeasure {
  readonly chainId: string
  readonly kind: ParallelMeasureKind
  readonly firstDay: Day
  readonly lastDay: Day
  /** Full-time days suspend the weekly activity and the hours of ROM2, never the meetings. */
  readonly fullTime: boolean
  readonly hoursPerWeek: number
}

export interface ParallelMeasureCommand extends Omit<ParallelMeasure, 'chainId' | 'kind'> {
  /** A code of `decision.parallelMeasureKinds`; others, such as SFI, never count. */
  readonly kind: string
}

/** Calendar days of the chain's measures, both days of each counted. */
export function measureDays(measures: readonly Pick<ParallelMeasure, 'firstDay' | 'lastDay'>[]): number {
  return measures.reduce((sum, one) => sum + Math.max(0, daysBetween(one.firstDay, one.lastDay) + 1), 0)
}

/**
 * Whether the caseworker may decide a parallel measure: of a known kind, ahead, inside the granted days, beside no other one, and
 * with the chain's others at most 90 calendar days (programme 4.3). Problems, in this order: `case-closed`, `not-in-service`,
 * `chain-interrupted`, `measure-unknown` {code}, `end-before-start`, `measure-in-the-past`, `measure-outside-service` {from, to},
 * `measures-overlap` {from, to}, `measure-too-long` {most, left}.
 */
export function decideParallelMeasure(
  state: Pick<DecisionState, 'closed' | 'chains'>,
  command: ParallelMeasureCommand,
  known: readonly ParallelMeasure[],
  rules: Rules,
  today: Day,
): Result<ParallelMeasure> {
  const chain = measurableChain(state, today)
  if (!chain.ok) return chain
  const { chainId, firstDay: begins, lastGrantedDay: ends } = chain.value
  const kind = rules.decision.parallelMeasureKinds.find((each) => each.code === command.kind)?.code
  if (kind === undefined) return fail(problem('measure-unknown', { field: 'kind', values: { code: command.kind } }))
  const { firstDay, lastDay } = command
  if (lastDay < firstDay) {
    return fail(problem('end-before-start', { field: 'lastDay', values: { from: firstDay, to: lastDay } }))
  }
  if (firstDay < today) return fail(problem('measure-in-the-past', { field: 'firstDay', values: { today } }))
  if (firstDay < begins || lastDay > ends) {
    const field = firstDay < begins ? 'firstDay' : 'lastDay'
    return fail(problem('measure-outside-service', { field, values: { from: begins, to: ends } }))
  }
  const own = known.filter((one) => one.chainId === chainId)
  const met = own.find((one) => one.firstDay <= lastDay && one.lastDay >= firstDay)
  if (met) {
    return fail(problem('measures-overlap', { field: 'firstDay', values: { from: met.firstDay, to: met.lastDay } }))
  }
  const most = rules.decision.parallelMeasureMaxDays
  const left = most - measureDays(own)
  if (measureDays([command]) > left) {
    return fail(problem('measure-too-long', { field: 'lastDay', values: { most, left: Math.max(0, left) } }))
  }
  return ok({ ...command, kind, chainId })
}

/**
 * The new last day of a measure that ends before it was to; the day before the first one when it never began.
 * Problems: `measure-over`, `last-day-outside-measure` {from, to}.
 */
export function endParallelMeasure(
  measure: Pick<ParallelMeasure, 'firstDay' | 'lastDay'>,
  lastDay: Day,
  today: Day,
): Result<Day> {
  if (measure.lastDay < today) return fail(problem('measure-over', { values: { lastDay: measure.lastDay } }))
  // What was is not undone: a measure that has begun ends today at the earliest.
  const from = measure.firstDay > today ? addDays(measure.firstDay, -1) : today
  const to = addDays(measure.lastDay, -1)
  if (lastDay >= from && lastDay <= to) return ok(lastDay)
  return fail(problem('last-day-outside-measure', { field: 'lastDay', values: { from, to } }))
}

type Dated = Chain & { readonly firstDay: Day; readonly lastGrantedDay: Day }

/** The dated chain that a measure can run beside. Problems: `case-closed`, `not-in-service`, `chain-interrupted`. */
export function measurableChain(
  { closed, chains }: Pick<DecisionState, 'closed' | 'chains'>,
  today: Day,
): Result<Dated> {
  if (closed) return fail(problem('case-closed'))
  const chain = currentChain(chains, today)
  if (chain === null) return fail(problem('not-in-service'))
  const { firstDay, lastGrantedDay, interruptedOn } = chain
  if (firstDay === null || lastGrantedDay === null || stateOn(chain, today) === 'ended') {
    return fail(problem('not-in-service'))
  }
  if (interruptedOn !== null) return fail(problem('chain-interrupted', { values: { lastDay: interruptedOn } }))
  return ok({ ...chain, firstDay, lastGrantedDay })
}
