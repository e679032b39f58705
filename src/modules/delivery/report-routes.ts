import { ok } from '../../kernel/result.ts'
import { route } from '../../platform/http/route.ts'
import { finalReportsReply } from './contract/final-reports.ts'
import {
  caseParams,
  caseReportsReply,
  draftBody,
  draftedReply,
  finalReportBody,
  finalReportParams,
  reportDecisionBody,
  reportParams,
  reportsQuery,
  reportsReply,
  savedReply,
  signBody,
  signedReply,
} from './contract.ts'
import { decideReport } from './decide-report.ts'
import { draftCaseReport, draftMonthReports } from './drafts.ts'
import { ownFinalReports } from './final-report-reads.ts'
import { giveFinalReport } from './give-final-report.ts'
import { readFinalReport } from './read-final-report.ts'
import { providerReports, reportsOf } from './reads.ts'
import { signReports } from './sign-reports.ts'

const provider = { module: 'delivery', may: ['coordinator', 'adviser'] } as const

/** Periodic and final reports. */
export const reportRoutes = [
  route({
    method: 'GET',
    path: '/reports',
    operation: 'listReports',
    summary: "The provider's periodic reports, unsigned and earliest due first",
    ...provider,
    purpose: 'report the service',
    query: reportsQuery,
    reply: reportsReply,
    handle: (context, { query }) => providerReports(context, query),
  }),
  route({
    method: 'GET',
    path: '/cases/:caseId/reports',
    operation: 'listCaseReports',
    summary: "The case's periodic reports, the latest month first",
    module: 'delivery',
    may: ['jobseeker', 'caseworker', 'approver', 'overseer', 'coordinator', 'adviser'],
    purpose: 'follow the service',
    params: caseParams,
    reply: caseReportsReply,
    handle: (context, { params }) => reportsOf(context, params.caseId),
  }),
  route({
    method: 'POST',
    path: '/reports/drafts',
    operation: 'draftMonthReports',
    summary: 'Derive the reports of a month from the log, for all participants',
    ...provider,
    purpose: 'report the service',
    body: draftBody,
    reply: draftedReply,
    status: 201,
    handle: (context, { body }) => draftMonthReports(context, body),
  }),
  route({
    method: 'POST',
    path: '/cases/:caseId/reports',
    operation: 'draftReport',
    summary: "Derive one participant's report of a month from the log",
    ...provider,
    purpose: 'report the service',
    params: caseParams,
    body: draftBody,
    reply: draftedReply,
    status: 201,
    async handle(context, { params, body }) {
      const drafted = await draftCaseReport(context, { ...params, ...body })
      return drafted.ok ? ok({ reports: [drafted.value] }) : drafted
    },
  }),
  route({
    method: 'POST',
    path: '/reports/signatures',
    operation: 'signReports',
    summary: 'Sign reports, one or many; each is approved by rule or goes to the caseworker',
    ...provider,
    purpose: 'report the service',
    body: signBody,
    reply: signedReply,
    status: 201,
    handle: (context, { body }) => signReports(context, body),
  }),
  route({
    method: 'POST',
    path: '/reports/:reportId/decision',
    operation: 'decideReport',
    summary: 'Approve a report that the rule did not approve, or say why not',
    module: 'delivery',
    may: ['caseworker'],
    purpose: 'decide on a report',
    params: reportParams,
    body: reportDecisionBody,
    reply: savedReply,
    status: 201,
    handle: (context, { params, body }) => decideReport(context, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/cases/:caseId/final-reports',
    operation: 'giveFinalReport',
    summary: 'Give the final report of a spell that is over, or a corrected one',
    ...provider,
    purpose: 'report the service',
    params: caseParams,
    body: finalReportBody,
    reply: savedReply,
    status: 201,
    handle: (context, { params, body }) => giveFinalReport(context, { ...params, ...body }),
  }),
  route({
    method: 'GET',
    path: '/cases/:caseId/final-reports',
    operation: 'listFinalReports',
    summary: "The provider's own spells that are over, with their final reports; also when the case is closed to it",
    ...provider,
    purpose: 'report the service',
    params: caseParams,
    reply: finalReportsReply,
    handle: (context, { params }) => ownFinalReports(context, params.caseId),
  }),
  route({
    method: 'POST',
    path: '/final-reports/:finalReportId/reading',
    operation: 'readFinalReport',
    summary: 'Say that the final report is read; it leaves the queue',
    module: 'delivery',
    may: ['caseworker'],
    purpose: 'follow the service',
    params: finalReportParams,
    reply: savedReply,
    status: 201,
    handle: (context, { params }) => readFinalReport(context, params),
  }),
]
