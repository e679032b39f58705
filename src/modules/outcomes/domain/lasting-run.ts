import { type Day, dayNumber, dayOfNumber } from '../../../kernel/day.ts'
import { addMonthsToDay } from '../../../kernel/day-count.ts'
import type { Period } from '../../../kernel/period.ts'
import type { OutcomeKind, Rules } from '../../../rules/index.ts'
import { openEnd, periodOf, type Span, spanOf } from './day-span.ts'

/** Work or studies as reported, with one employer or at one school. */
export interface Outcome {
  /** What the caller knows it by, such as a claim. */
  readonly key: string
  /** Its place in the order of reporting, which settles ties (programme 5). */
  readonly reportedNumber: number
  readonly kind: OutcomeKind
  readonly subsidised: boolean
  /** Percent of full time, exact to hundredths; null when not told. */
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

/** A reported outcome by day numbers, its shares in hundredths of a percent so that they add up exactly. */
export interface CountedOutcome extends Span {
  readonly reportedNumber: number
  readonly kind: OutcomeKind
  readonly subsidised: boolean
  readonly extent: number | null
  readonly pace: number | null
  readonly verified: boolean
}

/** A run by day numbers. */
export interface CountedRun {
  readonly kind: OutcomeKind
  readonly firstDay: number
  readonly stretches: readonly Span[]
  readonly reportedNumber: number
  /** The course of studies; null for work, which may be of several employers. */
  readonly course: CountedOutcome | null
}

export interface CountedLasted {
  readonly requiredLastDay: number
  readonly gapDays: number
  readonly payableOn: number
}

type OutcomeLaw = Rules['outcomes']

const perPercent = 100

/** Percent to hundredths of a percent; null stays null. */
export function hundredths(percent: number | null): number | null {
  return percent === null ? null : Math.round(percent * perPercent)
}

export function countedOutcome(outcome: Outcome): CountedOutcome {
  const { start, end } = spanOf(outcome.period)
  const { reportedNumber, kind, subsidised, verified } = outcome
  const shares = { extent: hundredths(outcome.extentPercent), pace: hundredths(outcome.pacePercent) }
  return { start, end, reportedNumber, kind, subsidised, verified, ...shares }
}

/**
 * The verified outcomes as runs, in order of time and, on the same day, of reporting: spells of work whose extents add
 * up to enough on each day and whose gaps are short enough join (programme 4.7, 5); each course of studies stands alone.
 */
export function runsOf(outcomes: readonly Outcome[], wantedPercent: number | null, rules: Rules): Run[] {
  const counted = outcomes.map(countedOutcome)
  return countedRuns(counted, hundredths(wantedPercent), rules).map((run) => runInDays(run, outcomes, counted, rules))
}

/** The run as it is read; `counted` are the outcomes in their order. */
export function runInDays(
  run: CountedRun,
  outcomes: readonly Outcome[],
  counted: readonly CountedOutcome[],
  rules: Rules,
): Run {
  const parts = outcomes.filter((_, place) => isPart(counted[place] as CountedOutcome, run, rules.outcomes))
  return {
    kind: run.kind,
    firstDay: dayOfNumber(run.firstDay),
    stretches: run.stretches.map(periodOf) as [Period, ...Period[]],
    keys: parts.sort((a, b) => a.reportedNumber - b.reportedNumber).map((part) => part.key),
    reportedNumber: run.reportedNumber,
  }
}

/**
 * Whether the run has lasted so many calendar months, and from when that is payable; null when it has not.
 * The gap days before the required last day are added to it. One still going on counts as lasted.
 */
export function lastedMonths(run: Run, months: number, rules: Rules): Lasted | null {
  const lasted = countedLasted(dayNumber(run.firstDay), run.stretches.map(spanOf), months, rules)
  return lasted && lastedInDays(lasted)
}

export function lastedInDays({ requiredLastDay, gapDays, payableOn }: CountedLasted): Lasted {
  return { requiredLastDay: dayOfNumber(requiredLastDay), gapDays, payableOn: dayOfNumber(payableOn) }
}

const noRuns: readonly CountedRun[] = []

/** As `runsOf`. */
export function countedRuns(
  outcomes: readonly CountedOutcome[],
  wanted: number | null,
  { outcomes: law }: Rules,
): readonly CountedRun[] {
  if (outcomes.length === 0) return noRuns
  const runs: CountedRun[] = []
  for (const course of outcomes) {
    const { start, end, reportedNumber } = course
    if (!countsAsStudies(course, law)) continue
    runs.push({ kind: 'studies', firstDay: start, stretches: [{ start, end }], reportedNumber, course })
  }
  const least = law.extentRule
    ? (wanted ?? law.missingExtentPercent * perPercent) - law.extentTolerancePoints * perPercent
    : 0
  for (const stretches of joined(sufficient(outcomes, least, law), law.gapDays)) {
    const firstDay = (stretches[0] as Span).start
    const reportedNumber = firstReported(outcomes, firstDay, law)
    runs.push({ kind: 'work', firstDay, stretches, reportedNumber, course: null })
  }
  return runs.length < 2 ? runs : runs.sort((a, b) => a.firstDay - b.firstDay || a.reportedNumber - b.reportedNumber)
}

/** As `lastedMonths`, of stretches in order of time. */
export function countedLasted(
  firstDay: number,
  stretches: readonly Span[],
  months: number,
  rules: Rules,
): CountedLasted | null {
  const whole = addMonthsToDay(firstDay, months)
  let left = whole - firstDay
  let gapDays = 0
  let reached = firstDay
  for (const { start, end } of stretches) {
    gapDays += start - reached
    if (end === openEnd && !rules.outcomes.ongoingCountsAsLasted) return null
    if (end - start >= left) return { requiredLastDay: start + left - 1, gapDays, payableOn: whole + gapDays }
    left -= end - start
    reached = end
  }
  return null
}

function countsAsStudies(outcome: CountedOutcome, law: OutcomeLaw): boolean {
  if (!outcome.verified || outcome.kind !== 'studies') return false
  const pace = outcome.pace ?? law.missingPacePercent * perPercent
  return !law.paceRule || pace >= law.studyPacePercent * perPercent
}

function countsAsWork(outcome: CountedOutcome, law: OutcomeLaw): boolean {
  return outcome.verified && outcome.kind === 'work' && (!outcome.subsidised || law.subsidisedWorkCounts)
}

/** The days on which the extents of work add up to at least so much, as spans in order. */
function sufficient(outcomes: readonly CountedOutcome[], least: number, law: OutcomeLaw): Span[] {
  const bounds: number[] = []
  for (const each of outcomes) {
    if (!countsAsWork(each, law)) continue
    insert(bounds, each.start)
    if (each.end !== openEnd) insert(bounds, each.end)
  }
  const days: Span[] = []
  for (let place = 0; place < bounds.length; place += 1) {
    const start = bounds[place] as number
    const extent = extentOn(start, outcomes, law)
    if (extent !== null && extent >= least) days.push({ start, end: bounds[place + 1] ?? openEnd })
  }
  return days
}

/** The extent of all work on a day, or the largest one where jobs do not add up; null without work. */
function extentOn(day: number, outcomes: readonly CountedOutcome[], law: OutcomeLaw): number | null {
  let total: number | null = null
  for (const each of outcomes) {
    if (day < each.start || day >= each.end || !countsAsWork(each, law)) continue
    const extent = each.extent ?? law.missingExtentPercent * perPercent
    if (total === null) total = extent
    else total = law.jobsAddUp ? total + extent : Math.max(total, extent)
  }
  return total
}

/** Spans in order, grouped where the gap to the one before is at most so many days; adjoining ones become one. */
function joined(days: readonly Span[], gapDays: number): Span[][] {
  const groups: Span[][] = []
  for (const next of days) {
    const group = groups[groups.length - 1]
    const before = group?.[group.length - 1]
    if (!group || !before || next.start - before.end > gapDays) groups.push([next])
    else if (next.start === before.end) group[group.length - 1] = { start: before.start, end: next.end }
    else group.push(next)
  }
  return groups
}

/** The lowest number of reporting among the work of a run's first day. */
function firstReported(outcomes: readonly CountedOutcome[], firstDay: number, law: OutcomeLaw): number {
  let least = Number.POSITIVE_INFINITY
  for (const each of outcomes) {
    if (firstDay < each.start || firstDay >= each.end || !countsAsWork(each, law)) continue
    if (each.reportedNumber < least) least = each.reportedNumber
  }
  return least
}

function isPart(outcome: CountedOutcome, run: CountedRun, law: OutcomeLaw): boolean {
  if (run.course !== null) return outcome === run.course
  if (!countsAsWork(outcome, law)) return false
  return run.stretches.some(({ start, end }) => outcome.start < end && start < outcome.end)
}

/** Puts a number in its place among numbers in order; one that is there already is not put twice. */
function insert(numbers: number[], next: number): void {
  let place = numbers.length
  while (place > 0 && (numbers[place - 1] as number) > next) place -= 1
  if (place > 0 && numbers[place - 1] === next) return
  numbers.push(next)
  for (let moved = numbers.length - 1; moved > place; moved -= 1) numbers[moved] = numbers[moved - 1] as number
  numbers[place] = next
}
