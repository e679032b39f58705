import { route } from '../../platform/http/route.ts'
import { waiverBody, waiverDecisionBody, waiverParams, waiversReply } from './contract/waivers.ts'
import { savedReply } from './contract.ts'
import { decideWaiver } from './decide-waiver.ts'
import { enterWaiver } from './enter-waiver.ts'
import { listWaivers } from './waiver-reads.ts'

const module = 'delivery'
const purpose = 'no personal data'

/** Dated waivers of the rules of meetings. */
export const waiverRoutes = [
  route({
    method: 'GET',
    path: '/waivers',
    operation: 'listWaivers',
    summary: 'Dated permissions to meet otherwise, those that wait for a decision first',
    module,
    may: ['administrator', 'overseer', 'caseworker', 'coordinator', 'adviser'],
    purpose,
    reply: waiversReply,
    handle: (context) => listWaivers(context),
  }),
  route({
    method: 'POST',
    path: '/waivers',
    operation: 'enterWaiver',
    summary: 'Enter a waiver, which holds when another administrator has approved it',
    module,
    may: ['administrator'],
    purpose,
    body: waiverBody,
    reply: savedReply,
    status: 201,
    handle: (context, { body }) => enterWaiver(context, body),
  }),
  route({
    method: 'POST',
    path: '/waivers/:waiverId/decision',
    operation: 'decideWaiver',
    summary: 'Approve a waiver or return it with a reason; never who entered it',
    module,
    may: ['administrator'],
    purpose,
    params: waiverParams,
    body: waiverDecisionBody,
    reply: savedReply,
    status: 201,
    handle: (context, { params, body }) => decideWaiver(context, { ...params, ...body }),
  }),
]
