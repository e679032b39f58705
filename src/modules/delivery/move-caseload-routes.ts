import { ok } from '../../kernel/result.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { adviserLoads } from './adviser-loads.ts'
import {
  adviserLoadsReply,
  adviserSightBody,
  adviserSightReply,
  moveCaseloadBody,
  moveCaseloadReply,
} from './contract/move-caseload.ts'
import { letAdvisersSee } from './let-advisers-see.ts'
import { moveCaseload } from './move-caseload.ts'

const module = 'delivery'

export const moveCaseloadRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/provider/adviser-loads',
    operation: 'listAdviserLoads',
    summary: 'Who has how many participants, what the share of full time allows, and the languages',
    module,
    may: ['coordinator'],
    purpose: 'no personal data',
    reply: adviserLoadsReply,
    async handle(context) {
      const loads = await adviserLoads(context)
      return loads.ok ? ok(loads.value) : loads
    },
  }),
  route({
    method: 'POST',
    path: '/provider/adviser-sight',
    operation: 'letAdvisersSee',
    summary: "Let the organisation's advisers see their own participants alone, or all of them",
    module,
    may: ['coordinator'],
    purpose: 'no personal data',
    body: adviserSightBody,
    reply: adviserSightReply,
    status: 201,
    handle: (context, { body }) => letAdvisersSee(context, body.own),
  }),
  route({
    method: 'POST',
    path: '/provider/caseload-moves',
    operation: 'moveCaseload',
    summary: "Move an adviser's participants to one or several others in one act",
    module,
    may: ['coordinator'],
    purpose: 'give the service',
    body: moveCaseloadBody,
    reply: moveCaseloadReply,
    status: 201,
    handle: (context, { body }) => moveCaseload(context, body),
  }),
]
