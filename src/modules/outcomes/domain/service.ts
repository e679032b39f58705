import { type Day, dayNumber, dayOfNumber } from '../../../kernel/day.ts'
import { addMonthsToDay } from '../../../kernel/day-count.ts'
import type { Period } from '../../../kernel/period.ts'
import { type Problem, problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { Rules } from '../../../rules/index.ts'
import type { CountedService } from './counted-service.ts'
import { notKnown, openEnd, type Span, spanOf } from './day-span.ts'
import { type OutcomeLaw, outcomeLaw } from './outcome-law.ts'

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

/** Where a chain's decisions and spells stand in the case's lists, by day numbers. */
export interface CountedChain {
  firstDay: number
  /** The first day after the last granted one. */
  grantedEnd: number
  /** The first day of the next chain; `openEnd` for the latest. */
  nextFirstDay: number
  decisionsFrom: number
  decisionsTo: number
  spellsFrom: number
  spellsTo: number
  /** The first day after the last one in service; `notKnown` when nobody ever had the person. */
  serviceEnd: number
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
  const service = {
    decisions: granted.map(({ period }) => spanOf(period)),
    decisionCount: granted.length,
    spells: placed.map(({ period }) => spanOf(period)),
    spellCount: placed.length,
  }
  const fault = overlapFault(service)
  if (fault !== null) return fail(fault)
  const chains: ServiceChain<D, S>[] = []
  for (let from = 0; from < service.decisionCount; ) {
    const to = chainEnd(service, from, rules.decision.decisionsPerChain)
    chains.push(chainInDays(setChain(emptyChain(), service, from, to), granted, placed))
    from = to
  }
  return ok(chains)
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
    lastDayInService: chain.serviceEnd === notKnown ? null : dayOfNumber(chain.serviceEnd - 1),
  }
}

export function emptyChain(): CountedChain {
  return {
    firstDay: 0,
    grantedEnd: 0,
    nextFirstDay: 0,
    decisionsFrom: 0,
    decisionsTo: 0,
    spellsFrom: 0,
    spellsTo: 0,
    serviceEnd: 0,
  }
}

type Placed = Pick<CountedService, 'decisionCount' | 'spellCount'> & {
  readonly decisions: readonly Span[]
  readonly spells: readonly Span[]
}

/** Problems `decisions-overlap`, `spells-overlap` of facts in order of time. */
export function overlapFault({ decisions, decisionCount, spells, spellCount }: Placed): Problem | null {
  const decision = overlapIn(decisions, decisionCount)
  if (decision >= 0) return problem('decisions-overlap', { field: 'decisions', values: starts(decisions, decision) })
  const spell = overlapIn(spells, spellCount)
  return spell < 0 ? null : problem('spells-overlap', { field: 'spells', values: starts(spells, spell) })
}

/**
 * Where the chain that begins with a decision ends among the decisions: at most so many adjoining ones make one chain, a
 * further one opens a new chain (programme 4.3, 5).
 */
export function chainEnd({ decisions, decisionCount }: Placed, from: number, most: number): number {
  let to = from + 1
  while (to < decisionCount && to - from < most && decisions[to]?.start === decisions[to - 1]?.end) to += 1
  return to
}

/** Fills in the chain of the decisions from one place up to another; gives the same chain. */
export function setChain<C extends CountedChain>(chain: C, service: Placed, from: number, to: number): C {
  const { decisions, decisionCount, spells, spellCount } = service
  chain.firstDay = (decisions[from] as Span).start
  chain.grantedEnd = (decisions[to - 1] as Span).end
  chain.nextFirstDay = to < decisionCount ? (decisions[to] as Span).start : openEnd
  chain.decisionsFrom = from
  chain.decisionsTo = to
  chain.serviceEnd = notKnown
  let at = 0
  while (at < spellCount && (spells[at] as Span).end <= chain.firstDay) at += 1
  chain.spellsFrom = at
  for (; at < spellCount; at += 1) {
    const { start, end } = spells[at] as Span
    if (start >= chain.nextFirstDay) break
    if (start < chain.grantedEnd) chain.serviceEnd = Math.min(end, chain.grantedEnd)
  }
  chain.spellsTo = at
  return chain
}

/** The last day on which an outcome of the chain may begin, that day included; null when nobody was in service. */
export function latestFirstDay(chain: Pick<ServiceChain, 'lastDayInService'>, rules: Rules): Day | null {
  const last = chain.lastDayInService
  return last && dayOfNumber(latestBeginning(dayNumber(last) + 1, outcomeLaw(rules)))
}

/** The same by the number of the first day after the last one in service. */
export function latestBeginning(serviceEnd: number, law: OutcomeLaw): number {
  return addMonthsToDay(serviceEnd - 1, law.beginsWithinMonths)
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

/** The place of the first fact that begins before the one before it has ended; −1 when none does. */
function overlapIn(facts: readonly Span[], count: number): number {
  for (let place = 1; place < count; place += 1) {
    if ((facts[place] as Span).start < (facts[place - 1] as Span).end) return place
  }
  return -1
}

function starts(facts: readonly Span[], place: number): { readonly first: Day; readonly second: Day } {
  return {
    first: dayOfNumber((facts[place - 1] as Span).start),
    second: dayOfNumber((facts[place] as Span).start),
  }
}
