/** The pure delivery: plan, log, deviations, reports derived from the log, and the clocks (programme 4.5, 4.6, 4.9). */
export {
  type ActivityEntry,
  type ActivityMode,
  type Attendance,
  allowedActivity,
  type Came,
  checkAttendance,
  checkEntry,
  isInSteps,
  type NotHeldReason,
  notHeldReasons,
  wasHeld,
} from './activity.ts'
export { type Answer, answeredHours, counts } from './answered-hours.ts'
export { hoursOf, minutesAway, mustReport, type Part } from './away.ts'
export { type Breach, bookedFor, breaches, type ClockEvent, type ClockLog, type Mend } from './breach.ts'
export {
  type BreachChange,
  type BreachFact,
  breachChanges,
  nextLook,
  periodOf,
} from './breach-fact.ts'
export {
  type CalendarEntry,
  calendarText,
  type InvitationMethod,
  type InvitedEvent,
  invitationText,
} from './calendar.ts'
export { type CaseWaiver, checkCaseWaiver, endCaseWaiver } from './case-waiver.ts'
export { type Booking, type Clash, clashesOf, meetInTime } from './clash.ts'
export { explainClock } from './clock-words.ts'
export type { ClockActivity, ClockBecause, ClockCase, ClockMeeting, ClockPeriod, ClockRule } from './clocks.ts'
export { type ComplianceLine, clockPeriods, complianceLines, type NextDue, nextDue } from './compliance.ts'
export { checkDeviation, type DeviationReport, decideDeviation } from './deviation.ts'
export { type ContactState, checkEmployerContact, type EmployerContact } from './employer-contact.ts'
export { type Exemption, exemptionsOn } from './exemption.ts'
export {
  canGiveFinalReport,
  type FinalReport,
  finalReportDueOn,
  type Occupation,
  occupations,
} from './final-report.ts'
export { checkInformative, type InformativeReport } from './informative.ts'
export { type Absence, isAbsent, type LogState, type OwnSpell, spellOn, spellToLogIn } from './log-day.ts'
export type { Mapping } from './mapping.ts'
export {
  attend,
  countsForClocks,
  countsPhysical,
  type Meeting,
  meetingWarnings,
  planMeeting,
  type Warning,
} from './meeting.ts'
export { moveDue } from './move-due.ts'
export { checkPlan, hoursPerWeek, type Plan, type PlannedActivity, type PlanState } from './plan.ts'
export {
  canReport,
  decideReport,
  deriveReport,
  failedConditions,
  type LoggedActivity,
  type LoggedMeeting,
  type MonthLog,
  monthsOf,
  type PeriodicReport,
  type ReportLine,
  type ReportState,
  reportDays,
  reportedHours,
  serviceDaysIn,
} from './report.ts'
export { mostInGroup, type Occurrence, occurrencesOf, type Repeat } from './series.ts'
export { seriesEvents } from './series-events.ts'
export { shareOut } from './share-out.ts'
export type { DecidedWaiver } from './waiver.ts'
