import { type Day, dayNumber } from '../../../kernel/day.ts'
import type { ActivityRule, Rules } from '../../../rules/index.ts'
import type { ClockCase, ClockMeeting } from './clocks.ts'
import type { Absence } from './log-day.ts'

/** Days from one number to another (`dayNumber`), both in. */
export type DaySpan = { readonly from: number; readonly to: number }

/** An activity that counts toward duties. Seconds, so that hours as people write them add up exactly. */
export type CountedActivity = { readonly on: number; readonly seconds: number; readonly physical: boolean }

/** A spell as the clocks count it: days are numbers, and only what lies in service and up to `until` is left. */
export type CountedSpell = {
  readonly from: number
  /** The last day in service; `noEnd` while open. */
  readonly to: number
  /** The last day that counts: the earlier of `until` and the last day in service. */
  readonly last: number
  /** Days with a counted meeting, in order, each once. */
  readonly meetings: readonly number[]
  /** Those of them with a physical one. */
  readonly physicalMeetings: readonly number[]
  readonly activities: readonly CountedActivity[]
  readonly absences: readonly DaySpan[]
  /** Days in a full-time parallel measure. */
  readonly parallel: readonly DaySpan[]
  readonly chainFrom: number
}

/** Later than every day. */
export const noEnd = Number.MAX_SAFE_INTEGER

/** Counts a spell's days once, for all its clocks (programme 4.5, clocks exactly). */
export function countSpell(of: ClockCase, rules: Rules): CountedSpell {
  const from = dayNumber(of.service.from)
  const to = numberOr(of.service.to)
  const last = Math.min(to, dayNumber(of.until))
  const long = of.meetings.filter((meeting) => meeting.minutes >= rules.delivery.meetingMinutes)
  return {
    from,
    to,
    last,
    meetings: daysOf(long, from, last),
    physicalMeetings: daysOf(
      long.filter((meeting) => meeting.physical),
      from,
      last,
    ),
    activities: activitiesOf(of, rules, { from, to: last }),
    absences: spansOf(of.absences),
    parallel: spansOf(of.parallel ?? []),
    chainFrom: of.chainFrom === undefined ? from : dayNumber(of.chainFrom),
  }
}

/** The first of the spans that holds the day, or undefined. */
export function spanOn(on: number, spans: readonly DaySpan[]): DaySpan | undefined {
  for (const span of spans) if (span.from <= on && span.to >= on) return span
  return undefined
}

export function spansOf(absences: readonly Absence[]): DaySpan[] {
  return absences.map((absence) => ({ from: dayNumber(absence.from), to: numberOr(absence.to) }))
}

function daysOf(meetings: readonly ClockMeeting[], from: number, last: number): number[] {
  const days: number[] = []
  let inOrder = true
  for (const meeting of meetings) {
    const on = dayNumber(meeting.on)
    const before = days.at(-1) ?? from - 1
    if (on < from || on > last || on === before) continue
    inOrder &&= on > before
    days.push(on)
  }
  return inOrder ? days : [...new Set(days)].sort((a, b) => a - b)
}

/** Activities that count toward duties: every allowed kind but own work (programme 4.5). */
function activitiesOf(of: ClockCase, rules: Rules, within: DaySpan): CountedActivity[] {
  const kinds = dutifulKinds(rules)
  const counted: CountedActivity[] = []
  for (const { on: onDay, hours, physical, kind } of of.activities) {
    const on = dayNumber(onDay)
    if (on < within.from || on > within.to || !kinds.has(kind)) continue
    counted.push({ on, seconds: Math.round(hours * 3600), physical })
  }
  return counted
}

const knownKinds = new WeakMap<readonly ActivityRule[], ReadonlySet<string>>()

/** Kept per state of the law: many are counted under the same. */
function dutifulKinds({ delivery: { activities } }: Rules): ReadonlySet<string> {
  const known = knownKinds.get(activities)
  if (known !== undefined) return known
  const made = new Set(activities.filter((rule) => rule.countsTowardDuties).map((rule) => rule.code))
  knownKinds.set(activities, made)
  return made
}

function numberOr(day: Day | null): number {
  return day === null ? noEnd : dayNumber(day)
}
