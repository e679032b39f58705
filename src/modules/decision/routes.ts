import { z } from 'zod'
import { caseId } from '../../kernel/ids.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { unlessHidden } from '../registration/index.ts'
import { abstainFromReferral } from './abstain-from-referral.ts'
import { budgetRoutes } from './budget-routes.ts'
import {
  abstentionBody,
  abstentionReply,
  chainsReply,
  decisionReply,
  decisionDesk as deskReply,
  extensionBody,
  interruptionBody,
  interruptionReply,
  planningTalkBody,
  previewQuery,
  previewReply,
  referralBody,
  returnBody,
  returnReply,
  talkReply,
} from './contract.ts'
import { decideExtension } from './decide-extension.ts'
import { decideReferral } from './decide-referral.ts'
import { decisionDesk } from './decision-desk.ts'
import { holdPlanningTalk } from './hold-planning-talk.ts'
import { interruptService } from './interrupt-service.ts'
import { parallelMeasureRoutes } from './parallel-measure-routes.ts'
import { previewLetter } from './preview-letter.ts'
import { chainViews } from './reads.ts'
import { resumeService } from './resume-service.ts'

const params = z.object({ caseId: z.uuid() })
const write = { module: 'decision', method: 'POST', may: ['caseworker'], params, status: 201 } as const
const read = { module: 'decision', method: 'GET', params } as const

const writes: readonly Route[] = [
  route({
    ...write,
    path: '/cases/:caseId/planning-talks',
    operation: 'holdPlanningTalk',
    summary: 'Record a planning talk',
    purpose: 'prepare a decision on referral',
    body: planningTalkBody,
    reply: talkReply,
    handle: (context, { params, body }) => holdPlanningTalk(context, { ...body, caseId: caseId(params.caseId) }),
  }),
  route({
    ...write,
    path: '/cases/:caseId/referrals',
    operation: 'decideReferral',
    summary: 'Refer the person to the service and send the letter',
    purpose: 'decide on referral',
    body: referralBody,
    reply: decisionReply,
    handle: (context, { params, body }) => decideReferral(context, { ...body, caseId: caseId(params.caseId) }),
  }),
  route({
    ...write,
    path: '/cases/:caseId/abstentions',
    operation: 'abstainFromReferral',
    summary: 'Abstain from a referral although the tool says yes',
    purpose: 'decide on referral',
    body: abstentionBody,
    reply: abstentionReply,
    handle: (context, { params, body }) => abstainFromReferral(context, { ...body, caseId: caseId(params.caseId) }),
  }),
  route({
    ...write,
    path: '/cases/:caseId/extensions',
    operation: 'decideExtension',
    summary: 'Extend the service once and send the letter',
    purpose: 'decide on an extension',
    body: extensionBody,
    reply: decisionReply,
    handle: (context, { params, body }) => decideExtension(context, { ...body, caseId: caseId(params.caseId) }),
  }),
  route({
    ...write,
    path: '/cases/:caseId/interruptions',
    operation: 'interruptService',
    summary: 'End the service early and send the letter',
    purpose: 'decide on an interruption',
    body: interruptionBody,
    reply: interruptionReply,
    handle: (context, { params, body }) => interruptService(context, { ...body, caseId: caseId(params.caseId) }),
  }),
  route({
    ...write,
    path: '/cases/:caseId/returns',
    operation: 'resumeService',
    summary: 'Let the person return before the last granted day',
    purpose: 'decide on a return to the service',
    body: returnBody,
    reply: returnReply,
    handle: (context, { params, body }) => resumeService(context, { ...body, caseId: caseId(params.caseId) }),
  }),
]

const readings: readonly Route[] = [
  route({
    ...read,
    path: '/cases/:caseId/decision-desk',
    operation: 'getDecisionDesk',
    summary: 'What can be decided on the case now, and on which version of it',
    may: ['caseworker'],
    purpose: 'decide on referral',
    reply: deskReply,
    handle: (context, { params }) => decisionDesk(context, caseId(params.caseId)),
  }),
  route({
    ...read,
    path: '/cases/:caseId/decision-preview',
    operation: 'previewDecisionLetter',
    summary: 'The letter as it would be if the decision were made now',
    may: ['caseworker'],
    purpose: 'prepare a decision',
    query: previewQuery,
    reply: previewReply,
    handle: (context, { params, query }) =>
      previewLetter(context, { ...query, caseId: caseId(params.caseId), language: 'sv' }),
  }),
  route({
    ...read,
    path: '/cases/:caseId/decisions',
    operation: 'listDecisions',
    summary: 'Chains of decisions with level and days, the latest first',
    may: ['jobseeker', 'caseworker', 'approver', 'overseer', 'coordinator', 'adviser'],
    purpose: 'know the days and the level of the service',
    reply: chainsReply,
    handle: async (context, { params }) => {
      const items = await chainViews(context, caseId(params.caseId))
      return unlessHidden(context, caseId(params.caseId), { reply: { items }, empty: items.length === 0 })
    },
  }),
]

export const routes: readonly Route[] = [...writes, ...readings, ...parallelMeasureRoutes, ...budgetRoutes]
