import { instant } from '../../kernel/instant.ts'
import type { Problem } from '../../kernel/problem.ts'
import { kernelProblems } from '../../kernel/problems.ts'
import { ok } from '../../kernel/result.ts'
import { problemReply } from '../../platform/http/problem-reply.ts'
import { route } from '../../platform/http/route.ts'
import { type Language, platformProblems } from '../../platform/problems.ts'
import { addToSession } from './add-to-session.ts'
import { previewAddition } from './addition-clashes.ts'
import { cancelMeeting } from './cancel-meeting.ts'
import { cancelSession, moveSession } from './change-session.ts'
import {
  additionClashesQuery,
  attendancesBody,
  attendancesReply,
  caseSessionsQuery,
  caseSessionsReply,
  draftParams,
  draftReportBody,
  draftsQuery,
  draftsReply,
  meetingCancelBody,
  sessionAddBody,
  sessionBody,
  sessionCancelBody,
  sessionChangedReply,
  sessionClashesQuery,
  sessionClashesReply,
  sessionMoveBody,
  sessionParams,
  sessionsReply,
  weekQuery,
  weekReply,
} from './contract/sessions.ts'
import { caseParams, meetingParams, savedReply } from './contract.ts'
import { deviationDrafts, sendDeviationDraft } from './deviation-drafts.ts'
import { logAttendance } from './log-attendance.ts'
import { planSession } from './plan-session.ts'
import { deliveryProblems } from './problems.ts'
import { previewSession } from './session-clashes.ts'
import { calendarWeek, sessionsOfCase } from './session-reads.ts'

const provider = { module: 'delivery', may: ['coordinator', 'adviser'] } as const
const planning = { ...provider, purpose: 'plan the service' } as const

const planRoutes = [
  route({
    method: 'POST',
    path: '/sessions',
    operation: 'planSession',
    summary: 'Plan an activity, once or in a series, for one participant or a group',
    ...planning,
    body: sessionBody,
    reply: sessionsReply,
    status: 201,
    handle: (context, { body }) => planSession(context, { ...body, startsAt: instant(body.startsAt) }),
  }),
  route({
    method: 'GET',
    path: '/session-clashes',
    operation: 'previewSessionClashes',
    summary: 'What a session, or each of a series, would clash with, before it is saved',
    ...planning,
    query: sessionClashesQuery,
    reply: sessionClashesReply,
    handle: (context, { query: { everyWeeks, until, holidays, ...wish } }) =>
      previewSession(context, {
        ...wish,
        startsAt: instant(wish.startsAt),
        ...(until === undefined
          ? {}
          : { repeat: { everyWeeks: everyWeeks === '2' ? 2 : 1, until, holidays: holidays ?? 'skip' } }),
      }),
  }),
  route({
    method: 'POST',
    path: '/sessions/:sessionId/move',
    operation: 'moveSession',
    summary: 'Move a session, or change how it is held, for all who are in it',
    ...planning,
    params: sessionParams,
    body: sessionMoveBody,
    reply: sessionChangedReply,
    handle: (context, { params, body }) =>
      moveSession(context, { ...params, ...body, startsAt: instant(body.startsAt) }),
  }),
  route({
    method: 'POST',
    path: '/sessions/:sessionId/participants',
    operation: 'addToSession',
    summary: 'Add participants to a booked session, or to it and the later ones of its series',
    ...planning,
    params: sessionParams,
    body: sessionAddBody,
    reply: sessionChangedReply,
    handle: (context, { params, body }) => addToSession(context, { ...params, ...body }),
  }),
  route({
    method: 'GET',
    path: '/sessions/:sessionId/addition-clashes',
    operation: 'previewAdditionClashes',
    summary: 'What participants would clash with who are added to a session, before it is saved',
    ...planning,
    params: sessionParams,
    query: additionClashesQuery,
    reply: sessionClashesReply,
    handle: (context, { params, query }) =>
      previewAddition(context, { ...params, ...query, andLater: query.andLater === 'true' }),
  }),
  route({
    method: 'POST',
    path: '/sessions/:sessionId/cancellation',
    operation: 'cancelSession',
    summary: 'Call off a session, one participant’s place in it, or it and the later ones of its series',
    ...planning,
    params: sessionParams,
    body: sessionCancelBody,
    reply: sessionChangedReply,
    handle: (context, { params, body }) => cancelSession(context, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/meetings/:meetingId/cancellation',
    operation: 'cancelMeeting',
    summary: 'Call off a planned development meeting',
    ...planning,
    params: meetingParams,
    body: meetingCancelBody,
    reply: savedReply,
    status: 201,
    handle: (context, { params, body }) => cancelMeeting(context, { ...params, ...body }),
  }),
  route({
    method: 'GET',
    path: '/calendar-week',
    operation: 'showCalendarWeek',
    summary: "A week of the provider's calendar",
    ...planning,
    query: weekQuery,
    reply: weekReply,
    handle: (context, { query }) => calendarWeek(context, query),
  }),
  route({
    method: 'GET',
    path: '/cases/:caseId/sessions',
    operation: 'listCaseSessions',
    summary: "The participant's own places in planned activities, from today on or an earlier day",
    module: 'delivery',
    may: ['jobseeker', 'caseworker', 'overseer', 'coordinator', 'adviser'],
    purpose: 'follow the service',
    params: caseParams,
    query: caseSessionsQuery,
    reply: caseSessionsReply,
    handle: (context, { params, query }) => sessionsOfCase(context, params.caseId, query.from),
  }),
]

const logRoutes = [
  route({
    method: 'POST',
    path: '/attendances',
    operation: 'logAttendance',
    summary: 'Log who came, for one participant or a whole group; each entry has its own answer',
    ...provider,
    purpose: 'log the service',
    body: attendancesBody,
    reply: attendancesReply,
    async handle(context, { body, language }) {
      const logged = await logAttendance(context, body)
      if (!logged.ok) return logged
      const results = logged.value.results.map((each) => ({
        ...each,
        warnings: [...each.warnings],
        problem: each.problem && worded(each.problem, language),
      }))
      return ok({ results })
    },
  }),
  route({
    method: 'GET',
    path: '/deviation-drafts',
    operation: 'listDeviationDrafts',
    summary: 'Absences that are over and not reported yet, ready to send',
    ...provider,
    purpose: 'report a deviation',
    query: draftsQuery,
    reply: draftsReply,
    handle: (context, { query }) => deviationDrafts(context, query),
  }),
  route({
    method: 'POST',
    path: '/deviation-drafts/:subjectId/report',
    operation: 'sendDeviationDraft',
    summary: 'Send a draft as a deviation report',
    ...provider,
    purpose: 'report a deviation',
    params: draftParams,
    body: draftReportBody,
    reply: savedReply,
    status: 201,
    handle: (context, { params, body }) => sendDeviationDraft(context, { ...params, ...body }),
  }),
]

const texts = { ...kernelProblems, ...platformProblems, ...deliveryProblems }

function worded(problem: Problem, language: Language) {
  const { code, title, detail, field } = problemReply(problem, texts, language)
  return { code, title, cure: detail, field: field ?? null }
}

/** The calendar's planned activities, who came to them, and the absences to report. */
export const sessionRoutes = [...planRoutes, ...logRoutes]
