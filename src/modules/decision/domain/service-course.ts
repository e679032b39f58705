import type { Level, Rules } from '../../../rules/index.ts'

/** Where a participant stands when the rest of the service is looked at. */
export interface Standing {
  readonly level: Level
  /** Whole months of the chain that are behind. */
  readonly monthsServed: number
  /** Months granted in all; an extension that is not decided counts by its probability unless `settled`. */
  readonly monthsGranted: number
  /** No further extension is thought of. */
  readonly settled?: boolean
}

/** What may happen in one month of the chain, as probabilities seen from the standing. */
export interface MonthAhead {
  /** 1 = the chain's first month. */
  readonly month: number
  /** In service when the month begins. */
  readonly alive: number
  /** Work or studies that last begin in the month. */
  readonly outcome: number
  /** Leaves in the month without an outcome. */
  readonly exit: number
  /** Leaves at the month's end because nothing more is granted. */
  readonly ends: number
  /** Of those, comes to an outcome within two months after the end. */
  readonly outcomeAfter: number
}

/**
 * The rest of a chain, month by month (programme 5, budget). The hazards follow from the published share of starters
 * who succeed, spread over the months as the rules say, among those still in service; so a whole cohort succeeds to
 * exactly that share.
 */
export function courseAhead(standing: Standing, rules: Rules): MonthAhead[] {
  const hazards = hazardsOf(standing.level, rules)
  const first = Math.round(rules.decision.lengthDays / rules.decision.monthDays)
  const last = lastMonth(standing, hazards.length)
  const extended = rules.decision.extendedShare[standing.level]
  const ahead: MonthAhead[] = []
  let alive = 1
  for (let month = standing.monthsServed + 1; month <= last; month += 1) {
    const hazard = hazards[month - 1]
    if (hazard === undefined) break
    const outcome = alive * hazard.outcome
    const exit = alive * hazard.exit
    const left = alive - outcome - exit
    const undecided = month === first && standing.monthsGranted <= first && standing.settled !== true
    const ends = month === last ? left : undecided ? left * (1 - extended) : 0
    ahead.push({ month, alive, outcome, exit, ends, outcomeAfter: ends * hazard.outcomeAfter })
    alive = left - ends
  }
  return ahead
}

function lastMonth({ monthsGranted, settled }: Standing, chainMonths: number): number {
  return settled === true ? Math.min(monthsGranted, chainMonths) : chainMonths
}

interface Hazard {
  readonly outcome: number
  readonly exit: number
  /** At an end of the granted days: how many of those who leave still come to an outcome. */
  readonly outcomeAfter: number
}

const known = new WeakMap<Rules, Map<Level, readonly Hazard[]>>()

function hazardsOf(level: Level, rules: Rules): readonly Hazard[] {
  const byLevel = known.get(rules) ?? new Map<Level, readonly Hazard[]>()
  known.set(rules, byLevel)
  const found = byLevel.get(level) ?? reckonHazards(level, rules)
  byLevel.set(level, found)
  return found
}

/** Goes through a whole cohort once: what share of those still there is what the rules say of all starters. */
function reckonHazards(level: Level, rules: Rules): readonly Hazard[] {
  const { successShare, outcomeTiming, otherExitShare, extendedShare, lengthDays, monthDays } = rules.decision
  const share = successShare[level]
  const exitShare = otherExitShare[level]
  const first = Math.round(lengthDays / monthDays)
  const found: Omit<Hazard, 'outcomeAfter'>[] = []
  let alive = 1
  let ended = 0
  for (const [index, weight] of outcomeTiming.months.entries()) {
    const outcome = Math.min(share * weight, alive)
    const exit = Math.min(exitShare, 1 - (alive === 0 ? 0 : outcome / alive))
    found.push({ outcome: alive === 0 ? 0 : outcome / alive, exit })
    const left = alive - outcome - alive * exit
    const ends =
      index + 1 === outcomeTiming.months.length ? left : index + 1 === first ? left * (1 - extendedShare[level]) : 0
    ended += ends
    alive = left - ends
  }
  const outcomeAfter = ended === 0 ? 0 : Math.min(1, (share * outcomeTiming.afterEnd) / ended)
  return found.map((hazard) => ({ ...hazard, outcomeAfter }))
}

/** The share of those who have just left at the end of their granted days who still come to an outcome in time. */
export function outcomeAfterEnd(level: Level, rules: Rules): number {
  return hazardsOf(level, rules)[0]?.outcomeAfter ?? 0
}
