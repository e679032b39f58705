import { z } from 'zod'
import type { Day, Month } from '../../kernel/day.ts'
import type { CaseId, PlanId, ReportId, UserId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import { programmes } from '../registration/contract.ts'
import { answeredHours, company, hoursByCompany, onBehalf } from './contract/answered-hours.ts'
import { dueView, exemptView, keptBreachView } from './contract/clocks.ts'
import { absenceReason, deviationKind, deviationView } from './contract/deviations.ts'
import { finalReportView } from './contract/final-reports.ts'

export {
  caseloadItem,
  caseloadQuery,
  caseloadReply,
  clockRisk,
  dueView,
  type KeptBreachView,
} from './contract/clocks.ts'
export { absenceReason, deviationKind, deviationView } from './contract/deviations.ts'
export { finalReportBody, finalReportParams, occupation } from './contract/final-reports.ts'

// The brand is a matter of types alone: what travels is a UUID, a day as YYYY-MM-DD, a month as YYYY-MM, a moment in RFC 3339.
const key = <Id extends string>() => z.uuid() as unknown as z.ZodType<Id, string>
const day = z.iso.date() as unknown as z.ZodType<Day, string>
const monthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const month = monthText as unknown as z.ZodType<Month, string>
const moment = z.iso.datetime({ offset: true }) as unknown as z.ZodType<Instant, string>
const text = (longest: number) => z.string().trim().min(1).max(longest)
const free = (longest: number) => z.string().trim().max(longest).default('')
const note = (longest: number) => z.string().trim().max(longest).optional()
const on = z.iso.date()
const at = z.iso.datetime()
const number = z.number()
const word = z.string()
const whole = z.coerce.number().int()
const pageParts = { page: whole.min(1).default(1), limit: whole.min(1).max(100).default(20) }
const paged = <T extends z.ZodType>(item: T) => ({ items: z.array(item), page: number, limit: number, total: number })

export const meetingMode = z.enum(['physical', 'video', 'telephone'])
export const activityMode = z.enum(['physical', 'remote'])
export const came = z.enum(['yes', 'no', 'partly'])
export const notHeldReason = z.enum(['provider-hindered', 'cancelled'])
/** The participant's answer to a row of the log. */
export const answer = z.enum(['none', 'confirmed', 'disputed', 'settled-stands', 'settled-does-not-stand'])
export const reportState = z.enum(['draft', 'received', 'being-handled', 'approved', 'not-approved'])
export const approvalCondition = z.enum(['plan-approved', 'entries-allowed-and-planned', 'nothing-disputed', 'signed'])
/** A code of `rules.delivery.activities`; any text may be sent, and a forbidden one is refused by name. */
export const activityCode = text(40)

export const caseParams = z.object({ caseId: key<CaseId>() })
export const planParams = z.object({ planId: key<PlanId>() })
export const meetingParams = z.object({ meetingId: key<string>() })
export const entryParams = z.object({ entryId: key<string>() })
export const deviationParams = z.object({ deviationId: key<string>() })
export const disputeParams = z.object({ confirmationId: key<string>() })
export const reportParams = z.object({ reportId: key<ReportId>() })
export const monthQuery = z.object({ month: month.optional() })
export const savedReply = z.object({ id: z.uuid() })
/** Saved all the same; `warnings` are codes worth knowing, such as `approved-absence`. */
export const loggedReply = z.object({ id: z.uuid(), warnings: z.array(word) })

const told = { needs: text(4000), strengths: text(4000), obstacles: free(4000), language: free(1000) }
export const mappingContent = z.object({ ...told, health: free(4000), wantedWork: text(1000) })
/** `onDay` is the day of the talk, today unless said. Health as the person tells it; may be empty. */
export const mappingBody = mappingContent.extend({ onDay: day.optional() })

const plannedActivity = z.object({
  code: activityCode,
  hoursPerWeek: number.positive().max(60).describe('In steps of a quarter'),
  mode: activityMode,
  content: z.string().trim().max(1000).nullish(),
  totalHours: number.positive().max(1000).nullish().describe('Of a short course: all its hours'),
  vacancy: z.string().trim().max(300).nullish().describe('Of a short course: the vacancy or study place it is tied to'),
})
export const planBody = z.object({
  goals: text(4000),
  activities: z.array(plannedActivity).max(20),
  languageSupport: z.boolean().default(false),
  agreedOn: day.optional().describe('The day it was agreed; today unless said'),
})
export const planAnswerBody = z.object({ answer: z.enum(['agreed', 'comment']), comment: note(2000) })
export const planDecisionBody = z.object({ outcome: z.enum(['approved', 'returned']), why: note(2000) })

const happened = {
  reason: z.union([absenceReason, notHeldReason]).nullish(),
  languageSupport: z.boolean().optional(),
  jobProposals: number.int().min(0).max(99).optional().describe('Individual proposals of jobs to apply for'),
}
const meetingMinutes = number.int().min(5).max(480)
const meetingParts = { individual: z.boolean().optional(), adviserId: key<UserId>().optional(), place: note(300) }
/** `minutes` 30 unless said. */
const meetingWish = { startsAt: moment, minutes: meetingMinutes.optional(), ...meetingParts }
export const meetingPlanBody = z.object({ ...meetingWish, mode: meetingMode })
/** `why` is kept with what stood before. */
export const meetingMoveBody = z.object({ ...meetingWish, mode: meetingMode.optional(), why: note(500) })
export const meetingAnswerBody = z.object({ answer: z.enum(['coming', 'cannot']), comment: note(500) })
const minutesAway = number.int().min(1).max(480).optional().describe('Of who came partly: what must be reported')
const cameAndHeld = { came, tookPlace: z.boolean(), ...happened, minutesAway, progress: note(4000) }
/** `corrects` is the recorded attendance that this one replaces. */
export const attendanceBody = z.object({
  ...cameAndHeld,
  minutes: number.int().min(0).max(480).optional(),
  mode: meetingMode.optional(),
  individual: z.boolean().optional(),
  corrects: key<string>().optional(),
})
/** A meeting that was not planned: what came of it, in one step. */
export const heldMeetingBody = meetingPlanBody.extend(cameAndHeld)

export const activityBody = z.object({
  onDay: day,
  code: activityCode,
  hours: number.positive().max(24).describe('In steps of a quarter'),
  mode: activityMode,
  withWhom: company,
  came: came.optional(),
  tookPlace: z.boolean().optional(),
  minutesAway,
  ...happened,
  note: note(2000),
})
const withdrawal = z.object({ withdrawn: z.literal(true), note: text(2000) })
export const correctionBody = z.union([withdrawal, activityBody.extend({ withdrawn: z.literal(false).optional() })])

const answeredItem = z.object({
  kind: z.enum(['meeting', 'activity']),
  id: key<string>().describe('The attendance or the entry'),
  answer: z.enum(['confirmed', 'disputed']),
  comment: note(1000),
})
/** Answer some rows, or confirm every unanswered one of a month. */
export const confirmationBody = z.union([
  z.object({ month }),
  z.object({ items: z.array(answeredItem).min(1).max(200) }),
])
export const confirmedReply = z.object({ answered: number })
export const settlementBody = z.object({ outcome: z.enum(['stands', 'does-not-stand']), why: text(2000) })

export const deviationBody = z.object({
  kind: deviationKind,
  firstDay: day,
  lastDay: day.optional().describe('The first day unless said'),
  minutes: number.int().positive().max(1440).optional(),
  reason: absenceReason.optional(),
  description: note(2000),
  meetingId: key<string>().optional(),
  corrects: key<string>().optional(),
})
export const deviationDecisionBody = z.object({ outcome: z.enum(['accepted', 'not-accepted']), why: note(2000) })

export const draftBody = z.object({ month })
export const draftedReply = z.object({ reports: z.array(z.object({ reportId: z.uuid(), caseId: z.uuid() })) })
export const signBody = z.object({ reportIds: z.array(key<ReportId>()).min(1).max(200) })
const signedReport = z.object({ reportId: z.uuid(), state: reportState, failed: z.array(approvalCondition) })
export const signedReply = z.object({ reports: z.array(signedReport) })
export const reportDecisionBody = z.object({ outcome: z.enum(['approved', 'not-approved']), why: note(2000) })

export const adviserBody = z.object({ adviserId: key<UserId>() })

const hours = { physicalHours: number, remoteHours: number, plannedHours: number, withWhom: z.record(company, number) }
const reportLine = z.object({ code: word, planned: z.boolean(), ...hours })
const meetingCounts = z.object({ held: number, minutes: number, physical: number, video: number, telephone: number })
const reportFlags = { languageSupport: z.boolean(), jobProposals: z.boolean(), noActivities: z.boolean() }
const standing = { planApproved: z.boolean(), failed: z.array(approvalCondition) }
export const reportContent = z.object({
  month: word,
  lines: z.array(reportLine),
  meetings: meetingCounts,
  ...reportFlags,
  unconfirmedHours: number.describe('Count although the participant has not answered'),
  disputedHours: number.describe('Left out until the dispute is settled'),
  disputedMeetings: number,
  byCompany: hoursByCompany.optional().describe('Meetings too; not in reports from before it was derived'),
  ...standing,
})
const ofWhom = { caseId: z.uuid(), participant: word, providerId: z.uuid(), providerName: word }
const reportStand = { month: word, version: number, state: reportState, dueOn: on, payableUntil: on }
const signature = { signedOn: on.nullable(), signedBy: word.nullable() }
const decided = { decidedOn: on.nullable(), decidedBy: word.nullable(), how: z.enum(['rule', 'person']).nullable() }
export const reportView = z.object({
  reportId: z.uuid(),
  ...ofWhom,
  ...reportStand,
  content: reportContent,
  failed: z
    .array(approvalCondition)
    .describe('Conditions of approval by rule that do not hold, of a signed one: did not'),
  ...signature,
  ...decided,
  why: word.nullable(),
})
export type ReportView = z.infer<typeof reportView>
const whose = z.enum(['mine', 'all'])
export const reportsQuery = monthQuery.extend({
  state: reportState.optional(),
  whose: whose.default('all'),
  ...pageParts,
})
export const reportsReply = z.object(paged(reportView))
export const caseReportsReply = z.object({ items: z.array(reportView) })

/** `id` is what is confirmed or disputed; `code` null for a development meeting. */
const logged = {
  onDay: on,
  startsAt: at.nullable(),
  code: word.nullable(),
  hours: number,
  mode: word,
  withWhom: company,
}
const replied = { answer, comment: word.nullable(), confirmationId: z.uuid().nullable(), onBehalf }
const settledWhy = word.nullable().describe('Why a dispute about it was settled as it was')
export const logItem = z.object({
  kind: z.enum(['meeting', 'activity']),
  id: z.uuid(),
  ...logged,
  came,
  tookPlace: z.boolean(),
  ...replied,
  settledWhy,
  note: word.nullable(),
})
export type LogItem = z.infer<typeof logItem>
export const logReply = z.object({ month: word, items: z.array(logItem), hours: answeredHours })

const spell = { placementId: z.uuid(), firstDay: on, lastDay: on.nullable(), adviserName: word.nullable() }

const meetingState = z.enum(['planned', 'held', 'not-held', 'unknown'])
const weekOf = { monday: on, year: number, week: number, inService: z.boolean() }
export const stripWeek = z.object({
  ...weekOf,
  meetings: z.array(z.object({ onDay: on, mode: meetingMode, state: meetingState })),
  activities: z.object({ count: number, hours: number, physical: number }),
  due: z.array(dueView),
  reports: z.array(z.object({ month: word, state: reportState, onDay: on })),
  measures: z.array(z.object({ kind: word, actor: word, firstDay: on, lastDay: on, fullTime: z.boolean() })),
})
export const stripReply = z.object({ today: on, weeks: z.array(stripWeek) })
export type StripWeek = z.infer<typeof stripWeek>

const planAnswer = z.object({ answer: word, comment: word.nullable(), at })
const planFacts = {
  version: number,
  current: z.boolean().describe('The latest of the spell that goes on'),
  goals: word,
  hoursPerWeek: number,
  agreedOn: on,
}
const planSupport = { languageSupport: z.boolean(), providerName: word, replaced: z.boolean() }
export const planView = z.object({
  planId: z.uuid(),
  ...planFacts,
  ...planSupport,
  activities: z.array(plannedActivity),
  state: z.enum(['waiting', 'approved', 'returned']),
  why: word.nullable(),
  answers: z.array(planAnswer),
})
const meetingFacts = { startsAt: at, onDay: on, minutes: number, mode: meetingMode, individual: z.boolean() }
const meetingCame = { came: came.nullable(), tookPlace: z.boolean().nullable(), attendanceId: z.uuid().nullable() }
export const meetingView = z.object({
  meetingId: z.uuid(),
  ...meetingFacts,
  ...meetingCame,
  place: word.nullable(),
  adviserName: word.nullable(),
  progress: word.nullable(),
  answer,
  expected: z.enum(['coming', 'cannot']).nullable(),
})
const spellView = z.object({
  ...spell,
  providerName: word,
  finalReportDueOn: on.nullable(),
  finalReport: finalReportView.nullable(),
})
/** Everything of this module on a case, for its screens; `content` null for who may not read the mapping. */
export const deliveryReply = z.object({
  spells: z.array(spellView),
  availableHours: number,
  programme: z.enum(programmes).nullable().describe('What it demands is shown beside the plan'),
  mapping: z.object({ mappingId: z.uuid(), onDay: on, content: mappingContent.nullable() }).nullable(),
  plans: z.array(planView),
  meetings: z.array(meetingView),
  deviations: z.array(deviationView),
  due: z.array(dueView),
  exempt: z.array(exemptView),
  breaches: z.array(keptBreachView).describe('Periods that were not kept in time, with why; latest first'),
})
export type DeliveryReply = z.infer<typeof deliveryReply>
