import { addDays, type Day, minDay } from '../../../kernel/day.ts'
import { adjoins, lastDay, overlaps, type Period } from '../../../kernel/period.ts'
import { type Problem, problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { Rules } from '../../../rules/index.ts'

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
  const fault = overlapIn(granted, 'decisions-overlap') ?? overlapIn(placed, 'spells-overlap')
  if (fault) return fail(fault)
  const groups = grouped(granted, rules.decision.decisionsPerChain)
  return ok(groups.map((group, index) => chainOf(group, groups[index + 1]?.[0]?.period.start ?? null, placed)))
}

/** At most `most` adjoining decisions make one chain; a further one opens a new chain (programme 4.3, 5). */
function grouped<D extends Granted>(granted: readonly D[], most: number): [D, ...D[]][] {
  const groups: [D, ...D[]][] = []
  for (const next of granted) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (group && before && group.length < most && adjoins(before.period, next.period)) group.push(next)
    else groups.push([next])
  }
  return groups
}

function chainOf<D extends Granted, S extends ProviderSpell>(
  decisions: readonly [D, ...D[]],
  nextFirstDay: Day | null,
  placed: readonly S[],
): ServiceChain<D, S> {
  const firstDay = decisions[0].period.start
  const end = (decisions.at(-1) ?? decisions[0]).period.end
  const lastGrantedDay = addDays(end, -1)
  const spells = placed.filter(({ period }) => overlaps(period, { start: firstDay, end: nextFirstDay }))
  const last = spells.findLast(({ period }) => period.start <= lastGrantedDay)
  const ended = last && lastDay(last.period)
  const lastDayInService = last ? (ended ? minDay(ended, lastGrantedDay) : lastGrantedDay) : null
  return { firstDay, lastGrantedDay, nextFirstDay, decisions, spells, lastDayInService }
}

/**
 * The spell that an outcome's pay goes to: the one that covers the outcome's first day, otherwise the latest begun
 * before it, otherwise the chain's first (programme 5). Null when the chain has no spell.
 */
export function spellPaidFor<S extends ProviderSpell>(chain: ServiceChain<Granted, S>, firstDay: Day): S | null {
  const begun = chain.spells.findLast(({ period }) => period.start <= firstDay)
  return begun ?? chain.spells[0] ?? null
}

function inOrder<T extends { readonly period: Period }>(facts: readonly T[]): T[] {
  return [...facts].sort((a, b) => (a.period.start < b.period.start ? -1 : a.period.start > b.period.start ? 1 : 0))
}

function overlapIn(
  facts: readonly { readonly period: Period }[],
  code: 'decisions-overlap' | 'spells-overlap',
): Problem | null {
  for (const [index, next] of facts.entries()) {
    const before = facts[index - 1]
    if (before === undefined || !overlaps(before.period, next.period)) continue
    const values = { first: before.period.start, second: next.period.start }
    return code === 'decisions-overlap'
      ? problem('decisions-overlap', { field: 'decisions', values })
      : problem('spells-overlap', { field: 'spells', values })
  }
  return null
}
