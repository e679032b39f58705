import { addDays, type Day, maxDay, minDay } from '../../../kernel/day.ts'
import type { AssessmentId, DecisionId } from '../../../kernel/ids.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { addWorkingDays } from '../../../kernel/working-days.ts'
import type { InterruptionReason, Level, PriceModel, Rules } from '../../../rules/index.ts'

export type DecisionKind = 'referral' | 'extension'

/** A decision on the service: granted with its length, dated when the first day in service is known (programme 4.3). */
export interface Decision {
  readonly id: DecisionId
  readonly chainId: string
  readonly kind: DecisionKind
  readonly level: Level
  /** Which of the two prices for level B; `null` for A and C. */
  readonly priceModel: PriceModel | null
  readonly windowNumber: number
  readonly assessmentId: AssessmentId
  /** The home's delivery area when it was granted. */
  readonly areaCode: string
  readonly grantedOn: Day
  /** Length in calendar days, first and last day counted. */
  readonly days: number
  readonly firstDay: Day | null
  /** Last day granted, that day included. */
  readonly lastDay: Day | null
  /** A caseworker has let the service start from this day, sooner than the ordinary delay (programme 4.4). */
  readonly earlyStartOn: Day | null
}

/** An interruption; `returnedOn` is the first day back when the person has returned before the decision's last day. */
export interface Interruption {
  readonly chainId: string
  readonly lastDay: Day
  readonly cause: InterruptionReason
  readonly returnedOn: Day | null
}

/** A chain of at most two adjoining decisions: the period of service that money and clocks are counted over. */
export interface Chain {
  readonly chainId: string
  readonly decisions: readonly Decision[]
  /** First day in service of the first decision; `null` until it is dated. */
  readonly firstDay: Day | null
  /** Last day that the last decision grants; `null` until it is dated. */
  readonly lastGrantedDay: Day | null
  /** Last day in service by an interruption without return, if there is one. */
  readonly interruptedOn: Day | null
  readonly interruptedBecause: InterruptionReason | null
  /** Last day in service because an outcome or another end has been recorded. */
  readonly endedOn: Day | null
}

export type ChainState = 'granted' | 'coming' | 'running' | 'interrupted' | 'withdrawn' | 'ended' | 'over'

export interface ChainFacts {
  readonly decisions: readonly Decision[]
  readonly interruptions: readonly Interruption[]
  readonly ends: readonly { readonly chainId: string; readonly lastDay: Day }[]
}

/** The chains of a case, the oldest first, from its facts. */
export function chainsOf({ decisions, interruptions, ends }: ChainFacts): Chain[] {
  const ids = [...new Set([...decisions].sort(byGrant).map((decision) => decision.chainId))]
  return ids.map((chainId) => {
    const own = decisions.filter((decision) => decision.chainId === chainId).sort(byGrant)
    const open = interruptions.findLast((one) => one.chainId === chainId && one.returnedOn === null)
    return {
      chainId,
      decisions: own,
      firstDay: own[0]?.firstDay ?? null,
      lastGrantedDay: own.at(-1)?.lastDay ?? null,
      interruptedOn: open?.lastDay ?? null,
      interruptedBecause: open?.cause ?? null,
      endedOn: ends.findLast((end) => end.chainId === chainId)?.lastDay ?? null,
    }
  })
}

/** Whether an interruption came before the first day in service, so that the service never began. */
export function isWithdrawn({ firstDay, interruptedOn }: Pick<Chain, 'firstDay' | 'interruptedOn'>): boolean {
  return interruptedOn !== null && (firstDay === null || interruptedOn < firstDay)
}

/** How a chain stands on a day. */
export function stateOn(chain: Chain, on: Day): ChainState {
  const { firstDay, lastGrantedDay, interruptedOn, endedOn } = chain
  if (isWithdrawn(chain)) return 'withdrawn'
  if (firstDay === null || lastGrantedDay === null) return 'granted'
  if (endedOn !== null && endedOn < on) return 'ended'
  if (lastGrantedDay < on) return 'over'
  if (interruptedOn !== null && interruptedOn < on) return 'interrupted'
  return firstDay > on ? 'coming' : 'running'
}

/** Dates of a decision from its first day in service: 180 days inclusive is 2021-09-23 … 2022-03-21 (programme 4.3). */
export function datesFrom(firstDay: Day, days: number): { firstDay: Day; lastDay: Day } {
  return { firstDay, lastDay: addDays(firstDay, days - 1) }
}

/**
 * The dates that a choice or placement gives a decision: `null` when nothing changes because the service has begun (a
 * later change of provider never moves the clock), the day is the same, or the decision is an extension, whose days follow
 * the first decision. Problem: `start-before-decision` {grantedOn}.
 */
export function fixDates(
  decision: Decision,
  firstDay: Day,
  today: Day,
): Result<{ readonly firstDay: Day; readonly lastDay: Day } | null> {
  if (decision.kind === 'extension' || decision.firstDay === firstDay) return ok(null)
  if (decision.firstDay !== null && decision.firstDay <= today) return ok(null)
  if (firstDay < decision.grantedOn) {
    return fail(problem('start-before-decision', { field: 'firstDay', values: { grantedOn: decision.grantedOn } }))
  }
  return ok(datesFrom(firstDay, decision.days))
}

/**
 * The first day on which the service may start after a choice or placement: the 10th working day after it, or sooner
 * when a caseworker has allowed that, never on the day of the choice itself (programme 4.4).
 */
export function mayStartOn(earlyStartOn: Day | null, chosenOn: Day, rules: Rules): Day {
  const ordinary = addWorkingDays(chosenOn, rules.market.startDelayWorkingDays)
  if (earlyStartOn === null) return ordinary
  const soonest = maxDay(earlyStartOn, addDays(chosenOn, 1))
  return minDay(soonest, ordinary)
}

/** Sorts dated decisions into chains of at most two that adjoin; a third opens a new chain (programme 5, day counts). */
export function joinAdjoining<D extends { readonly firstDay: Day; readonly lastDay: Day }>(
  decisions: readonly D[],
  perChain: number,
): D[][] {
  const chains: D[][] = []
  for (const decision of [...decisions].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1))) {
    const chain = chains.at(-1)
    const last = chain?.at(-1)
    const adjoins = last !== undefined && addDays(last.lastDay, 1) === decision.firstDay
    if (chain && adjoins && chain.length < perChain) chain.push(decision)
    else chains.push([decision])
  }
  return chains
}

function byGrant(a: Decision, b: Decision): number {
  if (a.chainId === b.chainId && a.kind !== b.kind) return a.kind === 'referral' ? -1 : 1
  return a.grantedOn < b.grantedOn ? -1 : a.grantedOn > b.grantedOn ? 1 : a.id < b.id ? -1 : 1
}
