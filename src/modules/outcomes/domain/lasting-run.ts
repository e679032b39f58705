import { type Day, dayNumber, dayOfNumber } from '../../../kernel/day.ts'
import { addMonthsToDay } from '../../../kernel/day-count.ts'
import type { Period } from '../../../kernel/period.ts'
import type { OutcomeKind, Rules } from '../../../rules/index.ts'
import type { CountedOutcome, CountedService } from './counted-service.ts'
import { notKnown, openEnd, periodOf, type Span, spanOf } from './day-span.ts'
import { hundredths, type OutcomeLaw, outcomeLaw } from './outcome-law.ts'

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

/** A run by day numbers. */
export interface CountedRun {
  readonly firstDay: number
  readonly stretches: readonly Readonly<Span>[]
  readonly reportedNumber: number
  /** The place of the course of studies among the outcomes; `notKnown` for work, which may be of several employers. */
  readonly course: number
}

export interface CountedLasted {
  readonly requiredLastDay: number
  readonly gapDays: number
  readonly payableOn: number
}

export function countedOutcome(outcome: Outcome): CountedOutcome {
  const { extentPercent, pacePercent } = outcome
  return {
    ...spanOf(outcome.period),
    reportedNumber: outcome.reportedNumber,
    isStudies: outcome.kind === 'studies',
    subsidised: outcome.subsidised,
    verified: outcome.verified,
    extent: extentPercent === null ? notKnown : hundredths(extentPercent),
    pace: pacePercent === null ? notKnown : hundredths(pacePercent),
  }
}

/**
 * The verified outcomes as runs, in order of time and, on the same day, of reporting: spells of work whose extents add
 * up to enough on each day and whose gaps are short enough join (programme 4.7, 5); each course of studies stands alone.
 */
export function runsOf(outcomes: readonly Outcome[], wantedPercent: number | null, rules: Rules): Run[] {
  const counted = outcomes.map(countedOutcome)
  const wanted = wantedPercent === null ? notKnown : hundredths(wantedPercent)
  const law = outcomeLaw(rules)
  const runs = countedRuns({ outcomes: counted, outcomeCount: counted.length, wanted }, law)
  return runs.map((run) => runInDays(run, outcomes, counted, law))
}

/** The run as it is read; `counted` are the outcomes in their order. */
export function runInDays(
  run: CountedRun,
  outcomes: readonly Outcome[],
  counted: readonly CountedOutcome[],
  law: OutcomeLaw,
): Run {
  const parts = outcomes.filter((_, place) => isPart(place, counted, run, law))
  return {
    kind: kindOfRun(run),
    firstDay: dayOfNumber(run.firstDay),
    stretches: run.stretches.map(periodOf) as [Period, ...Period[]],
    keys: parts.sort((a, b) => a.reportedNumber - b.reportedNumber).map((part) => part.key),
    reportedNumber: run.reportedNumber,
  }
}

export function kindOfRun({ course }: CountedRun): OutcomeKind {
  return course === notKnown ? 'work' : 'studies'
}

/**
 * Whether the run has lasted so many calendar months, and from when that is payable; null when it has not.
 * The gap days before the required last day are added to it. One still going on counts as lasted.
 */
export function lastedMonths(run: Run, months: number, rules: Rules): Lasted | null {
  const lasted = countedLasted(dayNumber(run.firstDay), run.stretches.map(spanOf), months, outcomeLaw(rules))
  return lasted && lastedInDays(lasted)
}

export function lastedInDays({ requiredLastDay, gapDays, payableOn }: CountedLasted): Lasted {
  return { requiredLastDay: dayOfNumber(requiredLastDay), gapDays, payableOn: dayOfNumber(payableOn) }
}

type Reported = Pick<CountedService, 'outcomes' | 'outcomeCount' | 'wanted'>

const noRuns: readonly CountedRun[] = []

/** As `runsOf`. */
export function countedRuns(reported: Reported, law: OutcomeLaw): readonly CountedRun[] {
  if (reported.outcomeCount === 0) return noRuns
  const runs: CountedRun[] = []
  for (let course = 0; course < reported.outcomeCount; course += 1) {
    const { start, end, reportedNumber } = reported.outcomes[course] as CountedOutcome
    if (!countsAsStudies(reported.outcomes[course] as CountedOutcome, law)) continue
    runs.push({ firstDay: start, stretches: [{ start, end }], reportedNumber, course })
  }
  for (const stretches of joined(sufficient(reported, law), law.gapDays)) {
    const firstDay = (stretches[0] as Span).start
    runs.push({ firstDay, stretches, reportedNumber: firstReported(reported, firstDay, law), course: notKnown })
  }
  return runs.length < 2 ? runs : runs.sort((a, b) => a.firstDay - b.firstDay || a.reportedNumber - b.reportedNumber)
}

