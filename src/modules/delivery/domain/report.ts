import { type Day, firstDayOf, lastDayOf, type Month, monthOf, nextMonth } from '../../../kernel/day.ts'
import { fromInclusive, intersect, type Period } from '../../../kernel/period.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { workingDaysIn } from '../../../kernel/working-days.ts'
import {
  type ActivityKind,
  type ApprovalCondition,
  type CompanyKind,
  type Rules,
  rulesOn,
} from '../../../rules/index.ts'
import type { Spell } from '../../market/domain/index.ts'
import { type ActivityEntry, toStep, wasHeld } from './activity.ts'
import { type Answer, counts, type HoursByCompany, hoursByCompany } from './answered-hours.ts'
import type { Meeting } from './meeting.ts'
import type { PlannedActivity } from './plan.ts'

export type LoggedActivity = ActivityEntry & {
  readonly answer: Answer
  readonly languageSupport: boolean
  readonly jobProposals: number
}
export type LoggedMeeting = Meeting & {
  readonly answer: Answer
  readonly languageSupport: boolean
  readonly jobProposals: number
}

/** The log of one calendar month with one provider, and what was planned in it. */
export type MonthLog = {
  readonly month: Month
  readonly spells: readonly Spell[]
  readonly activities: readonly LoggedActivity[]
  readonly meetings: readonly LoggedMeeting[]
  /** The plan that is approved, or null. */
  readonly plan: { readonly activities: readonly PlannedActivity[] } | null
}

/** Hours of one kind of activity: those that count, by place and by company. */
export type ReportLine = {
  readonly code: ActivityKind
  readonly planned: boolean
  readonly physicalHours: number
  readonly remoteHours: number
  readonly plannedHours: number
  readonly withWhom: Readonly<Record<CompanyKind, number>>
}

/** The month's report: nothing in it is written by hand (programme 2, 4.6). */
export type PeriodicReport = {
  readonly month: Month
  readonly lines: readonly ReportLine[]
  readonly meetings: {
    readonly held: number
    readonly minutes: number
    readonly physical: number
    readonly video: number
    readonly telephone: number
  }
  readonly languageSupport: boolean
  readonly jobProposals: boolean
  readonly noActivities: boolean
  /** Hours that count although the participant has not answered. */
  readonly unconfirmedHours: number
  /** Hours left out until the dispute is settled. */
  readonly disputedHours: number
  readonly disputedMeetings: number
  /** Meetings and activities that count, by whom the time was with, and how much of it the participant has confirmed. */
  readonly byCompany: HoursByCompany
  readonly planApproved: boolean
  /** Conditions of approval by rule that do not hold as the log stands. */
  readonly failed: readonly ApprovalCondition[]
}

/** The days of a month with the provider. */
export function serviceDaysIn(month: Month, spells: readonly Spell[]): Period[] {
  const whole = fromInclusive(firstDayOf(month), lastDayOf(month))
  return spells.flatMap((spell) => intersect(whole, fromInclusive(spell.firstDay, spell.lastDay)) ?? [])
}

/** A month is reported when it is over and was in service. Problems: `month-not-over`, `month-without-service`. */
export function canReport(month: Month, spells: readonly Spell[], today: Day): Result<null> {
  if (serviceDaysIn(month, spells).length === 0)
    return fail(problem('month-without-service', { field: 'month', values: { month } }))
  if (lastDayOf(month) >= today) return fail(problem('month-not-over', { field: 'month', values: { month } }))
  return ok(null)
}

/** Last day to send the report in, and last day on which one that comes late can still be paid (programme 4.6). */
export function reportDays(month: Month): { dueOn: Day; payableUntil: Day } {
  const rules = rulesOn(lastDayOf(month)).delivery
  const due = `${nextMonth(month)}-${String(rules.reportDueDay).padStart(2, '0')}` as Day
  let last = month
  for (let n = 0; n < rules.reportPayableMonths; n += 1) last = nextMonth(last)
  return { dueOn: due, payableUntil: lastDayOf(last) }
}

/** Derives the month's report from the log: every hour that counts stands on exactly one line. */
export function deriveReport(log: MonthLog): PeriodicReport {
  const rules = rulesOn(lastDayOf(log.month))
  const held = log.activities.filter((entry) => wasHeld(entry))
  const counted = held.filter((entry) => counts(entry.answer))
  const meetings = log.meetings.filter((meeting) => meeting.held === true && counts(meeting.answer))
  const facts = [...counted, ...meetings]
  return {
    month: log.month,
    lines: linesOf(counted, log, rules),
    meetings: {
      held: meetings.length,
      minutes: meetings.reduce((total, meeting) => total + meeting.minutes, 0),
      physical: meetings.filter((meeting) => meeting.mode === 'physical').length,
      video: meetings.filter((meeting) => meeting.mode === 'video').length,
      telephone: meetings.filter((meeting) => meeting.mode === 'telephone').length,
    },
    languageSupport: counted.some((entry) => entry.code === 'language') || facts.some((fact) => fact.languageSupport),
    jobProposals: facts.some((fact) => fact.jobProposals > 0),
    noActivities: counted.length === 0,
    unconfirmedHours: hoursOf(counted.filter((entry) => entry.answer === 'none')),
    disputedHours: hoursOf(held.filter((entry) => entry.answer === 'disputed')),
    disputedMeetings: log.meetings.filter((meeting) => meeting.answer === 'disputed').length,
    byCompany: hoursByCompany([...held, ...meetings.map(withAdviser)]),
    planApproved: log.plan !== null,
    failed: failedConditions(log),
  }
}

