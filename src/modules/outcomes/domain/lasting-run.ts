import { addDays, addMonths, type Day, daysBetween } from '../../../kernel/day.ts'
import { contains, type Period } from '../../../kernel/period.ts'
import type { OutcomeKind, Rules } from '../../../rules/index.ts'

/** Work or studies as reported, with one employer or at one school. */
export interface Outcome {
  /** What the caller knows it by, such as a claim. */
  readonly key: string
  /** Its place in the order of reporting, which settles ties (programme 5). */
  readonly reportedNumber: number
  readonly kind: OutcomeKind
  readonly subsidised: boolean
  /** Percent of full time; null when not told. */
  readonly extentPercent: number | null
  /** Percent of full-time studies; null when not told. */
  readonly pacePercent: number | null
  /** Open while it goes on. */
  readonly period: Period
  readonly verified: boolean
}

/** Work without a longer break than the rules allow, or one course of studies, of a sufficient extent on each day. */
export interface Run {
  readonly kind: OutcomeKind
  readonly firstDay: Day
  /** The days of sufficient extent, in order; gaps lie between them. */
  readonly stretches: readonly [Period, ...Period[]]
  /** Keys of the outcomes that it consists of, as reported. */
  readonly keys: readonly string[]
  readonly reportedNumber: number
}

/** How an outcome has lasted for one paid step. */
export interface Lasted {
  /** The last day that it had to reach, gap days included. */
  readonly requiredLastDay: Day
  readonly gapDays: number
  /** The first day plus the months plus the gap days. */
  readonly payableOn: Day
}

/**
 * The verified outcomes as runs, in order of time and, on the same day, of reporting: spells of work whose extents add
 * up to enough on each day and whose gaps are short enough join (programme 4.7, 5); each course of studies stands alone.
 */
export function runsOf(outcomes: readonly Outcome[], wantedPercent: number | null, rules: Rules): Run[] {
  const law = rules.outcomes
  const verified = outcomes.filter((each) => each.verified)
  const studies = verified.filter(
    (each) =>
      each.kind === 'studies' &&
      (!law.paceRule || (each.pacePercent ?? law.missingPacePercent) >= law.studyPacePercent),
  )
  const work = verified.filter((each) => each.kind === 'work' && (!each.subsidised || law.subsidisedWorkCounts))
  const least = law.extentRule ? (wantedPercent ?? law.missingExtentPercent) - law.extentTolerancePoints : 0
  const runs = [
    ...studies.map((each): Run => ({ ...runFrom([each.period], [each]), kind: 'studies' })),
    ...joined(sufficient(work, least, rules), law.gapDays).map((stretches) => runFrom(stretches, work)),
  ]
  return runs.sort((a, b) => order(a.firstDay, b.firstDay) || a.reportedNumber - b.reportedNumber)
}

/**
 * Whether the run has lasted so many calendar months, and from when that is payable; null when it has not.
 * The gap days before the required last day are added to it. One still going on counts as lasted.
 */
export function lastedMonths(run: Run, months: number, rules: Rules): Lasted | null {
  const whole = addMonths(run.firstDay, months)
  let left = daysBetween(run.firstDay, whole)
  let gapDays = 0
  let reached = run.firstDay
  for (const { start, end } of run.stretches) {
    gapDays += daysBetween(reached, start)
    const open = end === null
    if (open && !rules.outcomes.ongoingCountsAsLasted) return null
    if (open || daysBetween(start, end) >= left) {
      return { requiredLastDay: addDays(start, left - 1), gapDays, payableOn: addDays(whole, gapDays) }
    }
    left -= daysBetween(start, end)
    reached = end
  }
  return null
}

function runFrom(stretches: readonly [Period, ...Period[]], among: readonly Outcome[]): Run {
  const firstDay = stretches[0].start
  const parts = among
    .filter(({ period }) => stretches.some((stretch) => meets(period, stretch)))
    .sort((a, b) => a.reportedNumber - b.reportedNumber)
  const onFirstDay = parts.filter(({ period }) => contains(period, firstDay))
  return {
    kind: 'work',
    firstDay,
    stretches,
    keys: parts.map((part) => part.key),
    reportedNumber: Math.min(...onFirstDay.map((part) => part.reportedNumber)),
  }
}

/** The days on which the extents of work add up to at least so many percent, as periods in order. */
function sufficient(work: readonly Outcome[], least: number, rules: Rules): Period[] {
  const bounds = [...new Set(work.flatMap(({ period: { start, end } }) => (end === null ? [start] : [start, end])))]
  const days: Period[] = []
  for (const [index, start] of bounds.sort().entries()) {
    const extents = work
      .filter(({ period }) => contains(period, start))
      .map((each) => each.extentPercent ?? rules.outcomes.missingExtentPercent)
    const total = rules.outcomes.jobsAddUp ? extents.reduce((sum, each) => sum + each, 0) : Math.max(0, ...extents)
    if (extents.length > 0 && total >= least) days.push({ start, end: bounds[index + 1] ?? null })
  }
  return days
}

/** Periods in order, grouped where the gap to the one before is at most so many days; adjoining ones become one. */
function joined(days: readonly Period[], gapDays: number): [Period, ...Period[]][] {
  const groups: [Period, ...Period[]][] = []
  for (const next of days) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    const gap = before?.end ? daysBetween(before.end, next.start) : null
    if (!group || !before || gap === null || gap > gapDays) groups.push([next])
    else if (gap === 0) group[group.length - 1] = { start: before.start, end: next.end }
    else group.push(next)
  }
  return groups
}

function meets(a: Period, b: Period): boolean {
  return (b.end === null || a.start < b.end) && (a.end === null || b.start < a.end)
}

function order(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0
}
