import { addDays, type Day } from '../../../kernel/day.ts'
import { type BreachCause, type Rules, rom1Start, rom2Start } from '../../../rules/index.ts'
import type { Breach } from './breach.ts'
import type { ClockCase, ClockRule } from './clocks.ts'
import { clockPeriods } from './compliance.ts'

/**
 * How a period that was not kept in time stands: breached; kept by what was logged afterwards; or lapsed, when something that
 * became known later leaves no such period, as an approved absence that moves its due day.
 */
export type BreachState = 'breached' | 'kept-late' | 'lapsed'

/** A breach as it is kept: one period of one clock, with its cause; null once it has lapsed. */
export type BreachFact = Pick<Breach, 'rule' | 'from' | 'dueOn' | 'reason' | 'onDay'> & {
  readonly state: BreachState
  readonly cause: BreachCause | null
  /** Of several with the same rule and days, which: 1, 2 … */
  readonly nth: number
}

/** What has changed about a period since it was last written down; `replaces` null = it was not. */
export type BreachChange<Stored extends BreachFact> = { readonly fact: BreachFact; readonly replaces: Stored | null }

/**
 * What is to be written so that the stored breaches say what the log says now (programme 4.5, causes of a breach). Periods due
 * under an earlier version of the service stand as they were found then: its clocks are not those of today.
 */
export function breachChanges<Stored extends BreachFact>(
  stored: readonly Stored[],
  found: readonly Breach[],
  rules: Rules,
): BreachChange<Stored>[] {
  const since = rules.version === 'rom1' ? rom1Start : rom2Start
  const before = new Map(stored.map((fact) => [`${periodOf(fact)} ${fact.nth}`, fact]))
  const changes: BreachChange<Stored>[] = []
  const times = new Map<string, number>()
  for (const { mend: _mend, ...breach } of found) {
    if (breach.dueOn < since) continue
    const nth = (times.get(periodOf(breach)) ?? 0) + 1
    times.set(periodOf(breach), nth)
    const fact: BreachFact = { ...breach, nth, state: breach.cause === 'logged-late' ? 'kept-late' : 'breached' }
    const key = `${periodOf(fact)} ${nth}`
    const known = before.get(key) ?? null
    before.delete(key)
    if (known === null || !saysTheSame(known, fact)) changes.push({ fact, replaces: known })
  }
  for (const known of before.values()) {
    if (known.dueOn < since || known.state === 'lapsed') continue
    const { rule, from, dueOn, nth } = known
    const fact: BreachFact = { rule, from, dueOn, nth, state: 'lapsed', cause: null, reason: null, onDay: null }
    changes.push({ fact, replaces: known })
  }
  return changes
}

/** Names a period within its spell; seldom two, which then begin and are due on the same days. */
export function periodOf({ rule, from, dueOn }: { rule: ClockRule; from: Day; dueOn: Day }): string {
  return `${rule} ${from} ${dueOn}`
}

function saysTheSame(one: BreachFact, other: BreachFact): boolean {
  return one.cause === other.cause && one.reason === other.reason && one.onDay === other.onDay
}

const week = 7

/**
 * The first day on which a period that is not kept yet can have become a breach, if nothing more is logged: the day after
 * its due day, at the latest a week on, when there are new weeks to look at.
 */
export function nextLook(of: ClockCase, rules: Rules): Day {
  const within = addDays(of.until, week)
  let next = within
  for (const { state, dueOn } of clockPeriods({ ...of, until: within }, rules)) {
    if (state !== 'kept' && dueOn !== null && dueOn > of.until && dueOn < next) next = dueOn
  }
  return addDays(next, 1)
}