const withAdviser = ({ minutes, answer }: LoggedMeeting) =>
  ({ hours: minutes / minutesAnHour, withWhom: 'adviser', answer }) as const

const minutesAnHour = 60

function hoursOf(entries: readonly Pick<ActivityEntry, 'hours'>[]): number {
  return entries.reduce((total, entry) => total + entry.hours, 0)
}

function linesOf(counted: readonly LoggedActivity[], log: MonthLog, rules: Rules): ReportLine[] {
  const planned = log.plan?.activities ?? []
  const workingDays = serviceDaysIn(log.month, log.spells).reduce((total, part) => total + workingDaysIn(part), 0)
  const codes = [...new Set([...planned, ...counted].map((each) => each.code))].sort()
  return codes.map((code) => {
    const own = counted.filter((entry) => entry.code === code)
    const plan = planned.find((each) => each.code === code)
    const by = (company: CompanyKind) => hoursOf(own.filter((entry) => entry.withWhom === company))
    return {
      code,
      planned: plan !== undefined,
      physicalHours: hoursOf(own.filter((entry) => entry.mode === 'physical')),
      remoteHours: hoursOf(own.filter((entry) => entry.mode === 'remote')),
      plannedHours: plan ? toStep(((plan.totalHours ?? 0) > 0 ? 0 : plan.hoursPerWeek * workingDays) / 5, rules) : 0,
      withWhom: {
        adviser: by('adviser'),
        'provider-staff': by('provider-staff'),
        'other-actor': by('other-actor'),
        own: by('own'),
      },
    }
  })
}

/** All hours on the report's lines. */
export function reportedHours(report: Pick<PeriodicReport, 'lines'>): number {
  return report.lines.reduce((total, line) => total + line.physicalHours + line.remoteHours, 0)
}

/**
 * Which conditions of approval by rule do not hold when it is signed (programme 4.6): plan approved, every entry allowed
 * and planned, none disputed. Empty = approved by rule. A breached clock never refuses a report.
 */
export function failedConditions(log: MonthLog): ApprovalCondition[] {
  const failed: ApprovalCondition[] = []
  const plan = log.plan
  if (plan === null) failed.push('plan-approved')
  const held = log.activities.filter((entry) => wasHeld(entry))
  const isPlanned = (code: ActivityKind) => plan?.activities.some((each) => each.code === code) ?? false
  const isAllowed = (entry: ActivityEntry) =>
    rulesOn(entry.onDay).delivery.activities.some((each) => each.code === entry.code)
  const sound = held.every((entry) => isAllowed(entry) && isPlanned(entry.code)) && coursesFit(held)
  if (!sound) failed.push('entries-allowed-and-planned')
  const disputed = [...log.activities, ...log.meetings].some((each) => each.answer === 'disputed')
  if (disputed) failed.push('nothing-disputed')
  const wanted = rulesOn(lastDayOf(log.month)).delivery.approvalByRule.map((each) => each.code)
  return failed.filter((condition) => wanted.includes(condition))
}

// A month alone cannot hold more of a limited activity than is allowed in all.
function coursesFit(held: readonly ActivityEntry[]): boolean {
  const hours = new Map<ActivityKind, number>()
  for (const entry of held) hours.set(entry.code, (hours.get(entry.code) ?? 0) + entry.hours)
  const first = held[0]
  if (!first) return true
  return rulesOn(first.onDay).delivery.activities.every(
    (rule) => rule.maxHours === null || (hours.get(rule.code) ?? 0) <= rule.maxHours,
  )
}

/** The calendar months that a spell touches, up to and with the month of `until`. */
export function monthsOf(spell: Spell, until: Day): Month[] {
  const last = spell.lastDay !== null && spell.lastDay < until ? spell.lastDay : until
  const months: Month[] = []
  for (let at = monthOf(spell.firstDay); at <= monthOf(last); at = nextMonth(at)) months.push(at)
  return months
}

/** Where a report stands. */
export type ReportState = 'draft' | 'received' | 'being-handled' | 'approved' | 'not-approved'

/**
 * Whether the caseworker may decide on a signed report. Problems: `report-not-signed`, `already-decided`, `why-missing`.
 */
export function decideReport(
  state: ReportState,
  outcome: 'approved' | 'not-approved',
  why: string | null,
): Result<null> {
  if (state === 'draft') return fail(problem('report-not-signed'))
  if (state === 'approved' || state === 'not-approved') return fail(problem('already-decided'))
  if (outcome === 'not-approved' && !why?.trim()) return fail(problem('why-missing', { field: 'why' }))
  return ok(null)
}
