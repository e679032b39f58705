export { actionsOf } from './actions.ts'
export { type AnswerPlan, answerPlan } from './answer-plan.ts'
export { caseload } from './caseload.ts'
export { type AnsweredItem, type ConfirmLog, confirmLog } from './confirm-log.ts'
export { type DecidePlan, decidePlan } from './decide-plan.ts'
export { type DecideReport, decideReport } from './decide-report.ts'
export { type DecideWaiver, decideWaiver } from './decide-waiver.ts'
export { deliveryPage } from './delivery-page.ts'
export { type DraftReport, draftCaseReport, draftMonthReports } from './drafts.ts'
export { type EnterWaiver, enterWaiver } from './enter-waiver.ts'
export {
  deliveryEvents,
  type EmployerContactLogged,
  type EntryDisputed,
  type MappingRecorded,
  type PlanApproved,
  type PlanReturned,
  type ReportApproved,
  type ReportNotApproved,
} from './events.ts'
export { type GiveAdviser, giveAdviser, giveFirstAdvisers } from './give-adviser.ts'
export { askForFinalReport, type GiveFinalReport, giveFinalReport } from './give-final-report.ts'
export {
  answerInformativeReport,
  type GiveInformativeReport,
  giveInformativeReport,
} from './give-informative-report.ts'
export { importLog } from './import-log.ts'
export { invitationOf } from './invitation.ts'
export { sweeps } from './jobs.ts'
export {
  type ActivityFacts,
  type CorrectActivity,
  correctActivity,
  type LogActivity,
  logActivity,
} from './log-activity.ts'
export { type AttendanceEntry, type AttendanceResult, logAttendance } from './log-attendance.ts'
export {
  type CorrectEmployerContact,
  correctEmployerContact,
  type LogEmployerContact,
  logEmployerContact,
} from './log-employer-contact.ts'
export { notices } from './notices.ts'
export {
  type AnswerMeeting,
  answerMeeting,
  type MoveMeeting,
  moveMeeting,
  type PlanMeeting,
  planMeeting,
} from './plan-meeting.ts'
export { type PlanSession, planSession } from './plan-session.ts'
export { deliveryProblems } from './problems.ts'
export { type ProposePlan, proposePlan } from './propose-plan.ts'
export { type ApprovedReport, approvedReports, logOfMonth, providerReports, reportsOf, serviceDays } from './reads.ts'
export {
  type Happened,
  type Logged,
  type LogMeeting,
  logMeeting,
  type RecordAttendance,
  recordAttendance,
} from './record-attendance.ts'
export { type RecordCaseWaiver, recordCaseWaiver } from './record-case-waiver.ts'
export { type RecordMapping, recordMapping } from './record-mapping.ts'
export {
  type DecideDeviation,
  decideDeviation,
  type ReportDeviation,
  reportDeviation,
} from './report-deviation.ts'
export { routes } from './routes.ts'
export { type SettleDispute, settleDispute } from './settle-dispute.ts'
export { type SignedReport, type SignReports, signReports } from './sign-reports.ts'
export { tellOfMeasure } from './tell-of-measure.ts'
export { weekStrip } from './week-strip.ts'

/** The view with this module's part of the case's page. */
export const stepsOf = 'delivery.v_step'
