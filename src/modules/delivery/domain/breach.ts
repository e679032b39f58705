import { addDays, type Day, lastDayOf, mondayOf, monthOf } from '../../../kernel/day.ts'
import type { AbsenceReason, BreachCause, Rules } from '../../../rules/index.ts'
import { type NotHeldReason, notHeldReasons } from './activity.ts'
import type { ClockCase, ClockPeriod, ClockRule } from './clocks.ts'
import { clockPeriods } from './compliance.ts'

/** A booked or logged meeting or activity, as far as it can answer a clock: long enough, individual, of a kind that counts. */
export type ClockEvent = {
  readonly on: Day
  readonly physical: boolean
  /** Of an activity. */
  readonly hours: number
  /** Held with the person there; null while nothing is recorded. */
  readonly held: boolean | null
  readonly reason: AbsenceReason | NotHeldReason | null
  /** The participant disputes it and nobody has settled it. */
  readonly disputed: boolean
  /** The day on which it was first logged as held. */
  readonly loggedOn: Day | null
}

/** What the log knows of a spell besides what counts. */
export type ClockLog = {
  readonly meetings: readonly ClockEvent[]
  readonly activities: readonly ClockEvent[]
  /** The day on which the plan was recorded. */
  readonly planLoggedOn: Day | null
}

/**
 * What can still be done about it: record what happened, settle the dispute, report the absence with its reason (an approved
 * one moves the due day), book the next meeting, agree on a plan. Null = nothing, the period is over.
 */
export type Mend = 'record' | 'settle' | 'report-absence' | 'book' | 'agree-plan'

/** A period that was not kept in time, with why (programme 4.5, causes of a breach). */
export type Breach = {
  readonly rule: ClockRule
  readonly from: Day
  readonly dueOn: Day
  readonly cause: BreachCause
  /** Why the participant was away, when that is the cause. */
  readonly reason: AbsenceReason | null
  /** The day of what was booked, disputed or logged late. */
  readonly onDay: Day | null
  readonly mend: Mend | null
}

/**
 * The breached periods of a spell and those that were kept only by what was logged after their due day, the latest first.
 * Of several causes the one that says most about what happened stands: disputed, absent, nothing recorded, not offered.
 */
export function breaches(of: ClockCase, log: ClockLog, rules: Rules): Breach[] {
  const periods = clockPeriods(of, rules)
  const inOrder = { ...log, meetings: byDay(log.meetings), activities: byDay(log.activities) }
  const found = periods.flatMap((period, index): Breach[] => {
    const { rule, from, dueOn, state } = period
    if (dueOn === null || state === 'open' || dueOn > of.until) return []
    if (state === 'kept') return keptLate(period, dueOn, inOrder)
    const to = lastDayOfPeriod(rule, dueOn)
    const events = eventsFor(rule, inOrder).filter((event) => event.on >= from && event.on <= to)
    const why = causeOf(events)
    const latest = periods[index + 1]?.rule !== rule || periods[index + 1]?.state === 'open'
    return [{ rule, from, dueOn, ...why, mend: mendOf(rule, why, latest && goesOn(of)) }]
  })
  return found.sort((a, b) => (a.dueOn > b.dueOn ? -1 : a.dueOn < b.dueOn ? 1 : 0))
}

/** The nearest booked meeting that would keep the period, or null: for what is due and can be mended in time. */
export function bookedFor(rule: ClockRule, dueOn: Day, log: ClockLog, today: Day): Day | null {
  const booked = eventsFor(rule, log)
    .filter((event) => event.held === null && event.on >= today && event.on <= dueOn)
    .map((event) => event.on)
    .sort()
  return booked[0] ?? null
}

type Why = Pick<Breach, 'cause' | 'reason' | 'onDay'>

