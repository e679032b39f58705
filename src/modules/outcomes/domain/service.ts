import { type Day, dayNumber, dayOfNumber } from '../../../kernel/day.ts'
import { addMonthsToDay } from '../../../kernel/day-count.ts'
import type { Period } from '../../../kernel/period.ts'
import { type Problem, problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { Rules } from '../../../rules/index.ts'
import { openEnd, type Span, spanOf } from './day-span.ts'

/** A decision's days; its end is never open. */
export interface Granted {
  readonly period: Period & { readonly end: Day }
}

/** The days with one provider; open while no last day is known. */
export interface ProviderSpell {
  readonly provider: string
  readonly period: Period
}

/** Decisions that adjoin, and the spells that belong to them. `D` and `S` carry what a caller hangs on them. */
export interface ServiceChain<D extends Granted = Granted, S extends ProviderSpell = ProviderSpell> {
  readonly firstDay: Day
  /** The last day of the last decision. */
  readonly lastGrantedDay: Day
  /** The day on which the next chain begins, from which outcomes belong to that one; null for the latest. */
  readonly nextFirstDay: Day | null
  readonly decisions: readonly D[]
  /** In order of time; also those that only touch the days between the last granted day and the next chain. */
  readonly spells: readonly S[]
  /**
   * The earlier of the last granted day and the end of the last spell begun by then (programme 5, day counts);
   * null when nobody ever had the person in service.
   */
  readonly lastDayInService: Day | null
}

/** A chain by day numbers. Its decisions and spells are places in the case's lists, which are in order of time. */
export interface CountedChain {
  readonly firstDay: number
  /** The first day after the last granted one. */
  readonly grantedEnd: number
  readonly nextFirstDay: number
  readonly decisionsFrom: number
  readonly decisionsTo: number
  readonly spellsFrom: number
  readonly spellsTo: number
  /** The first day after the last one in service; null when nobody ever had the person. */
  readonly serviceEnd: number | null
}

/**
 * The chains of a case in order of time. Facts come in any order.
 * Problems: `decisions-overlap`, `spells-overlap`, which refuse the case whole (programme 5).
 */
export function serviceChains<D extends Granted, S extends ProviderSpell>(
  decisions: readonly D[],
  spells: readonly S[],
  rules: Rules,
): Result<ServiceChain<D, S>[]> {
  const granted = inOrder(decisions)
  const placed = inOrder(spells)
  const chains = countedChains(
    granted.map(({ period }) => spanOf(period)),
    placed.map(({ period }) => spanOf(period)),
    rules,
  )
  return chains.ok ? ok(chains.value.map((chain) => chainInDays(chain, granted, placed))) : chains
}

/** The chain as it is read, from its counted form and the case's facts in order of time. */
export function chainInDays<D extends Granted, S extends ProviderSpell>(
  chain: CountedChain,
  granted: readonly D[],
  placed: readonly S[],
): ServiceChain<D, S> {
  return {
    firstDay: dayOfNumber(chain.firstDay),
    lastGrantedDay: dayOfNumber(chain.grantedEnd - 1),
    nextFirstDay: chain.nextFirstDay === openEnd ? null : dayOfNumber(chain.nextFirstDay),
    decisions: granted.slice(chain.decisionsFrom, chain.decisionsTo),
    spells: placed.slice(chain.spellsFrom, chain.spellsTo),
    lastDayInService: chain.serviceEnd === null ? null : dayOfNumber(chain.serviceEnd - 1),
  }
}

/**
 * The chains of decisions and spells that are in order of time. At most so many adjoining decisions make one chain, a
 * further one opens a new chain (programme 4.3, 5). Problems: `decisions-overlap`, `spells-overlap`.
 */
export function countedChains(
  decisions: readonly Span[],
  spells: readonly Span[],
  rules: Rules,
): Result<CountedChain[]> {
  const fault = overlapIn(decisions, 'decisions-overlap') ?? overlapIn(spells, 'spells-overlap')
  if (fault) return fail(fault)
  const most = rules.decision.decisionsPerChain
  const chains: CountedChain[] = []
  for (let from = 0; from < decisions.length; ) {
    let to = from + 1
    while (to < decisions.length && to - from < most && decisions[to]?.start === decisions[to - 1]?.end) to += 1
    chains.push(chainOf(decisions, from, to, spells))
    from = to
  }
  return ok(chains)
}

function chainOf(decisions: readonly Span[], from: number, to: number, spells: readonly Span[]): CountedChain {
  const firstDay = (decisions[from] as Span).start
  const grantedEnd = (decisions[to - 1] as Span).end
  const nextFirstDay = decisions[to]?.start ?? openEnd
  let spellsFrom = 0
  while (spellsFrom < spells.length && (spells[spellsFrom] as Span).end <= firstDay) spellsFrom += 1
  let spellsTo = spellsFrom
  let serviceEnd: number | null = null
  for (; spellsTo < spells.length; spellsTo += 1) {
    const { start, end } = spells[spellsTo] as Span
    if (start >= nextFirstDay) break
    if (start < grantedEnd) serviceEnd = Math.min(end, grantedEnd)
  }
  return { firstDay, grantedEnd, nextFirstDay, decisionsFrom: from, decisionsTo: to, spellsFrom, spellsTo, serviceEnd }
}

/** The last day on which an outcome of the chain may begin, that day included; null when nobody was in service. */
export function latestFirstDay(chain: Pick<ServiceChain, 'lastDayInService'>, rules: Rules): Day | null {
  const last = chain.lastDayInService
  return last && dayOfNumber(latestBeginning(dayNumber(last) + 1, rules))
}

/** The same by the number of the first day after the last one in service. */
export function latestBeginning(serviceEnd: number, rules: Rules): number {
  return addMonthsToDay(serviceEnd - 1, rules.outcomes.beginsWithinMonths)
}

/**
 * The spell that an outcome's pay goes to: the one that covers the outcome's first day, otherwise the latest begun
 * before it, otherwise the chain's first (programme 5). Null when the chain has no spell.
 */
export function spellPaidFor<S extends ProviderSpell>(chain: ServiceChain<Granted, S>, firstDay: Day): S | null {
  const spans = chain.spells.map(({ period }) => spanOf(period))
  return chain.spells[placePaidFor(spans, 0, spans.length, dayNumber(firstDay))] ?? null
}

/** The same as a place among spells in order of time; `from` when none had begun. */
export function placePaidFor(spells: readonly Span[], from: number, to: number, firstDay: number): number {
  for (let place = to - 1; place > from; place -= 1) if ((spells[place] as Span).start <= firstDay) return place
  return from
}

/** A copy in order of time. */
export function inOrder<T extends { readonly period: Period }>(facts: readonly T[]): T[] {
  return [...facts].sort((a, b) => (a.period.start < b.period.start ? -1 : a.period.start > b.period.start ? 1 : 0))
}

function overlapIn(facts: readonly Span[], code: 'decisions-overlap' | 'spells-overlap'): Problem | null {
  for (let place = 1; place < facts.length; place += 1) {
    const before = facts[place - 1] as Span
    const next = facts[place] as Span
    if (next.start >= before.end) continue
    const values = { first: dayOfNumber(before.start), second: dayOfNumber(next.start) }
    return code === 'decisions-overlap'
      ? problem('decisions-overlap', { field: 'decisions', values })
      : problem('spells-overlap', { field: 'spells', values })
  }
  return null
}