/** As `lastedMonths`, of stretches in order of time. */
export function countedLasted(
  firstDay: number,
  stretches: readonly Readonly<Span>[],
  months: number,
  law: OutcomeLaw,
): CountedLasted | null {
  const whole = addMonthsToDay(firstDay, months)
  let left = whole - firstDay
  let gapDays = 0
  let reached = firstDay
  for (const { start, end } of stretches) {
    gapDays += start - reached
    if (end === openEnd && !law.ongoingCountsAsLasted) return null
    if (end - start >= left) return { requiredLastDay: start + left - 1, gapDays, payableOn: whole + gapDays }
    left -= end - start
    reached = end
  }
  return null
}

function countsAsStudies(outcome: CountedOutcome, law: OutcomeLaw): boolean {
  if (!outcome.verified || !outcome.isStudies) return false
  return !law.paceRule || (outcome.pace === notKnown ? law.missingPace : outcome.pace) >= law.leastPace
}

function countsAsWork(outcome: CountedOutcome, law: OutcomeLaw): boolean {
  return outcome.verified && !outcome.isStudies && (!outcome.subsidised || law.subsidisedWorkCounts)
}

/** The days on which the extents of work add up to enough, as spans in order. */
function sufficient(reported: Reported, law: OutcomeLaw): Span[] {
  const wanted = reported.wanted === notKnown ? law.missingExtent : reported.wanted
  const least = law.extentRule ? wanted - law.extentTolerance : 0
  const bounds: number[] = []
  for (let place = 0; place < reported.outcomeCount; place += 1) {
    const each = reported.outcomes[place] as CountedOutcome
    if (!countsAsWork(each, law)) continue
    insert(bounds, each.start)
    if (each.end !== openEnd) insert(bounds, each.end)
  }
  const days: Span[] = []
  for (let place = 0; place < bounds.length; place += 1) {
    const start = bounds[place] as number
    const extent = extentOn(start, reported, law)
    if (extent === notKnown || extent < least) continue
    days.push({ start, end: place + 1 < bounds.length ? (bounds[place + 1] as number) : openEnd })
  }
  return days
}

/** The extent of all work on a day, or the largest one where jobs do not add up; `notKnown` without work. */
function extentOn(day: number, { outcomes, outcomeCount }: Reported, law: OutcomeLaw): number {
  let total = notKnown
  for (let place = 0; place < outcomeCount; place += 1) {
    const each = outcomes[place] as CountedOutcome
    if (day < each.start || day >= each.end || !countsAsWork(each, law)) continue
    const extent = each.extent === notKnown ? law.missingExtent : each.extent
    if (total === notKnown) total = extent
    else total = law.jobsAddUp ? total + extent : Math.max(total, extent)
  }
  return total
}

/** Spans in order, grouped where the gap to the one before is at most so many days; adjoining ones become one. */
function joined(days: readonly Span[], gapDays: number): Span[][] {
  const groups: Span[][] = []
  let group: Span[] = []
  let before: Span | null = null
  for (const next of days) {
    if (before !== null && next.start === before.end) {
      before.end = next.end
      continue
    }
    if (before === null || next.start - before.end > gapDays) {
      group = []
      groups.push(group)
    }
    group.push(next)
    before = next
  }
  return groups
}

/** The lowest number of reporting among the work of a run's first day. */
function firstReported({ outcomes, outcomeCount }: Reported, firstDay: number, law: OutcomeLaw): number {
  let least = openEnd
  for (let place = 0; place < outcomeCount; place += 1) {
    const each = outcomes[place] as CountedOutcome
    if (firstDay < each.start || firstDay >= each.end || !countsAsWork(each, law)) continue
    least = Math.min(least, each.reportedNumber)
  }
  return least
}

function isPart(place: number, outcomes: readonly CountedOutcome[], run: CountedRun, law: OutcomeLaw): boolean {
  if (run.course !== notKnown) return place === run.course
  const outcome = outcomes[place] as CountedOutcome
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