function causeOf(events: readonly ClockEvent[]): Why {
  const disputed = events.find((event) => event.held === true && event.disputed)
  if (disputed) return { cause: 'disputed', reason: null, onDay: disputed.on }
  const absent = events.findLast((event) => event.held === false && absenceReason(event) !== null)
  if (absent) return { cause: 'participant-absent', reason: absenceReason(absent), onDay: absent.on }
  const unknown = events.findLast((event) => event.held === null)
  if (unknown) return { cause: 'nothing-known', reason: null, onDay: unknown.on }
  return { cause: 'not-offered', reason: null, onDay: null }
}

/** Why the person was away; null when it was called off or the provider was hindered. */
function absenceReason({ reason }: ClockEvent): AbsenceReason | null {
  return reason === null || isNotHeld(reason) ? null : reason
}

const isNotHeld = (reason: AbsenceReason | NotHeldReason): reason is NotHeldReason =>
  (notHeldReasons as readonly string[]).includes(reason)

function mendOf(rule: ClockRule, { cause, reason }: Why, current: boolean): Mend | null {
  if (cause === 'disputed') return 'settle'
  if (cause === 'nothing-known') return 'record'
  if (cause === 'participant-absent' && reason !== 'unknown') return 'report-absence'
  if (!current) return null
  if (rule === 'plan-agreed' || rule === 'plan-covers-hours') return 'agree-plan'
  return isRunning(rule) ? 'book' : null
}

/** A period that is kept now but was breached as known on its due day (programme 4.5). */
function keptLate({ rule, from, because }: ClockPeriod, dueOn: Day, log: ClockLog): Breach[] {
  const late = (onDay: Day): Breach[] => [{ rule, from, dueOn, cause: 'logged-late', reason: null, onDay, mend: null }]
  if (rule === 'plan-agreed' || rule === 'plan-covers-hours') {
    const { planLoggedOn } = log
    return planLoggedOn !== null && planLoggedOn > dueOn ? late(planLoggedOn) : []
  }
  const held = eventsFor(rule, log).filter((event) => event.held === true && !event.disputed && event.loggedOn !== null)
  if (isRunning(rule)) {
    const on = because.values?.on
    const logged = held.flatMap((event) => (event.on === on && event.loggedOn ? [event.loggedOn] : [])).sort()
    return logged[0] !== undefined && logged[0] > dueOn ? late(logged[0]) : []
  }
  if (rule !== 'weekly-physical-activity' && rule !== 'weekly-hours') return []
  const weigh = (event: ClockEvent) => (rule === 'weekly-hours' ? event.hours : 1)
  const needs = Number(because.values?.needs ?? 0)
  let has = 0
  for (const event of held.sort((a, b) => ((a.loggedOn ?? a.on) < (b.loggedOn ?? b.on) ? -1 : 1))) {
    if (event.on < from || event.on > lastDayOfPeriod(rule, dueOn)) continue
    has += weigh(event)
    if (has >= needs) return event.loggedOn !== null && event.loggedOn > dueOn ? late(event.loggedOn) : []
  }
  return []
}

function eventsFor(rule: ClockRule, log: ClockLog): ClockEvent[] {
  if (rule === 'meeting-every-14-days') return [...log.meetings]
  if (rule === 'meeting-physical-every-28-days' || rule === 'first-meeting-physical')
    return log.meetings.filter((event) => event.physical)
  if (rule === 'weekly-physical-activity' || rule === 'half-physical')
    return log.activities.filter((event) => event.physical)
  return rule === 'weekly-hours' ? [...log.activities] : []
}

function isRunning(rule: ClockRule): boolean {
  return rule === 'meeting-every-14-days' || rule === 'meeting-physical-every-28-days'
}

function lastDayOfPeriod(rule: ClockRule, dueOn: Day): Day {
  if (rule === 'half-physical') return lastDayOf(monthOf(dueOn))
  return rule === 'weekly-physical-activity' || rule === 'weekly-hours' ? addDays(mondayOf(dueOn), 6) : dueOn
}

function byDay(events: readonly ClockEvent[]): ClockEvent[] {
  return [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function goesOn(of: ClockCase): boolean {
  return of.service.to === null || of.service.to >= of.until
}
