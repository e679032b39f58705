import {
  addDays,
  type Day,
  firstDayOf,
  lastDayOf,
  type Month,
  maxDay,
  monthOf,
  nextMonth,
} from '../../../kernel/day.ts'
import { type Rules, rulesOn } from '../../../rules/index.ts'

/** Days in the service, both counted; `lastDay` null = no end is known. */
export interface ServiceDays {
  readonly firstDay: Day
  readonly lastDay: Day | null
}

/** More time for one report: it is due on `until` (*uppskov*). */
export interface Respite {
  readonly month: Month
  readonly until: Day
}

/** The participant's own report of a month (*aktivitetsrapport*), as it was sent. */
export interface ActivityReport {
  readonly month: Month
  readonly sentOn: Day
}

/** `open` = to be sent, `respite` = to be sent later than the law says, `missed` = its last day is over. */
export type MonthState = 'open' | 'respite' | 'missed' | 'sent'

/** A month that the participant reports, where its report stands and its last day, a respite included. */
export interface ReportMonth {
  readonly month: Month
  readonly state: MonthState
  readonly dueOn: Day
  readonly sentOn: Day | null
  /** Sent after its last day; it counts all the same. */
  readonly late: boolean
}

interface Facts {
  readonly service: readonly ServiceDays[]
  readonly reports: readonly ActivityReport[]
  readonly respites: readonly Respite[]
}

/** The last day of a month's report without respite: 14 days after the month (programme 4.5). */
export function reportDueOn(month: Month, rules: Rules): Day {
  return addDays(lastDayOf(month), rules.delivery.activityReportDays)
}

/** Whether reports of the month are given here; the law of its last day says. */
export function isAsked(month: Month): boolean {
  return rulesOn(lastDayOf(month)).dialogue.activityReportsAsked
}

/** Months that are over by today and were in service, the latest first; nobody reports a month that still goes on. */
export function monthsToReport(facts: Facts, today: Day, rules: Rules): ReportMonth[] {
  const months = new Set(facts.service.flatMap((days) => monthsOver(days, today)))
  return [...months]
    .filter(isAsked)
    .sort((a, b) => (a < b ? 1 : -1))
    .map((month) => reportMonth(month, facts, today, rules))
}

function monthsOver({ firstDay, lastDay }: ServiceDays, today: Day): Month[] {
  const months: Month[] = []
  const last = lastDay ?? today
  for (let month = monthOf(firstDay); firstDayOf(month) <= last && lastDayOf(month) < today; month = nextMonth(month))
    months.push(month)
  return months
}

function reportMonth(month: Month, facts: Facts, today: Day, rules: Rules): ReportMonth {
  const sentOn = facts.reports.find((report) => report.month === month)?.sentOn ?? null
  const lawful = reportDueOn(month, rules)
  const given = facts.respites.filter((respite) => respite.month === month).map((respite) => respite.until)
  const dueOn = given.reduce(maxDay, lawful)
  return { month, state: stateOf(), dueOn, sentOn, late: sentOn !== null && sentOn > dueOn }

  function stateOf(): MonthState {
    if (sentOn !== null) return 'sent'
    if (dueOn < today) return 'missed'
    return dueOn > lawful ? 'respite' : 'open'
  }
}
