import { route } from '../../platform/http/route.ts'
import { explanationReply, lineParams } from './contract/explain.ts'
import { explainLine } from './explain-line.ts'

const module = 'compensation'
const readers = ['caseworker', 'approver', 'overseer', 'coordinator', 'adviser'] as const

/** Amounts explained, never to the participant. */
export const moneyRoutes = [
  route({
    method: 'GET',
    path: '/money/lines/:lineId',
    operation: 'explainLine',
    summary: 'An amount all the way down: rule, facts, arithmetic, approvals, and what else was posted on it',
    module,
    may: readers,
    purpose: 'explain what is paid',
    params: lineParams,
    reply: explanationReply,
    handle: (context, { params, language }) => explainLine(context, params.lineId, language),
  }),
] as const
